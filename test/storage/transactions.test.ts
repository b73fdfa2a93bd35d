import { describe, expect, it } from 'vitest';
import { newPartnership, onEveryDatabase } from '../support/database.ts';
import { message, morning, promised, update, value } from './contract/samples.ts';

onEveryDatabase((openStore) => {
  describe('a transaction', () => {
    it('stores all of it or nothing', async () => {
      const place = await newPartnership(await openStore());

      const failed = place.transact(async (records) => {
        await records.updates.add(update);
        await records.deliveries.promise(promised);
        throw new Error('The last step failed.');
      });

      await expect(failed).rejects.toThrow('The last step failed.');
      expect(await place.updates.latest('2026-11', 'IC5')).toBeNull();
      expect(await place.deliveries.recent(5)).toEqual([]);
      await place.transact(async (records) => {
        await records.updates.add(update);
        await records.deliveries.promise(promised);
      });
      expect(await place.updates.latest('2026-11', 'IC5')).toEqual(update);
      expect(await place.deliveries.recent(5)).toHaveLength(1);
    });

    it('is taken back when the database itself refused a step', async () => {
      const place = await newPartnership(await openStore());

      const failed = place.transact(async (records) => {
        await records.settings.set('kept', true);
        await records.conversations.add({
          id: 'post',
          conversation: 'person:priya',
          author: 'bcp',
          message,
          postedAt: morning,
          editedAt: null,
          onlyForPersonId: null,
        });
        await records.meetings.addDecision({
          id: 'decision',
          meetingId: 'no-such-meeting',
          kind: 'decision',
          text: 'x',
          actionCode: null,
          ownerName: null,
          due: null,
          closedOn: null,
          byPersonId: 'tom',
          at: morning,
        });
      });

      await expect(failed).rejects.toThrow();
      expect(await place.settings.get('kept')).toBeUndefined();
      expect(await place.conversations.summaries()).toEqual([]);
    });

    it('keeps its steps together though many run and read at once', async () => {
      const place = await newPartnership(await openStore());
      const both = async (index: number): Promise<void> => {
        await place.transact(async (records) => {
          const version =
            1 + Math.max(0, ...(await records.values.latest(['I9'])).map((known) => known.version));
          await records.values.add({ ...value, id: `v${index}`, measureCode: `M${index}`, version });
          await records.updates.add({ ...update, id: `u${index}`, actionCode: `A${index}` });
        });
      };

      await Promise.all([
        ...Array.from({ length: 15 }, (_, index) => both(index)),
        ...Array.from({ length: 15 }, async () => {
          const seen = await place.transact(async ({ updates, values }) => {
            const [updatesSeen, valuesSeen] = [await updates.latestOfMonth('2026-11'), await values.latest()];
            return { updates: updatesSeen.length, values: valuesSeen.length };
          });
          expect(seen.values).toBeGreaterThanOrEqual(seen.updates);
        }),
      ]);

      expect(await place.updates.latestOfMonth('2026-11')).toHaveLength(15);
      expect(await place.values.latest()).toHaveLength(15);
    });
  });

  it('carries a very long message and a very long answer whole', async () => {
    const place = await newPartnership(await openStore());
    const long = 'æ'.repeat(3_000_000);

    await place.settings.set('long', [long, long]);

    expect(await place.settings.get('long')).toEqual([long, long]);
  });

  it('answers when it is asked whether it is there', async () => {
    const store = await openStore();

    await expect(store.ping()).resolves.toBeUndefined();
  });
});
