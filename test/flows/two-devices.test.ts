import { describe, expect, it } from 'vitest';
import { askDeputies } from '../../src/use-cases/ask-deputies.ts';
import { closeCycle } from '../../src/use-cases/close-cycle.ts';
import { nudgeOwners } from '../../src/use-cases/nudge-owners.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import { tellThemeLeads } from '../../src/use-cases/tell-theme-leads.ts';
import {
  auditVerbs,
  chat,
  fillIn,
  openForm,
  outcome,
  press,
  records,
  say,
  send,
  versions,
  words,
} from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { onEveryDatabase, testStore } from '../support/database.ts';

onEveryDatabase((openStore) => {
  describe('the same form from a telephone and from a computer', () => {
    it('is one record, and the second one is told so', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      const phone = await openForm(stage, 'lena.hart', '2026-11');
      const computer = await openForm(stage, 'lena.hart', '2026-11');
      const answers = { 'IC3.rating': 'green', 'IC3.done': 'The youth council met twice.' };

      await send(stage, 'lena.hart', phone, answers);
      const second = await send(stage, 'lena.hart', computer, answers);

      expect(outcome(second)).toBe('That had been recorded already; nothing was changed.');
      expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update green']);
    });

    it('with other words is not recorded over the first, and says what is there', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      const phone = await openForm(stage, 'lena.hart', '2026-11');
      const computer = await openForm(stage, 'lena.hart', '2026-11');
      await send(stage, 'lena.hart', phone, { 'IC3.rating': 'green', 'IC3.done': 'Met twice.' });

      const second = await send(stage, 'lena.hart', computer, {
        'IC3.rating': 'amber',
        'IC3.done': 'Met once.',
      });

      expect(outcome(second)).toContain(
        'IC3.rating: IC3 was already recorded by Lena Hart on 2 November at 09:00 (green). Nothing of yours was stored.',
      );
      expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update green']);
    });

    it('arriving in the same moment is still one record', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      const form = await openForm(stage, 'lena.hart', '2026-11');
      const answers = { 'IC3.rating': 'green', 'IC3.done': 'The youth council met twice.' };

      const results = await Promise.all([
        send(stage, 'lena.hart', form, answers, 'phone'),
        send(stage, 'lena.hart', form, answers, 'computer'),
        send(stage, 'lena.hart', form, answers, 'phone'),
      ]);

      expect(results.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved']);
      expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update green']);
      expect((await auditVerbs(stage))['update_recorded']).toBe(1);
    });
  });
});

/** Runs something twice and gives the database's own account of it after each time. */
async function twice(stage: Stage, act: () => Promise<unknown>): Promise<readonly [unknown, unknown]> {
  const account = async () => ({
    verbs: await auditVerbs(stage),
    deliveries: (await records(stage).deliveries.recent(1000)).length,
    roles: (await records(stage).people.roles()).length,
    absences: (await records(stage).people.absences()).length,
    decisions: (await records(stage).meetings.decisions()).length,
    responses: (await records(stage).voice.responses()).length,
    meetings: (await records(stage).meetings.all()).length,
    prompts: await records(stage).prompts.ofMonth('2026-11'),
  });
  await act();
  const once = await account();
  await act();
  return [once, await account()];
}

async function openStage(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

describe('what reaches bcp twice has one effect', () => {
  it('a form that is sent again', async () => {
    const stage = await openStage();

    const [once, again] = await twice(stage, () =>
      fillIn(stage, 'lena.hart', '2026-11', { 'IC3.rating': 'green', 'IC3.done': 'Met.' }, 'form-1'),
    );

    expect(again).toEqual(once);
  });

  it('a form that is sent again after the month has closed is still known as recorded', async () => {
    const stage = await openStage();
    const form = await openForm(stage, 'lena.hart', '2026-11');
    const answers = { 'IC3.rating': 'green', 'IC3.done': 'Met.' };
    await send(stage, 'lena.hart', form, answers, 'form-1');
    await stage.at('2026-11-13T17:00:00Z');

    const again = await send(stage, 'lena.hart', form, answers, 'form-1');

    expect(outcome(again)).toBe('That had been recorded already; nothing was changed.');
  });

  it('an answer in words, and a question about it', async () => {
    const stage = await openStage();

    const [once, again] = await twice(stage, () =>
      say(stage, 'asha.verma', 'IC4 amber. I28 is 41', 'words-1'),
    );
    const [doubtOnce, doubtAgain] = await twice(stage, () => say(stage, 'asha.verma', 'red', 'words-2'));

    expect(again).toEqual(once);
    expect(doubtAgain).toEqual(doubtOnce);
    const asha = await stage.actor('asha.verma');
    expect(await records(stage).questions.openOf(asha.personId)).toHaveLength(1);
  });

  it('an undo', async () => {
    const stage = await openStage();
    await say(stage, 'lena.hart', 'green, met twice');
    await say(stage, 'lena.hart', 'amber, met once');

    const [once, again] = await twice(stage, () => say(stage, 'lena.hart', 'undo', 'undo-1'));
    const told = await say(stage, 'lena.hart', 'undo', 'undo-1');

    expect(again).toEqual(once);
    expect(words(told)).toBe('That had been taken back already; nothing was changed.');
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update green', 'edit amber', 'undo green']);
  });

  it('"later", an absence, a hand-over', async () => {
    const stage = await openStage();

    const later = await twice(stage, () => say(stage, 'lena.hart', 'Friday'));
    const away = await twice(stage, () => say(stage, 'tom.osei', 'On leave until 20 November, ask Lena'));
    const handed = await twice(stage, () => say(stage, 'lena.hart', 'Priya Nair leads on this now'));

    expect(later[1]).toEqual(later[0]);
    expect(away[1]).toEqual(away[0]);
    expect(handed[1]).toEqual(handed[0]);
  });

  it('giving a role, taking it on, ending it, and leaving', async () => {
    const stage = await openStage();
    const given = await twice(stage, () => say(stage, 'sam.field', 'assign IC3 to Priya Nair as deputy'));
    const priya = await stage.actor('priya.nair');
    const role = priya.roles.find(({ scope }) => scope.kind === 'action' && scope.code === 'IC3')?.id ?? '';

    const taken = await twice(stage, () => press(stage, 'priya.nair', { verb: 'accept_role', role }));
    const ended = await twice(stage, () => say(stage, 'sam.field', 'unassign IC3 from Priya Nair as deputy'));
    const left = await twice(stage, () => say(stage, 'sam.field', 'leaves Lena Hart 2026-11-30'));

    expect(given[1]).toEqual(given[0]);
    expect(taken[1]).toEqual(taken[0]);
    expect(ended[1]).toEqual(ended[0]);
    expect(left[1]).toEqual(left[0]);
  });

  it('a meeting, a decision, and what was done about what young people said', async () => {
    const stage = await openStage();

    const met = await twice(stage, () => say(stage, 'sam.field', 'meeting 2026-11-02 Partnership Board'));
    const decided = await twice(stage, () => say(stage, 'grace.bell', 'decide IC5 agency spend is agreed'));
    const voiced = await twice(stage, () =>
      say(stage, 'sam.field', 'voice V08 a drop-in has been open since May'),
    );

    expect(met[1]).toEqual(met[0]);
    expect(decided[1]).toEqual(decided[0]);
    expect(voiced[1]).toEqual(voiced[0]);
  });

  it('opening, reminding, asking deputies, telling theme leads, closing', async () => {
    const stage = await openStage();
    const { deps, partnershipId } = stage;

    const opened = await twice(stage, () => openCycle(deps, partnershipId, '2026-11', null));
    const nudged = await twice(stage, () => nudgeOwners(deps, partnershipId, '2026-11', 1));
    stage.clock.set(new Date('2026-11-11T09:00:00Z'));
    const deputies = await twice(stage, () => askDeputies(deps, partnershipId, '2026-11'));
    const leads = await twice(stage, () => tellThemeLeads(deps, partnershipId, '2026-11'));
    const closed = await twice(stage, () => closeCycle(deps, partnershipId, '2026-11', null));

    for (const [once, again] of [opened, nudged, deputies, leads, closed]) expect(again).toEqual(once);
  });

  it('drafting, approving and posting a digest', async () => {
    const stage = await openStage();
    await stage.at('2026-11-16T09:00:00Z');
    await records(stage).channels.save({
      id: 'board',
      platform: 'rehearsal',
      tenantId: 'rehearsal',
      channelId: 'board',
      name: 'partnership-board',
      audience: 'board',
      reach: 'members',
    });

    const drafted = await twice(stage, () => say(stage, 'sam.field', 'digest draft 2026-11'));
    const approved = await twice(stage, () => say(stage, 'sam.field', 'digest approve 2026-11'));
    const posted = await twice(stage, () => say(stage, 'sam.field', 'digest post 2026-11'));

    for (const [once, again] of [drafted, approved, posted]) expect(again).toEqual(once);
    await stage.at('2026-11-16T09:05:00Z');
    expect(await records(stage).conversations.of('channel:board', 10)).toHaveLength(1);
  });

  it('a receipt stays one message, however often it changes', async () => {
    const stage = await openStage();
    await say(stage, 'lena.hart', 'green, met twice');
    await stage.at('2026-11-02T09:10:00Z');
    await say(stage, 'lena.hart', 'amber, met once');

    await stage.at('2026-11-02T09:20:00Z');

    expect(await stage.conversation('lena.hart')).toHaveLength(1);
    expect(await chat(stage, 'lena.hart')).toContain('Met once');
  });
});
