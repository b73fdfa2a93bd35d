import { describe, expect, it } from 'vitest';
import { importPlan } from '../../src/use-cases/import-plan.ts';
import { chat, records, say, versions, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

/** The plan without IC3 and with a new action IC8, in force from today. */
async function revise(stage: Stage): Promise<void> {
  const { plan } = stage;
  const [first] = plan.actions;
  if (!first) throw new Error('The plan has no actions.');
  const revised = {
    ...plan,
    actions: [
      ...plan.actions.filter(({ code }) => code !== 'IC3'),
      { ...first, code: 'IC8', shortTitle: 'Open the libraries', measureCodes: [] },
    ],
  };
  const imported = await importPlan(stage.deps, {
    plan: revised,
    sourceName: 'revised',
    sourceHash: 'revised',
    effectiveFrom: null,
    byPersonId: null,
  });
  if (!imported.ok) throw new Error(imported.error.words);
}

describe('a plan that is revised in the middle of a month', () => {
  it('leaves the open month as it was begun: its actions are asked, answered and counted', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    stage.clock.set(new Date('2026-11-04T10:00:00Z'));
    await revise(stage);

    const answer = await say(stage, 'lena.hart', 'green, met twice');
    const happened = await stage.at('2026-11-13T17:00:00Z');

    expect(words(answer)).toContain('IC3 green');
    expect(happened.at(-1)).toBe('November 2026: closed, 16 without an update');
    expect(await versions(stage, '2026-11', 'IC8')).toEqual([]);
  });

  it('is asked about from the next month on; what was said of the old action stays', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await say(stage, 'lena.hart', 'green, met twice');
    stage.clock.set(new Date('2026-11-04T10:00:00Z'));
    await revise(stage);
    await say(stage, 'sam.field', 'assign IC8 to Lena Hart');
    await stage.at('2026-11-13T17:00:00Z');

    await stage.at('2026-12-01T09:00:00Z');

    const { personId } = await stage.actor('lena.hart');
    const prompt = await records(stage).prompts.ofPerson('2026-12', personId);
    expect(prompt?.items.map(({ code }) => code)).toEqual(['IC8']);
    expect((await stage.conversation('lena.hart')).at(-1)).toContain('Open the libraries');
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update green']);
  });

  it('is one revision, however often the same file is imported', async () => {
    const stage = await birminghamStage(await testStore());
    await revise(stage);

    await revise(stage);

    expect((await records(stage).plans.all()).map(({ number }) => number)).toEqual([1, 2]);
    expect(await chat(stage, 'lena.hart')).toBe('');
  });
});
