import { describe, expect, it } from 'vitest';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { openUpdateForm } from '../../src/use-cases/conversation/open-forms.ts';
import { submitForm } from '../../src/use-cases/conversation/submit-form.ts';
import { onEveryDatabase } from '../support/database.ts';
import { birminghamStage } from '../support/birmingham.ts';

onEveryDatabase((openStore) => {
  describe('a month', () => {
    it('asks each owner once, with all their actions and the figures that are due', async () => {
      const stage = await birminghamStage(await openStore());

      const happened = await stage.at('2026-11-02T09:00:00Z');
      await stage.at('2026-11-02T09:05:00Z');

      expect(happened).toEqual(['November 2026: opened, 3 people asked']);
      const [prompt, ...others] = await stage.conversation('asha.verma');
      expect(others).toEqual([]);
      expect(prompt).toContain('IC4');
      expect(prompt).toContain('IC5');
      expect(prompt).toContain('I28');
      expect(prompt).toContain('Friday 13 November at 17:00');
    });

    it('records a form as it was given, and the prompt becomes its receipt', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      const asha = await stage.actor('asha.verma');
      const form = await openUpdateForm(stage.deps, asha, '2026-11', true);
      if (!form.ok) throw new Error(form.error.words);

      const submission = {
        kind: form.value.kind,
        carries: form.value.carries,
        answers: {
          'IC4.rating': 'amber',
          'IC4.done': 'Two educational psychologists recruited.',
          'I28.value': '41',
        },
      };
      const saved = await submitForm(stage.deps, asha, { submission, eventKey: 'submit-1' });
      const again = await submitForm(stage.deps, asha, { submission, eventKey: 'submit-1' });
      await stage.at('2026-11-02T10:00:00Z');

      expect(saved.kind).toBe('saved');
      expect(again.kind).toBe('saved');
      const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC4');
      expect(versions.map(({ version, content }) => [version, content?.rating])).toEqual([[1, 'amber']]);
      const [receipt, ...others] = await stage.conversation('asha.verma');
      expect(others).toEqual([]);
      expect(receipt).toContain('2 recorded, 4 to go');
      expect(receipt).toContain('Two educational psychologists recruited.');
    });

    it('keeps a red without a path to green out, and says at which field', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      const asha = await stage.actor('asha.verma');

      const result = await submitForm(stage.deps, asha, {
        submission: {
          kind: 'update',
          carries: { month: '2026-11', 'IC5.version': '0' },
          answers: { 'IC5.rating': 'red', 'IC5.done': 'Exclusions rose.' },
        },
        eventKey: 'submit-red',
      });

      expect(result).toMatchObject({ kind: 'problems', problems: [{ field: 'IC5.pathToGreen.what' }] });
      expect(await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC5')).toBeNull();
    });

    it('understands an owner who simply writes', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      const lena = await stage.actor('lena.hart');

      const answer = await hear(stage.deps, lena, {
        text: 'Green, youth council met twice',
        place: { kind: 'personal', channelId: '' },
        eventKey: 'm1',
      });

      expect(answer.say[0]?.summary).toBe('Recorded for November 2026: IC3 green.');
      expect(
        (await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC3'))?.content?.done,
      ).toContain('Youth council met twice');
    });

    it('makes what nobody answered "no update" at the close, and never last month\'s colour', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');

      const happened = await stage.at('2026-11-13T17:00:00Z');

      expect(happened.at(-1)).toBe('November 2026: closed, 17 without an update');
      const latest = await stage.store.in(stage.partnershipId).updates.latestOfMonth('2026-11');
      expect(latest.every(({ kind, content }) => kind === 'no_update' && content === null)).toBe(true);
      expect((await stage.conversation('sam.field')).join('\n')).toContain('November 2026 is closed');
    });

    it("asks the deputy on day 8, tells the owner, and takes the deputy's answer for both", async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      await stage.at('2026-11-11T09:00:00Z');
      const priya = await stage.actor('priya.nair');

      await hear(stage.deps, priya, {
        text: 'amber, waiting list is falling',
        place: { kind: 'personal', channelId: '' },
        eventKey: 'm2',
      });
      await stage.at('2026-11-11T10:00:00Z');

      expect((await stage.conversation('asha.verma')).join('\n')).toContain('Priya Nair has answered');
      const update = await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC4');
      expect(update?.content?.rating).toBe('amber');
      expect(update?.onBehalfOfPersonId).toBe((await stage.actor('asha.verma')).personId);
    });
  });
});
