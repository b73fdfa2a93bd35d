import { describe, expect, it } from 'vitest';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { cycle, minutesLater, morning, prompt, revision } from './samples.ts';

withPartnershipOnEveryDatabase((place) => {
  describe('a plan revision', () => {
    it('comes back whole, also when it is read a second time', async () => {
      const { plans } = place.partnership;
      await plans.add(revision);

      expect(await plans.byId('revision-1')).toEqual(revision);
      expect(await plans.byId('revision-1')).toEqual(revision);
      expect(await plans.byId('revision-9')).toBeNull();
    });

    it('is in force from the day it begins until a later one begins', async () => {
      const { plans } = place.partnership;
      await plans.add(revision);
      await plans.add({ ...revision, id: 'revision-2', number: 2, effectiveFrom: '2026-12-01' });
      await plans.add({ ...revision, id: 'revision-3', number: 3, effectiveFrom: '2026-12-01' });

      const days = ['2026-03-31', '2026-04-01', '2026-11-30', '2026-12-01'];
      const inForce = await Promise.all(days.map(async (day) => (await plans.inForce(day))?.number ?? null));

      expect(inForce).toEqual([null, 1, 1, 3]);
      expect((await plans.all()).map(({ number }) => number)).toEqual([1, 2, 3]);
    });
  });

  describe('a cycle', () => {
    it('is opened once in a month, whoever is second', async () => {
      const { cycles } = place.partnership;

      const opened = await Promise.all([cycles.open(cycle), cycles.open({ ...cycle, id: 'cycle-2' })]);

      expect(opened.filter(Boolean)).toHaveLength(1);
      expect(await cycles.all()).toHaveLength(1);
    });

    it('is closed once, and keeps the settings it was opened with', async () => {
      const { cycles } = place.partnership;
      await cycles.open(cycle);
      await cycles.open({ ...cycle, id: 'cycle-0', month: '2026-10' });

      const closed = [
        await cycles.close('2026-11', minutesLater(1)),
        await cycles.close('2026-11', minutesLater(2)),
      ];

      expect(closed).toEqual([true, false]);
      expect(await cycles.byMonth('2026-11')).toEqual({
        ...cycle,
        state: 'closed',
        closedAt: minutesLater(1),
      });
      expect((await cycles.all()).map(({ month }) => month)).toEqual(['2026-11', '2026-10']);
      expect(await cycles.close('2026-12', morning)).toBe(false);
    });
  });

  describe('a prompt', () => {
    it('is one for each person and month', async () => {
      const { prompts } = place.partnership;

      const added = [await prompts.add(prompt), await prompts.add({ ...prompt, id: 'prompt-2' })];

      expect(added).toEqual([true, false]);
      expect(await prompts.ofMonth('2026-11')).toEqual([prompt]);
      expect(await prompts.ofPerson('2026-11', 'priya')).toEqual(prompt);
      expect(await prompts.ofPerson('2026-12', 'priya')).toBeNull();
    });

    it('can be deferred and handed over', async () => {
      const { prompts } = place.partnership;
      await prompts.add(prompt);
      const changed = {
        ...prompt,
        items: prompt.items.slice(0, 1),
        state: 'moved',
        deferredUntil: '2026-11-09',
      } as const;

      await prompts.save(changed);

      expect(await prompts.ofPerson('2026-11', 'priya')).toEqual(changed);
    });
  });
});
