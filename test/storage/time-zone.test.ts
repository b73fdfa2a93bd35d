import pg from 'pg';
import { expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { newPartnership, onEveryDatabase, serverDatabase, silentLog } from '../support/database.ts';
import { postgresIsHere } from '../support/postgres-server.ts';
import { promised } from './contract/samples.ts';

/** The hours around both clock changes, and the middle of summer, when London is an hour ahead of UTC. */
const instants = [
  '2026-07-01T08:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2027-03-28T00:59:59.999Z',
  '2027-03-28T01:00:00.000Z',
].map((text) => new Date(text));

onEveryDatabase((open) => {
  it('keeps every instant, summer and winter, though the server stands in London', async () => {
    const store = await open();
    const place = await newPartnership(store);

    for (const [index, at] of instants.entries()) {
      await place.audit.append({
        at,
        personId: null,
        platform: 'cli',
        verb: 'v',
        subject: String(index),
        detail: {},
      });
    }

    expect((await place.audit.after(0, 10)).map(({ at }) => at)).toEqual(instants);
  });

  it('claims a delivery at the minute it is due in summer, not an hour before or after', async () => {
    const store = await open();
    const place = await newPartnership(store);
    const dueAt = new Date('2026-07-01T08:00:00Z');
    const leaseUntil = new Date('2026-07-01T09:00:00Z');
    await place.deliveries.promise({ ...promised, dueAt });

    const early = await store.outbox.claim(new Date('2026-07-01T07:59:59.999Z'), leaseUntil, 5);
    const onTime = await store.outbox.claim(dueAt, leaseUntil, 5);

    expect([early.length, onTime.length]).toEqual([0, 1]);
  });
});

it.skipIf(!postgresIsHere())('other tools read the same instant that was meant', async () => {
  const databaseUrl = await serverDatabase();
  const store = await openStore({ databaseUrl, log: silentLog });
  const place = await newPartnership(store);
  await place.deliveries.promise({ ...promised, dueAt: new Date('2026-07-01T08:00:00Z') });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();

  const seen = await client.query(
    `SELECT to_char("dueAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS due FROM "Delivery"`,
  );

  expect(seen.rows).toEqual([{ due: '2026-07-01 08:00' }]);
  await client.end();
  await store.close();
});
