import { describe, expect, it } from 'vitest';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { minutesLater, moderation, update, value } from './samples.ts';

withPartnershipOnEveryDatabase((place) => {
  describe('an update', () => {
    it('comes back word for word', async () => {
      const { updates } = place.partnership;

      await updates.add(update);

      expect(await updates.latest('2026-11', 'IC5')).toEqual(update);
      expect(await updates.latest('2026-11', 'IC6')).toBeNull();
    });

    it('that says nothing is kept as nothing', async () => {
      const { updates } = place.partnership;
      const silence = {
        ...update,
        kind: 'no_update',
        content: null,
        byPersonId: null,
        reason: null,
      } as const;

      await updates.add(silence);

      expect(await updates.latest('2026-11', 'IC5')).toEqual(silence);
    });

    it('of a version that is taken is refused, so that nobody is overwritten', async () => {
      const { updates } = place.partnership;
      const answers = ['priya', 'tom', 'ann'].map((person) => ({
        ...update,
        id: `by-${person}`,
        byPersonId: person,
      }));

      const added = await Promise.all(answers.map((answer) => updates.add(answer)));

      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await updates.versions('2026-11', 'IC5')).toHaveLength(1);
    });

    it('is the highest version of its month and action, with the earlier ones behind it', async () => {
      const { updates } = place.partnership;
      const later = { ...update, id: 'update-2', version: 2, kind: 'edit', at: minutesLater(3) } as const;
      await updates.add(update);
      await updates.add(later);
      await updates.add({ ...update, id: 'update-3', actionCode: 'BS1' });
      await updates.add({ ...update, id: 'update-4', month: '2026-09' });
      await updates.add({ ...update, id: 'update-5', month: '2026-12' });

      const autumn = await updates.latestBetween('2026-09', '2026-11');

      expect(autumn.map(({ month, actionCode, version }) => [month, actionCode, version])).toEqual([
        ['2026-09', 'IC5', 1],
        ['2026-11', 'BS1', 1],
        ['2026-11', 'IC5', 2],
      ]);
      expect((await updates.latestOfMonth('2026-11')).map(({ id }) => id)).toEqual(['update-3', 'update-2']);
      expect(await updates.versions('2026-11', 'IC5')).toEqual([update, later]);
    });
  });

  describe('a moderation', () => {
    it('stands beside the update, and can be taken back by a later version', async () => {
      const { moderations } = place.partnership;
      const takenBack = { ...moderation, id: 'moderation-2', version: 2, rating: null };

      const added = [
        await moderations.add(moderation),
        await moderations.add({ ...moderation, id: 'again' }),
      ];
      await moderations.add(takenBack);

      expect(added).toEqual([true, false]);
      expect(await moderations.latestOfMonth('2026-11')).toEqual([takenBack]);
      expect(await moderations.latestBetween('2026-01', '2026-10')).toEqual([]);
      expect(await moderations.versions('2026-11', 'IC5')).toEqual([moderation, takenBack]);
    });
  });

  describe('a value', () => {
    it('comes back to the last digit', async () => {
      const { values } = place.partnership;
      const exact = { ...value, value: 0.1 + 0.2, numerator: 1e-7, denominator: 123456789.125 };

      await values.add(exact);

      expect(await values.latest()).toEqual([exact]);
    });

    it('of a later count is a new version of the same period', async () => {
      const { values } = place.partnership;
      const final = { ...value, id: 'value-2', version: 2, provisional: false, value: 60.9 };

      const added = [
        await values.add(value),
        await values.add(final),
        await values.add({ ...final, id: 'value-3' }),
      ];

      expect(added).toEqual([true, true, false]);
      expect(await values.latest()).toEqual([final]);
      expect(await values.versions('I9', 'partnership', value.period)).toEqual([value, final]);
    });

    it('is kept apart by measure, series and kind of period, oldest period first', async () => {
      const { values } = place.partnership;
      await values.addAll([
        { ...value, id: 'a', period: { kind: 'month', key: '2026-10' } },
        { ...value, id: 'b', period: { kind: 'month', key: '2025-11' } },
        { ...value, id: 'c', period: { kind: 'rolling_12_months', key: '2026-09' } },
        { ...value, id: 'd', series: 'england' },
        { ...value, id: 'e', measureCode: 'I10' },
      ]);

      const all = await values.latest();
      const one = await values.latest(['I10', 'I11']);

      expect(all.map(({ id }) => id)).toEqual(['b', 'c', 'e', 'd', 'a']);
      expect(one.map(({ id }) => id)).toEqual(['e']);
      expect(await values.latest([])).toEqual([]);
    });

    it('is added by the thousand, passing over what is there', async () => {
      const { values } = place.partnership;
      const history = Array.from({ length: 1500 }, (_, index) => ({
        ...value,
        id: `value-${index}`,
        measureCode: `M${index}`,
        embargoUntil: null,
        value: index / 7,
      }));
      await values.addAll(history.slice(0, 500));

      const added = await values.addAll(history);

      expect(added).toBe(1000);
      const byId = new Map((await values.latest()).map((known) => [known.id, known]));
      expect(history.map(({ id }) => byId.get(id))).toEqual(history);
    });
  });
});
