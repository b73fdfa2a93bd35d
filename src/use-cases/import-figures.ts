import { auditBy } from './audit-facts.ts';
import type { Deps } from './deps.ts';
import type { MeasureValue, ValueSeries } from '../plan/value.ts';
import type { Period } from '../plan/period.ts';

export interface FigureToImport {
  readonly measureCode: string;
  readonly series: ValueSeries;
  readonly period: Period;
  readonly value: number;
  readonly source: string;
}

/** Adds published figures and comparators; a figure that is known with the same value is passed over, another value is a new version. */
export async function importFigures(
  deps: Deps,
  partnershipId: string,
  figures: readonly FigureToImport[],
  byPersonId: string | null,
): Promise<{ readonly added: number }> {
  return deps.store.in(partnershipId).transact(async (records) => {
    const key = (figure: Pick<MeasureValue, 'measureCode' | 'series' | 'period'>) =>
      `${figure.measureCode} ${figure.series} ${figure.period.kind} ${figure.period.key}`;
    const known = new Map((await records.values.latest()).map((value) => [key(value), value]));
    const fresh = figures.filter((figure) => known.get(key(figure))?.value !== figure.value);
    const added = await records.values.addAll(
      fresh.map(({ measureCode, series, period, value, source }) => ({
        id: deps.newId(),
        measureCode,
        series,
        period,
        version: (known.get(key({ measureCode, series, period }))?.version ?? 0) + 1,
        state: 'value',
        value,
        numerator: null,
        denominator: null,
        provisional: false,
        embargoUntil: null,
        source,
        byPersonId,
        platform: 'cli',
        at: deps.clock.now(),
        reason: null,
      })),
    );
    if (added > 0)
      await records.audit.append(auditBy(deps, byPersonId, 'cli', 'figures_imported', 'values', { added }));
    return { added };
  });
}
