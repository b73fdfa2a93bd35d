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
  const content = {
    rating: 'green',
    next: '',
    pathToGreen: null,
    ask: null,
    startsOn: null,
    evidence: [],
  } as const;
  const recorded = await recordUpdate(stage.deps, await stage.actor('lena.hart'), {
    month: '2026-11',
    actions: stage.plan.actions.slice(0, 9).map(({ code }) => ({
      code,
      kind: 'update',
      content: { ...content, done: long(code) },
      basedOn: 0,
    })),
    values: [],
    reason: null,
    eventKey: 'nine',
    strictness: 'what_there_is',
  });
  if (!recorded.ok) throw new Error(recorded.error.words);
}
