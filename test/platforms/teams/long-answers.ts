import type { UpdateContent } from '../../../src/plan/update.ts';
import { recordUpdate } from '../../../src/use-cases/record-update.ts';
import type { TeamsStage } from './teams-stage.ts';

const long = (about: string) =>
  `${about}: ${'the plan goes on as the board was told in spring. '.repeat(28)}`;

/** Lena owns every action of the plan from now on. */
export async function lenaOwnsEverything(stage: TeamsStage): Promise<void> {
  const { people } = stage.store.in(stage.partnershipId);
  const lena = await people.byEmail('lena.hart@birmingham.example');
  for (const role of await people.roles())
    if (role.kind === 'owner') await people.endRole(role.id, '2026-10-31');
  for (const { code } of stage.plan.actions)
    await people.addRole({
      id: `owner-${code}`,
      personId: lena?.id ?? '',
      kind: 'owner',
      scope: { kind: 'action', code },
      startsOn: '2026-11-01',
      endsOn: null,
      acceptedAt: new Date('2026-11-01T09:00:00Z'),
    });
}

/** Lena answers nine actions at length: what shows them is longer than one card. */
export async function lenaAnswersNine(stage: TeamsStage): Promise<void> {
  await answered(stage, 9, { rating: 'green', pathToGreen: null, ask: null });
}

/** All of them are red, with a path to green and an ask: a status of the whole plan is longer than one card. */
export async function lenaAnswersAllRed(stage: TeamsStage): Promise<void> {
  await answered(stage, stage.plan.actions.length, {
    rating: 'red',
    pathToGreen: { what: long('Path').slice(0, 600), who: 'the partnership', by: '2026-12-18' },
    ask: { verb: 'agree', what: long('Agree').slice(0, 600), by: null },
  });
}

async function answered(
  stage: TeamsStage,
  count: number,
  said: Pick<UpdateContent, 'rating' | 'pathToGreen' | 'ask'>,
): Promise<void> {
  const content = { ...said, next: '', startsOn: null, evidence: [] };
  const recorded = await recordUpdate(stage.deps, await stage.actor('lena.hart'), {
    month: '2026-11',
    actions: stage.plan.actions.slice(0, count).map(({ code }) => ({
      code,
      kind: 'update',
      content: { ...content, done: long(code) },
      basedOn: 0,
    })),
    values: [],
    reason: null,
    eventKey: 'at-length',
    strictness: 'what_there_is',
  });
  if (!recorded.ok) throw new Error(recorded.error.words);
}
