import { platformNames } from '../../plan/people.ts';
import { periodKinds } from '../../plan/period.ts';
import { valueSeries, valueStates, type MeasureValue } from '../../plan/value.ts';
import type { ValueRecords } from '../../use-cases/ports/update-records.ts';
import { Prisma, type MeasureValue as Row } from '../generated/client.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

function valueFrom(row: Row): MeasureValue {
  const { partnershipId: _, series, periodKind, periodKey, state, platform, ...rest } = row;
  return {
    ...rest,
    series: oneOf(valueSeries, series),
    period: { kind: oneOf(periodKinds, periodKind), key: periodKey },
    state: oneOf(valueStates, state),
    platform: oneOf(platformNames, platform),
  };
}

function rowFrom(partnershipId: string, { period, ...value }: MeasureValue): Row {
  return { partnershipId, ...value, periodKind: period.kind, periodKey: period.key };
}

export function valueRecords({ db, partnershipId, values: kept }: Session): ValueRecords {
  const latestOf = async (measureCodes?: readonly string[]): Promise<readonly MeasureValue[]> => {
    if (measureCodes?.length === 0) return [];
    const ofThese = measureCodes
      ? Prisma.sql`AND "measureCode" = ANY(${[...measureCodes]}::text[])`
      : Prisma.empty;
    const rows = await db.$queryRaw<Row[]>`
        SELECT DISTINCT ON ("measureCode", "series", "periodKind", "periodKey") * FROM "MeasureValue"
         WHERE "partnershipId" = ${partnershipId} ${ofThese}
         ORDER BY "measureCode", "series", "periodKind", "periodKey", "version" DESC`;
    return rows.map(valueFrom).sort(byPeriod);
  };
  return {
    async latest(measureCodes) {
      if (measureCodes !== undefined || kept === undefined) return latestOf(measureCodes);
      // Asked for before the values: what is added in between is read again the next time, never missed.
      const fingerprint = await fingerprintOf(db, partnershipId);
      const known = kept.get(partnershipId);
      if (known?.fingerprint === fingerprint) return known.values;
      const values = await latestOf();
      kept.set(partnershipId, { fingerprint, values });
      return values;
    },
    async versions(measureCode, series, period) {
      const rows = await db.measureValue.findMany({
        where: { partnershipId, measureCode, series, periodKind: period.kind, periodKey: period.key },
        orderBy: { version: 'asc' },
      });
      return rows.map(valueFrom);
    },
    async add(value) {
      const added = await db.measureValue.createMany({
        data: [rowFrom(partnershipId, value)],
        skipDuplicates: true,
      });
      return added.count === 1;
    },
    addAll(values) {
      // One parameter for all rows: thousands of them take a third of the time that separate parameters take.
      const rows = JSON.stringify(values.map((value) => rowFrom(partnershipId, value)));
      return db.$executeRaw`
        INSERT INTO "MeasureValue"
        SELECT * FROM json_populate_recordset(NULL::"MeasureValue", ${rows}::json)
        ON CONFLICT DO NOTHING`;
    },
  };
}

/** Values are only ever added (the database refuses anything else), so as many of them, as new, are the same ones. */
async function fingerprintOf(db: Session['db'], partnershipId: string): Promise<string> {
  const rows = await db.$queryRaw<{ fingerprint: string }[]>`
    SELECT COUNT(*) || ' ' || COALESCE(MAX("at")::text, '') AS "fingerprint" FROM "MeasureValue"
     WHERE "partnershipId" = ${partnershipId}`;
  return rows[0]?.fingerprint ?? '';
}

/** Oldest period first; the keys of one kind sort by time. Equal periods keep the order of measure and series. */
function byPeriod(one: MeasureValue, other: MeasureValue): number {
  if (one.period.key === other.period.key) return 0;
  return one.period.key < other.period.key ? -1 : 1;
}
