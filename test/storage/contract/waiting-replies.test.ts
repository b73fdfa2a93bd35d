import { describe, expect, it } from 'vitest';
import type { PlatformName } from '../../../src/plan/people.ts';
import type { WaitingReply } from '../../../src/use-cases/ports/reply-records.ts';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { minutesLater, morning } from './samples.ts';

const leaseUntil = minutesLater(2);

withPartnershipOnEveryDatabase((place) => {
  const reply = (key: string, personId = 'asha', saidAt = morning): WaitingReply => ({
    partnershipId: place.partnership.partnershipId,
    key,
    personId,
    platform: 'slack',
    tenantId: 'T1',
    accountId: 'UASHA',
    place: { channel: 'D1', thread: null },
    words: 'IC4 amber, [phone number removed]',
    takenOut: [{ type: 'phone', words: 'a phone number', certain: false, where: '' }],
    saidAt,
    isRetry: false,
    receivedAt: morning,
  });
  /** Only those of this test's partnership: all tests of a file share one store. */
  const claim = async (now = morning, platforms: readonly PlatformName[] = ['slack']) => {
    const claimed = await place.store.replies.claim(platforms, now, leaseUntil, 50);
    return claimed.filter(({ partnershipId }) => partnershipId === place.partnership.partnershipId);
  };
  const finishAll = async () => {
    for (const held of await claim()) await place.store.replies.finish(held, { kind: 'read' });
  };

  describe('a reply that was put by', () => {
    it('comes back as it was, and is put by once however often it comes', async () => {
      const { replies } = place.store;

      const first = await Promise.all([replies.putBy(reply('k1')), replies.putBy(reply('k1'))]);
      const later = await replies.putBy(reply('k1'));

      expect(first).toEqual([true, false]);
      expect(later).toBe(false);
      expect(await claim()).toEqual([{ ...reply('k1'), fence: 1, isOvertaken: false }]);
    });

    it('is known to have been put by also after it was read', async () => {
      const { replies } = place.store;
      await replies.putBy(reply('k1'));
      await finishAll();

      expect(await replies.putBy(reply('k1'))).toBe(false);
      expect(await claim()).toEqual([]);
    });

    it('is read after everything that the same person wrote before, and beside what others write', async () => {
      const { replies } = place.store;
      await replies.putBy(reply('k1'));
      await replies.putBy(reply('k2'));
      await replies.putBy(reply('k3', 'priya'));

      const together = await claim();

      expect(together.map(({ key }) => key)).toEqual(['k1', 'k3']);
      expect(await claim()).toEqual([]);
      for (const held of together) await replies.finish(held, { kind: 'read' });
      expect((await claim()).map(({ key }) => key)).toEqual(['k2']);
    });

    it('is read in the order in which it was written, also where it came in another', async () => {
      const { replies } = place.store;
      await replies.putBy(reply('second', 'asha', minutesLater(1)));
      await replies.putBy(reply('first', 'asha', morning));

      const [first] = await claim();
      if (first) await replies.finish(first, { kind: 'read' });
      const [second] = await claim();

      expect([first, second].map((each) => each?.key)).toEqual(['first', 'second']);
      expect([first, second].map((each) => each?.isOvertaken)).toEqual([false, false]);
    });

    it('is known to be overtaken when the same person’s later one was read before it', async () => {
      const { replies } = place.store;
      await replies.putBy(reply('second', 'asha', minutesLater(1)));
      await replies.putBy(reply('other', 'priya', minutesLater(2)));
      await finishAll();
      await replies.putBy(reply('first', 'asha', morning));
      await replies.putBy(reply('third', 'asha', minutesLater(2)));

      const [first] = await claim();
      if (first) await replies.finish(first, { kind: 'read' });
      const [third] = await claim();

      expect([first, third].map((each) => [each?.key, each?.isOvertaken])).toEqual([
        ['first', true],
        ['third', false],
      ]);
    });

    it('waits behind an earlier one that is to be tried again', async () => {
      const { replies } = place.store;
      await replies.putBy(reply('k1'));
      await replies.putBy(reply('k2'));
      const [first] = await claim();

      if (first) await replies.finish(first, { kind: 'again', at: minutesLater(1) });

      expect(await claim()).toEqual([]);
      expect((await claim(minutesLater(1))).map(({ key, words, fence }) => [key, words, fence])).toEqual([
        ['k1', 'IC4 amber, [phone number removed]', 2],
      ]);
    });

    it('is taken over when whoever held it has not come back, whose word then counts no more', async () => {
      const { replies } = place.store;
      await replies.putBy(reply('k1'));
      const [lost] = await claim();

      const [taken] = await claim(minutesLater(3));

      expect(taken?.fence).toBe(2);
      expect(lost && (await replies.finish(lost, { kind: 'read' }))).toBe(false);
      expect(taken && (await replies.finish(taken, { kind: 'read' }))).toBe(true);
    });

    it('is left to the instances that serve its platform', async () => {
      await place.store.replies.putBy({ ...reply('k1'), platform: 'teams' });

      expect(await claim()).toEqual([]);
      const [held] = await claim(morning, ['teams']);
      expect(held?.key).toBe('k1');
    });

    it('keeps no words once it has been read or given up', async () => {
      const { replies } = place.store;
      for (const [key, outcome] of [
        ['k1', 'read'],
        ['k2', 'gave_up'],
      ] as const) {
        await replies.putBy(reply(key));
        for (const held of await claim()) await replies.finish(held, { kind: outcome });
      }

      const rows: unknown[] = [];
      for await (const { table, json } of place.store.whole.rows([place.partnership.partnershipId]))
        if (table === 'WaitingReply') rows.push(JSON.parse(json));

      expect(rows).toHaveLength(2);
      for (const row of rows) expect(row).toMatchObject({ words: '', takenOut: [] });
    });
  });
});
