import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { drainOutbox, type Drained } from '../../src/delivery/drain.ts';
import { clockAt, type Clock } from '../../src/kit/clock.ts';
import { silentLog } from '../../src/kit/log.ts';
import { sentence } from '../../src/messages/sentence.ts';
import type { ClaimedDelivery, DeliveryOutcome } from '../../src/use-cases/ports/delivery-records.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { newPartnership, onEveryDatabase } from '../support/database.ts';

const clock = clockAt('2026-11-02T09:00:00Z');
const people = 50;

/** One prompt for each of so many people, in conversations of their own. */
async function promisePrompts(store: Store, count = people): Promise<void> {
  const { deliveries } = await newPartnership(store);
  for (let index = 0; index < count; index += 1)
    await deliveries.promise({
      id: `d${index}`,
      key: `prompt:${index}`,
      purpose: 'prompt',
      to: { kind: 'account', platform: 'slack', tenantId: 'T1', accountId: `U${index}`, personId: 'x' },
      message: sentence('Your update for November 2026.'),
      replaces: null,
      promisedAt: clock.now(),
      dueAt: clock.now(),
    });
}

function drain(
  store: Store,
  send: (delivery: ClaimedDelivery) => Promise<DeliveryOutcome>,
  now: Clock = clock,
): Promise<Drained> {
  return drainOutbox({
    outbox: store.outbox,
    senders: [{ platform: 'slack', send }],
    clock: now,
    log: silentLog,
    random: () => 0.5,
  });
}

/** How many deliveries of the store's one partnership stand how. */
async function states(store: Store): Promise<Readonly<Record<string, number>>> {
  const [partnership] = await store.partnerships();
  const counts = await store.in(partnership?.id ?? '').deliveries.counts();
  return Object.fromEntries(counts.map(({ state, count }) => [state, count]));
}

const sent: DeliveryOutcome = { kind: 'sent', platformMessageId: '1.1' };

onEveryDatabase((openStore) => {
  describe('sending what was promised', () => {
    it('gives everybody theirs while one conversation hangs', async () => {
      const store = await openStore();
      await promisePrompts(store);
      const others: string[] = [];
      let release = (): void => undefined;
      const othersAreDone = new Promise<void>((resolve) => {
        release = resolve;
      });

      const drained = await drain(store, async ({ key }) => {
        if (key === 'prompt:0') {
          await othersAreDone;
          return sent;
        }
        others.push(key);
        if (others.length === people - 1) release();
        return sent;
      });

      expect(drained).toEqual({ tried: people, sent: people });
      expect(new Set(others).size).toBe(people - 1);
    });

    it('never has more than twenty under way', async () => {
      const store = await openStore();
      await promisePrompts(store);
      let underWay = 0;
      let most = 0;

      await drain(store, async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        return sent;
      });

      expect(most).toBe(20);
    });

    it('makes ready those that wait while others are on their way, and tries also what could not be made ready', async () => {
      const store = await openStore();
      await promisePrompts(store);
      const ready: string[] = [];
      const events: string[] = [];
      const prepare = ({ key }: ClaimedDelivery): void => {
        events.push(`ready ${key}`);
        ready.push(key);
        if (key === 'prompt:30') throw new Error('It does not fit.');
      };
      const send = async ({ key }: ClaimedDelivery): Promise<DeliveryOutcome> => {
        events.push(`sent ${key}`);
        await pause(20);
        return sent;
      };

      const drained = await drainOutbox({
        outbox: store.outbox,
        senders: [{ platform: 'slack', send, prepare }],
        clock,
        log: silentLog,
        random: () => 0.5,
      });

      expect(drained).toEqual({ tried: people, sent: people });
      expect(new Set(ready).size).toBe(ready.length);
      expect(ready.length).toBeGreaterThan(0);
      for (const key of ready)
        expect(events.indexOf(`ready ${key}`)).toBeLessThan(events.indexOf(`sent ${key}`));
      expect(events).toContain('sent prompt:30');
    });

    it('writes down together what was sent together, and is done only when everything is written down', async () => {
      const store = await openStore();
      await promisePrompts(store);
      let times = 0;
      let beingWritten = 0;
      const finish: Store['outbox']['finish'] = async (...outcome) => {
        if (beingWritten === 0) times += 1;
        beingWritten += 1;
        await pause(5);
        const kept = await store.outbox.finish(...outcome);
        beingWritten -= 1;
        return kept;
      };

      const drained = await drain({ ...store, outbox: { ...store.outbox, finish } }, () =>
        Promise.resolve(sent),
      );

      expect(drained).toEqual({ tried: people, sent: people });
      expect(beingWritten).toBe(0);
      expect(times).toBeLessThanOrEqual(people / 10);
      expect(await states(store)).toEqual({ sent: people });
    });

    it('does not keep what was sent unwritten because somebody else is slow', async () => {
      const store = await openStore();
      await promisePrompts(store, 2);
      const written: string[] = [];
      const finish: Store['outbox']['finish'] = (id, ...outcome) => {
        written.push(id);
        return store.outbox.finish(id, ...outcome);
      };

      await drain({ ...store, outbox: { ...store.outbox, finish } }, async ({ key }) => {
        while (key === 'prompt:0' && written.length === 0) await pause(5);
        return sent;
      });

      expect(written).toEqual(['d1', 'd0']);
    });

    it('sends nothing more while the database is too slow to write down what was sent', async () => {
      const store = await openStore();
      await promisePrompts(store, 100);
      let unwritten = 0;
      let most = 0;
      const finish: Store['outbox']['finish'] = async (...outcome) => {
        await pause(20);
        unwritten -= 1;
        return store.outbox.finish(...outcome);
      };

      await drain({ ...store, outbox: { ...store.outbox, finish } }, () => {
        unwritten += 1;
        most = Math.max(most, unwritten);
        return Promise.resolve(sent);
      });

      expect(most).toBeGreaterThan(20);
      expect(most).toBeLessThanOrEqual(60);
    });

    it('writes down all the others when one outcome cannot be', async () => {
      const store = await openStore();
      await promisePrompts(store, 20);
      const finish: Store['outbox']['finish'] = (id, ...outcome) =>
        id === 'd7' ? Promise.reject(new Error('Not this one.')) : store.outbox.finish(id, ...outcome);

      const drained = drain({ ...store, outbox: { ...store.outbox, finish } }, () => Promise.resolve(sent));

      await expect(drained).rejects.toThrow('Not this one.');
      expect(await states(store)).toEqual({ sent: 19, waiting: 1 });
    });

    it('waits for what is on its way before it says that nothing more can be claimed', async () => {
      const store = await openStore();
      await promisePrompts(store, 1);
      let claims = 0;
      const claim: Store['outbox']['claim'] = (...asked) => {
        claims += 1;
        return claims === 1 ? store.outbox.claim(...asked) : Promise.reject(new Error('Gone.'));
      };

      const drained = drain({ ...store, outbox: { ...store.outbox, claim } }, async () => {
        await pause(20);
        return sent;
      });

      await expect(drained).rejects.toThrow('Gone.');
      expect(await states(store)).toEqual({ sent: 1 });
    });

    it('begins nothing whose lease is half over: another instance may have it before it arrives', async () => {
      const store = await openStore();
      await promisePrompts(store);
      const slow = clockAt('2026-11-02T09:00:00Z');

      const drained = await drain(
        store,
        async () => {
          await pause(1);
          slow.set(new Date(clock.now().getTime() + 60_000));
          return sent;
        },
        slow,
      );

      expect(drained.sent).toBeLessThan(people);
      expect(await states(store)).toEqual({ sent: drained.sent, waiting: people - drained.sent });
      slow.set(new Date(clock.now().getTime() + 120_000));
      expect((await drain(store, () => Promise.resolve(sent), slow)).sent).toBe(people - drained.sent);
    });

    it('told to stop, finishes what is on its way, begins nothing more and gives back the rest at once', async () => {
      const store = await openStore();
      await promisePrompts(store, 150);
      const begun: string[] = [];
      let claims = 0;
      let isStopped = false;
      const claim: Store['outbox']['claim'] = (...asked) => {
        claims += 1;
        return store.outbox.claim(...asked);
      };
      const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 10_000 }).toBe(true);
      let arrive = (): void => undefined;
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });

      const draining = drainOutbox({
        outbox: { ...store.outbox, claim },
        senders: [
          {
            platform: 'slack',
            send: async ({ key }) => {
              begun.push(key);
              await arrived;
              return sent;
            },
          },
        ],
        clock,
        log: silentLog,
        random: () => 0.5,
        goesOn: () => !isStopped,
        notBegun: ({ attempts }) => `not begun in try ${attempts}`,
      });
      await until(() => begun.length === 20 && claims === 2);
      isStopped = true;
      arrive();
      const drained = await draining;
      const left = await states(store);
      const after: (string | null)[] = [];
      const rest = await drain(store, ({ soFar }) => {
        after.push(soFar);
        return Promise.resolve(sent);
      });

      expect(drained).toEqual({ tried: 20, sent: 20 });
      expect(claims).toBe(2);
      expect(left).toEqual({ sent: 20, waiting: 130 });
      expect(rest.sent).toBe(130);
      expect(after.filter((soFar) => soFar === 'not begun in try 1')).toHaveLength(80);
    });

    it('begins nothing at all when it was told to stop before', async () => {
      const store = await openStore();
      await promisePrompts(store, 3);

      const drained = await drainOutbox({
        outbox: store.outbox,
        senders: [{ platform: 'slack', send: () => Promise.resolve(sent) }],
        clock,
        log: silentLog,
        random: () => 0.5,
        goesOn: () => false,
      });

      expect(drained).toEqual({ tried: 0, sent: 0 });
      expect((await drain(store, () => Promise.resolve(sent))).sent).toBe(3);
    });

    it('stops, and says why, when what happened cannot be written down', async () => {
      const store = await openStore();
      await promisePrompts(store);
      const outbox = { ...store.outbox, finish: () => Promise.reject(new Error('The disk is full.')) };

      const drained = drain({ ...store, outbox }, () => Promise.resolve(sent));

      await expect(drained).rejects.toThrow('The disk is full.');
    });
  });
});
