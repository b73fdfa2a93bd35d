import { afterEach, describe, expect, it } from 'vitest';
import { cleanText } from '../../src/kit/clean-text.ts';
import { clockAt } from '../../src/kit/clock.ts';
import { countingIds } from '../../src/kit/ids.ts';
import { silentLog } from '../../src/kit/log.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Deps } from '../../src/use-cases/deps.ts';
import { exportAll } from '../../src/use-cases/export-all.ts';
import { importAll } from '../../src/use-cases/import-all.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { verifyAudit } from '../../src/use-cases/verify-audit.ts';
import { newPartnership, serverDatabase, silentLog as quiet, testStore } from '../support/database.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { postgresIsHere } from '../support/postgres-server.ts';

function depsOn(store: Store): Deps {
  return {
    store,
    clock: clockAt('2026-11-02T09:00:00Z'),
    newId: countingIds('id'),
    log: silentLog,
    exporter: {
      formats: [],
      export: () => Promise.reject(new Error('Nothing is exported as a document here.')),
    },
  };
}

/** A partnership with rows of every awkward kind: any text, any number, instants, lists, documents, and rows numbered by a sequence. */
async function withAwkwardRows(deps: Deps): Promise<string> {
  const records = await newPartnership(deps.store);
  const at = deps.clock.now();
  await records.transact(async (inside) => {
    for (const [index, text] of hostileTexts.map(cleanText).entries()) {
      await inside.settings.set(`text-${index}`, { text, nested: [text, null, 0.1 + 0.2, 1e21, -0] });
      await inside.people.save({
        id: `person-${index}`,
        email: `person-${index}@council.example`,
        name: text,
        organisationCode: 'bcc',
        jobTitle: text,
        startsOn: '2026-01-01',
        endsOn: null,
        prefers: null,
      });
    }
    for (const value of [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, -0.5, 61.2]) {
      await inside.values.addAll([
        {
          id: deps.newId(),
          measureCode: `M${value}`,
          series: 'partnership',
          period: { kind: 'month', key: '2026-10' },
          version: 1,
          state: 'value',
          value,
          numerator: null,
          denominator: null,
          provisional: false,
          embargoUntil: null,
          source: 'test',
          byPersonId: null,
          platform: 'cli',
          at: new Date('2026-11-02T09:00:00.123Z'),
          reason: null,
        },
      ]);
    }
    await inside.deliveries.promise({
      id: deps.newId(),
      key: 'first',
      purpose: 'notice',
      to: { kind: 'channel', platform: 'slack', tenantId: 'T1', channelId: 'C1' },
      message: { summary: 'One', parts: [] },
      replaces: null,
      promisedAt: at,
      dueAt: at,
    });
    await inside.audit.append({
      at,
      personId: null,
      platform: 'cli',
      verb: 'tested',
      subject: 'all',
      detail: { n: 0.1, no: null },
    });
  });
  return records.partnershipId;
}

async function linesOf(deps: Deps, partnershipId: string): Promise<readonly string[]> {
  const partnerships = (await deps.store.partnerships()).filter(({ id }) => id === partnershipId);
  const lines: string[] = [];
  for await (const line of exportAll(deps, partnerships, null)) lines.push(line);
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

/** The rows as they stand, without those of the audit trail, which goes on. */
function rowsOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith('{"table":') && !line.startsWith('{"table":"Audit'));
}

const moves: readonly (readonly [string, () => Promise<Store>, () => Promise<Store>])[] = [
  ['from one embedded database to another', testStore, testStore],
  ...(postgresIsHere()
    ? ([
        ['from the embedded database to a server', testStore, serverStore],
        ['from a server to the embedded database', serverStore, testStore],
      ] as const)
    : []),
];

const onServers: Store[] = [];

async function serverStore(): Promise<Store> {
  const store = await openStore({ databaseUrl: await serverDatabase(), log: quiet });
  onServers.push(store);
  return store;
}

afterEach(async () => {
  for (const store of onServers.splice(0)) await store.close();
});

describe.each(moves)('%s', (_name, openOld, openNew) => {
  it('every row arrives as it was, and the trail goes on from where it ended', async () => {
    const [old, next] = [depsOn(await openOld()), depsOn(await openNew())];
    const id = await withAwkwardRows(old);
    const other = await newPartnership(old.store);

    const lines = await linesOf(old, id);
    const imported = await importAll(next, () => each(lines), null);
    const again = await linesOf(next, id);

    expect(imported).toMatchObject({ ok: true, value: { rows: lines.length - 2 } });
    expect(rowsOf(lines).length).toBeGreaterThan(2 * hostileTexts.length);
    expect(rowsOf(again)).toEqual(rowsOf(lines));
    expect(lines.some((line) => line.includes(other.partnershipId))).toBe(false);
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
    expect(await verifyAudit(next, id)).toMatchObject({ intact: true, entries: 4 });
    const moved = next.store.in(id);
    expect(await moved.people.all()).toEqual(await old.store.in(id).people.all());
    expect(await moved.values.latest()).toEqual(await old.store.in(id).values.latest());
  });

  it('what is promised afterwards comes after what was promised before', async () => {
    const [old, next] = [depsOn(await openOld()), depsOn(await openNew())];
    const id = await withAwkwardRows(old);
    await importAll(next, () => each([]), null);
    const lines = await linesOf(old, id);
    await importAll(next, () => each(lines), null);

    const at = next.clock.now();
    await next.store.in(id).deliveries.promise({
      id: 'later',
      key: 'later',
      purpose: 'notice',
      to: { kind: 'channel', platform: 'slack', tenantId: 'T1', channelId: 'C1' },
      message: { summary: 'Two', parts: [] },
      replaces: null,
      promisedAt: at,
      dueAt: at,
    });

    expect((await next.store.in(id).deliveries.recent(5)).map(({ key }) => key)).toEqual(['later', 'first']);
  });
});

describe('an export of an older bcp', () => {
  it('lacks a column that has come since, and the column gets what it has without it', async () => {
    const [old, next] = [depsOn(await testStore()), depsOn(await testStore())];
    const id = await withAwkwardRows(old);
    const rows: { table: string; json: string }[] = [];
    for await (const row of old.store.whole.rows([id])) rows.push(row);
    const older = rows.map(({ table, json }) => ({
      table,
      json: table === 'Delivery' ? json.replace(/"attempts":\d+,/, '') : json,
    }));

    const added = await next.store.whole.addRows(
      (async function* () {
        for (const row of older) yield await Promise.resolve(row);
      })(),
    );

    expect(added).toEqual({ ok: true, value: rows.length });
    expect((await next.store.in(id).deliveries.recent(1))[0]).toMatchObject({ key: 'first', attempts: 0 });
  });
});
