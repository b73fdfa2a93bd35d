import { expect, it } from 'vitest';
import type { Destination } from '../../src/use-cases/ports/delivery-records.ts';
import type { PartnershipStore, Store } from '../../src/use-cases/ports/store.ts';
import { newPartnership, onEveryDatabase } from '../support/database.ts';
import { minutesLater, morning, promised } from './contract/samples.ts';

const leaseUntil = minutesLater(2);

function to(accountId: string): Destination {
  return { kind: 'account', platform: 'slack', tenantId: 'T1', accountId, personId: accountId };
}

function promise(
  partnership: PartnershipStore,
  id: string,
  account: string,
  dueAt = morning,
  replaces: string | null = null,
) {
  return partnership.deliveries.promise({ ...promised, id, key: id, to: to(account), dueAt, replaces });
}

async function claimedIds(store: Store, now = morning, limit = 10): Promise<readonly string[]> {
  return (await store.outbox.claim(now, new Date(now.getTime() + 120_000), limit)).map(({ id }) => id);
}

onEveryDatabase((openStore) => {
  it('shares 200 deliveries between three drainers, each delivery to one of them', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    for (let index = 0; index < 200; index += 1) await promise(partnership, `d${index}`, `U${index % 60}`);
    const sent: string[] = [];
    const drain = async (): Promise<void> => {
      for (;;) {
        const claimed = await store.outbox.claim(morning, leaseUntil, 7);
        if (claimed.length === 0 && (await partnership.deliveries.inStates(['waiting'])).length === 0) return;
        for (const { id, fence } of claimed) {
          sent.push(id);
          await store.outbox.finish(id, fence, { kind: 'sent', platformMessageId: `ts-${id}` }, morning);
        }
      }
    };

    await Promise.all([drain(), drain(), drain()]);

    expect(sent).toHaveLength(200);
    expect(new Set(sent).size).toBe(200);
  });

  it('sends one conversation in the order it was promised, one at a time', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    for (const [id, account] of [
      ['a1', 'A'],
      ['a2', 'A'],
      ['b1', 'B'],
      ['a3', 'A'],
    ] as const) {
      await promise(partnership, id, account);
    }

    const first = await claimedIds(store);
    const meanwhile = await claimedIds(store);
    await store.outbox.finish('a1', 1, { kind: 'sent', platformMessageId: 'ts' }, morning);
    const next = await claimedIds(store);

    expect([first, meanwhile, next]).toEqual([['a1', 'b1'], [], ['a2']]);
  });

  it('remembers who was reached by a mention only, until a message reaches their own chat', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    for (const [id, account] of [
      ['a1', 'A'],
      ['b1', 'B'],
      ['a2', 'A'],
    ] as const)
      await promise(partnership, id, account);
    await store.outbox.claim(morning, leaseUntil, 10);
    const byMention = { kind: 'sent', platformMessageId: 'ts', byMention: true } as const;

    await store.outbox.finish('a1', 1, byMention, morning);
    await store.outbox.finish('b1', 1, { kind: 'sent', platformMessageId: 'ts' }, morning);
    const byMentionOnly = async () =>
      (await partnership.deliveries.lastReached()).filter((account) => account.byMention);
    const mentioned = await byMentionOnly();
    await store.outbox.claim(minutesLater(1), minutesLater(3), 10);
    await store.outbox.finish('a2', 1, { kind: 'sent', platformMessageId: 'ts' }, minutesLater(1));

    expect(mentioned.map(({ platform, tenantId, accountId }) => [platform, tenantId, accountId])).toEqual([
      ['slack', 'T1', 'A'],
    ]);
    expect((await partnership.deliveries.byKey('a1'))?.byMention).toBe(true);
    expect(await byMentionOnly()).toEqual([]);
  });

  it('remembers whose newest message did not arrive, and why, until one does', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    for (const [id, account] of [
      ['a1', 'A'],
      ['b1', 'B'],
      ['a2', 'A'],
    ] as const)
      await promise(partnership, id, account);
    await store.outbox.claim(morning, leaseUntil, 10);

    await store.outbox.finish('a1', 1, { kind: 'nobody_there', trouble: 'The app was removed.' }, morning);
    await store.outbox.finish('b1', 1, { kind: 'sent', platformMessageId: 'ts' }, morning);
    const lost = await partnership.deliveries.lastReached();
    await store.outbox.claim(minutesLater(1), minutesLater(3), 10);
    await store.outbox.finish('a2', 1, { kind: 'sent', platformMessageId: 'ts' }, minutesLater(1));

    const states = (all: typeof lost) =>
      Object.fromEntries(all.map(({ accountId, state, trouble }) => [accountId, [state, trouble]]));
    expect(states(lost)).toEqual({ A: ['nobody_there', 'The app was removed.'], B: ['sent', null] });
    expect(states(await partnership.deliveries.lastReached())).toMatchObject({ A: ['sent', null] });
  });

  it('keeps which parts of a message are there, for the next try to go on from', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'a1', 'A');
    const retry = { kind: 'retry', at: minutesLater(1), trouble: 'Busy.' } as const;

    await store.outbox.claim(morning, leaseUntil, 10);
    await store.outbox.finish('a1', 1, { ...retry, soFar: 'part 1' }, morning);
    const [again] = await store.outbox.claim(minutesLater(1), minutesLater(3), 10);

    expect(again).toMatchObject({ soFar: 'part 1', heldUntil: minutesLater(3) });
  });

  it('does not let an answer overtake what is tried again, nor a later promise wait for one that is not due', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'next-week', 'A', minutesLater(10_000));
    await promise(partnership, 'now', 'A');
    await promise(partnership, 'after', 'A');
    const [claimed] = await store.outbox.claim(morning, leaseUntil, 5);

    await store.outbox.finish(
      'now',
      claimed?.fence ?? 0,
      { kind: 'retry', at: minutesLater(5), trouble: 'Busy.' },
      morning,
    );
    const early = await claimedIds(store, minutesLater(4));
    const dueAgain = await store.outbox.nextDue();
    const late = await claimedIds(store, minutesLater(5));

    expect(claimed?.id).toBe('now');
    expect([early, late]).toEqual([[], ['now']]);
    expect(dueAgain).toEqual(minutesLater(5));
  });

  it('hands over what an instance held when its lease ran out, and refuses the first one afterwards', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'd1', 'A');
    const [first] = await store.outbox.claim(morning, leaseUntil, 1);
    const duringLease = await claimedIds(store, minutesLater(1));

    const [second] = await store.outbox.claim(minutesLater(2), minutesLater(4), 1);
    const stale = await store.outbox.finish(
      'd1',
      first?.fence ?? 0,
      { kind: 'sent', platformMessageId: 'one' },
      minutesLater(2),
    );
    const current = await store.outbox.finish(
      'd1',
      second?.fence ?? 0,
      { kind: 'sent', platformMessageId: 'two' },
      minutesLater(3),
    );

    expect(duringLease).toEqual([]);
    expect([stale, current]).toEqual([false, true]);
    expect(await partnership.deliveries.byKey('d1')).toMatchObject({
      state: 'sent',
      attempts: 2,
      sentAt: minutesLater(3),
      platformMessageId: 'two',
    });
  });

  it('writes an outcome down once', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'd1', 'A');
    await store.outbox.claim(morning, leaseUntil, 1);

    const outcomes = [
      await store.outbox.finish('d1', 1, { kind: 'retry', at: morning, trouble: 'Busy.' }, morning),
      await store.outbox.finish('d1', 1, { kind: 'refused', trouble: 'Archived.' }, morning),
    ];

    expect(outcomes).toEqual([true, false]);
    expect(await partnership.deliveries.byKey('d1')).toMatchObject({ state: 'waiting', trouble: 'Busy.' });
  });

  it('hands on what a sender knows of a message that it could not send whole, also when it is sent again by hand', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'd1', 'A');
    const [first] = await store.outbox.claim(morning, leaseUntil, 1);
    const part = { trouble: 'Busy.', soFar: '1 DA:1.000001' };
    await store.outbox.finish('d1', 1, { kind: 'retry', at: morning, ...part }, morning);
    const [second] = await store.outbox.claim(morning, leaseUntil, 1);
    await store.outbox.finish(
      'd1',
      2,
      { kind: 'refused', trouble: 'Archived.', soFar: '2 DA:1.000001' },
      morning,
    );
    await partnership.deliveries.move('d1', ['refused'], 'waiting', morning, null);
    const [third] = await store.outbox.claim(morning, leaseUntil, 1);
    await store.outbox.finish('d1', 3, { kind: 'retry', at: morning, trouble: 'Busy.' }, morning);
    const [fourth] = await store.outbox.claim(morning, leaseUntil, 1);

    expect([first, second, third, fourth].map((claimed) => claimed?.soFar)).toEqual([
      null,
      '1 DA:1.000001',
      '2 DA:1.000001',
      null,
    ]);
  });

  it('takes back what somebody gave up while it was held', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'd1', 'A');
    await store.outbox.claim(morning, leaseUntil, 1);

    await partnership.deliveries.move('d1', ['waiting'], 'gave_up', morning, 'Given up.');
    const finished = await store.outbox.finish(
      'd1',
      1,
      { kind: 'retry', at: morning, trouble: 'Busy.' },
      morning,
    );

    expect(finished).toBe(false);
    expect(await partnership.deliveries.byKey('d1')).toMatchObject({ state: 'gave_up' });
  });

  it('names the message that a delivery takes the place of', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    await promise(partnership, 'prompt', 'A');
    await promise(partnership, 'receipt', 'A', minutesLater(1), 'prompt');
    await store.outbox.claim(morning, leaseUntil, 5);
    await store.outbox.finish('prompt', 1, { kind: 'sent', platformMessageId: '1700.42' }, morning);

    const [receipt] = await store.outbox.claim(minutesLater(1), minutesLater(3), 5);

    expect(receipt).toMatchObject({
      id: 'receipt',
      replaces: 'prompt',
      replacesPlatformMessageId: '1700.42',
    });
  });

  it('knows when the next delivery is due, and that none is', async () => {
    const store = await openStore();
    const partnership = await newPartnership(store);
    const before = await store.outbox.nextDue();
    await promise(partnership, 'd1', 'A', minutesLater(30));
    await promise(partnership, 'd2', 'B', minutesLater(20));

    const next = await store.outbox.nextDue();
    await store.outbox.claim(minutesLater(20), minutesLater(40), 5);

    expect(before).toBeNull();
    expect(next).toEqual(minutesLater(20));
    expect(await store.outbox.nextDue()).toEqual(minutesLater(30));
  });
});
