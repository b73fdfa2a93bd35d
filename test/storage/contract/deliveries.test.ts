import { describe, expect, it } from 'vitest';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { minutesLater, morning, promised } from './samples.ts';

withPartnershipOnEveryDatabase((place) => {
  /** Delivery ids are unique in the whole database, and the tests of this file share one. */
  const own = (id: string): string => `${place.partnership.partnershipId}-${id}`;

  describe('a promised delivery', () => {
    it('is promised once, however often', async () => {
      const { deliveries } = place.partnership;

      const made = await Promise.all(
        ['1', '2', '3'].map((id) => deliveries.promise({ ...promised, id: own(id) })),
      );

      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await deliveries.byKey(promised.key)).toMatchObject({
        key: promised.key,
        purpose: 'prompt',
        to: promised.to,
        message: promised.message,
        state: 'waiting',
        attempts: 0,
        dueAt: morning,
        sentAt: null,
        trouble: null,
      });
      expect(await deliveries.byKey('another')).toBeNull();
    });

    it('to nobody is settled as it is made, with its reason', async () => {
      const { deliveries } = place.partnership;
      const to = {
        kind: 'nobody',
        personId: 'priya',
        reason: 'Priya Shah has no account anywhere.',
      } as const;

      await deliveries.promise({ ...promised, id: own('1'), to });

      expect(await deliveries.byKey(promised.key)).toMatchObject({
        state: 'nobody_there',
        trouble: 'Priya Shah has no account anywhere.',
      });
    });

    it('is listed, counted, and moved only from where it stands', async () => {
      const { deliveries } = place.partnership;
      await deliveries.promise({ ...promised, id: own('1'), key: 'one' });
      await deliveries.promise({
        ...promised,
        id: own('2'),
        key: 'two',
        purpose: 'nudge',
        promisedAt: minutesLater(1),
      });

      const moves = [
        await deliveries.move(own('1'), ['refused', 'ambiguous'], 'gave_up', minutesLater(5), 'no'),
        await deliveries.move(own('1'), ['waiting'], 'gave_up', minutesLater(5), 'Given up by Tom.'),
        await deliveries.move(own('1'), ['gave_up'], 'waiting', minutesLater(9), null),
        await deliveries.move(own('2'), ['waiting'], 'refused', minutesLater(9), 'The channel is archived.'),
      ];

      expect(moves).toEqual([false, true, true, true]);
      expect(await deliveries.byKey('one')).toMatchObject({
        state: 'waiting',
        dueAt: minutesLater(9),
        trouble: null,
      });
      expect((await deliveries.recent(10)).map(({ key }) => key)).toEqual(['two', 'one']);
      expect((await deliveries.recent(1)).map(({ key }) => key)).toEqual(['two']);
      expect((await deliveries.inStates(['refused'])).map(({ key }) => key)).toEqual(['two']);
      expect(await deliveries.counts()).toEqual([
        { purpose: 'nudge', state: 'refused', count: 1 },
        { purpose: 'prompt', state: 'waiting', count: 1 },
      ]);
    });

    it('takes the place of whatever stands there now: what it replaces, or the newest that replaced that one before', async () => {
      const { deliveries } = place.partnership;
      const to = {
        kind: 'account',
        platform: 'slack',
        tenantId: 'T1',
        accountId: own('u'),
        personId: 'x',
      } as const;
      const taken: (string | null)[] = [];
      const sendNext = async (platformMessageId: string) => {
        const claimed = await place.store.outbox.claim(minutesLater(9), minutesLater(11), 100);
        for (const held of claimed.filter(({ key }) => key.startsWith('own:'))) {
          taken.push(held.replacesPlatformMessageId);
          await place.store.outbox.finish(
            held.id,
            held.fence,
            { kind: 'sent', platformMessageId },
            minutesLater(9),
          );
        }
      };

      await deliveries.promise({ ...promised, to, id: own('1'), key: 'own:prompt' });
      await sendNext('ts1');
      await deliveries.promise({ ...promised, to, id: own('2'), key: 'own:first', replaces: 'own:prompt' });
      await sendNext('ts1,ts2');
      await deliveries.promise({ ...promised, to, id: own('3'), key: 'own:second', replaces: 'own:prompt' });
      await sendNext('ts1');
      await deliveries.promise({ ...promised, to, id: own('4'), key: 'own:other', replaces: 'own:unknown' });
      await sendNext('ts9');

      expect(taken).toEqual([null, 'ts1', 'ts1,ts2', null]);
    });
  });
});
