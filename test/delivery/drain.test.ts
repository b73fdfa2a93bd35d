import { describe, expect, it } from 'vitest';
import { drainOutbox, type Drained } from '../../src/delivery/drain.ts';
import { clockAt } from '../../src/kit/clock.ts';
import { silentLog } from '../../src/kit/log.ts';
import { sentence } from '../../src/messages/sentence.ts';
import type { ClaimedDelivery, DeliveryOutcome } from '../../src/use-cases/ports/delivery-records.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { newPartnership, onEveryDatabase } from '../support/database.ts';

const clock = clockAt('2026-11-02T09:00:00Z');
const people = 50;

/** One prompt for each of so many people, in conversations of their own. */
async function promisePrompts(store: Store): Promise<void> {
  const { deliveries } = await newPartnership(store);
  for (let index = 0; index < people; index += 1)
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
): Promise<Drained> {
  return drainOutbox({
    outbox: store.outbox,
    senders: [{ platform: 'slack', send }],
    clock,
    log: silentLog,
    random: () => 0.5,
  });
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

    it('does not send again all at once what a platform turned away until the same moment', async () => {
      const store = await openStore();
      await promisePrompts(store);
      const at = new Date(clock.now().getTime() + 600_000);
      let chance = 0;

      await drainOutbox({
        outbox: store.outbox,
        senders: [
          { platform: 'slack', send: () => Promise.resolve({ kind: 'retry', at, trouble: 'Busy.' }) },
        ],
        clock,
        log: silentLog,
        random: () => (chance += 0.01),
      });

      const later = (ms: number) => new Date(at.getTime() + ms);
      const due = (until: Date) => store.outbox.claim(until, later(600_000), people);
      expect(await due(at)).toHaveLength(0);
      const first = await due(later(20_000));
      expect(first.length).toBeGreaterThan(5);
      expect(first.length).toBeLessThan(people);
      expect(first.length + (await due(later(60_000))).length).toBe(people);
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
