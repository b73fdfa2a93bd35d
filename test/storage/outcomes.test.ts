import { describe, expect, it } from 'vitest';
import type { DeliveryOutcome } from '../../src/use-cases/ports/delivery-records.ts';
import type { PartnershipStore, Store } from '../../src/use-cases/ports/store.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { newPartnership, onEveryDatabase, serverDatabase, silentLog } from '../support/database.ts';
import { postgresIsHere } from '../support/postgres-server.ts';
import { minutesLater, morning, promised } from './contract/samples.ts';

const leaseUntil = minutesLater(2);

function sentAs(platformMessageId: string): DeliveryOutcome {
  return { kind: 'sent', platformMessageId };
}

/** So many promises, in conversations of their own, of which the first claims all. */
async function claimedBy(store: Store, count: number): Promise<PartnershipStore> {
  const partnership = await newPartnership(store);
  for (let index = 0; index < count; index += 1) {
    const id = `d${index}`;
    const to = { kind: 'account', platform: 'slack', tenantId: 'T1', accountId: id, personId: id } as const;
    await partnership.deliveries.promise({ ...promised, id, key: id, to });
  }
  await store.outbox.claim(morning, leaseUntil, count);
  return partnership;
}

async function standing({ deliveries }: PartnershipStore, id: string) {
  const found = await deliveries.byKey(id);
  return found && { state: found.state, message: found.platformMessageId, trouble: found.trouble };
}

onEveryDatabase((openStore) => {
  it('writes down together what became of several, each as it went', async () => {
    const store = await openStore();
    const partnership = await claimedBy(store, 6);
    const finish: Store['outbox']['finish'] = (...outcome) => store.outbox.finish(...outcome);

    const kept = await Promise.all([
      finish('d0', 1, { ...sentAs('C1:1.5'), byMention: true } as DeliveryOutcome, minutesLater(1)),
      finish('d1', 1, { kind: 'retry', at: minutesLater(9), trouble: 'Busy, "very", \\ {so}.' }, morning),
      finish('d2', 1, { kind: 'nobody_there', trouble: 'Has left.' }, morning),
      finish('d3', 1, { kind: 'refused', trouble: 'Archived.' }, morning),
      finish('d4', 1, { kind: 'ambiguous', trouble: 'No answer.' }, morning),
      finish('d5', 1, { kind: 'gave_up', trouble: 'Tried 30 times.' }, morning),
    ]);

    expect(kept).toEqual([true, true, true, true, true, true]);
    expect(await partnership.deliveries.byKey('d0')).toMatchObject({
      state: 'sent',
      sentAt: minutesLater(1),
      platformMessageId: 'C1:1.5',
      byMention: true,
      trouble: null,
      dueAt: promised.dueAt,
    });
    expect(await partnership.deliveries.byKey('d1')).toMatchObject({
      state: 'waiting',
      dueAt: minutesLater(9),
      sentAt: null,
      trouble: 'Busy, "very", \\ {so}.',
    });
    const others = await Promise.all(['d2', 'd3', 'd4', 'd5'].map((id) => standing(partnership, id)));
    expect(others.map((other) => [other?.state, other?.trouble])).toEqual([
      ['nobody_there', 'Has left.'],
      ['refused', 'Archived.'],
      ['ambiguous', 'No answer.'],
      ['gave_up', 'Tried 30 times.'],
    ]);
  });

  it('tells apart the one whose lease was lost from those that were kept', async () => {
    const store = await openStore();
    const partnership = await claimedBy(store, 3);
    await store.outbox.finish('d1', 1, { kind: 'retry', at: morning, trouble: 'Busy.' }, morning);
    const [again] = await store.outbox.claim(minutesLater(1), minutesLater(3), 5);

    const kept = await Promise.all([
      store.outbox.finish('d0', 1, sentAs('one'), morning),
      store.outbox.finish('d1', 1, sentAs('stale'), morning),
      store.outbox.finish('d2', 1, sentAs('three'), morning),
    ]);

    expect(again).toMatchObject({ id: 'd1', fence: 2 });
    expect(kept).toEqual([true, false, true]);
    expect(await standing(partnership, 'd1')).toEqual({ state: 'waiting', message: null, trouble: 'Busy.' });
    expect(await store.outbox.finish('d1', 2, sentAs('two'), morning)).toBe(true);
  });

  it('keeps one of two outcomes of the same delivery, and says so to one', async () => {
    const store = await openStore();
    const partnership = await claimedBy(store, 1);

    const kept = await Promise.all([
      store.outbox.finish('d0', 1, sentAs('first'), morning),
      store.outbox.finish('d0', 1, sentAs('second'), morning),
    ]);

    expect(kept.filter(Boolean)).toHaveLength(1);
    const message = kept[0] ? 'first' : 'second';
    expect(await standing(partnership, 'd0')).toEqual({ state: 'sent', message, trouble: null });
  });

  it('loses no other outcome when one cannot be written down', async () => {
    const store = await openStore();
    const partnership = await claimedBy(store, 3);

    const told = await Promise.allSettled([
      store.outbox.finish('d0', 1, sentAs('one'), morning),
      // No text of the database may hold a zero byte.
      store.outbox.finish('d1', 1, { kind: 'refused', trouble: 'Zero \0 byte.' }, morning),
      store.outbox.finish('d2', 1, sentAs('three'), morning),
    ]);

    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await standing(partnership, 'd0')).toEqual({ state: 'sent', message: 'one', trouble: null });
    expect(await standing(partnership, 'd1')).toEqual({ state: 'waiting', message: null, trouble: null });
    expect(await standing(partnership, 'd2')).toEqual({ state: 'sent', message: 'three', trouble: null });
  });
});

describe.skipIf(!postgresIsHere())('two instances on one server', () => {
  it('write down only what they still hold, each its own', async () => {
    const databaseUrl = await serverDatabase();
    const one = await openStore({ databaseUrl, log: silentLog });
    const other = await openStore({ databaseUrl, log: silentLog });
    const partnership = await claimedBy(one, 8);
    // The lease of the first runs out, and the other takes over half of what it held.
    const takenOver = await other.outbox.claim(minutesLater(2), minutesLater(4), 4);
    const ids = Array.from({ length: 8 }, (_, index) => `d${index}`);

    const [byOne, byOther] = await Promise.all([
      Promise.all(ids.map((id) => one.outbox.finish(id, 1, sentAs('one'), minutesLater(2)))),
      Promise.all(
        takenOver.map(({ id, fence }) => other.outbox.finish(id, fence, sentAs('other'), minutesLater(2))),
      ),
    ]);

    const isOthers = (id: string) => takenOver.some((each) => each.id === id);
    expect(takenOver).toHaveLength(4);
    expect(byOne).toEqual(ids.map((id) => !isOthers(id)));
    expect(byOther).toEqual([true, true, true, true]);
    const messages = await Promise.all(ids.map((id) => standing(partnership, id)));
    expect(messages.map((each) => each?.message)).toEqual(ids.map((id) => (isOthers(id) ? 'other' : 'one')));
    await Promise.all([one.close(), other.close()]);
  });
});
