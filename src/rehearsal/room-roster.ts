import { organisationName } from '../plan/organisation-name.ts';
import { londonDate } from '../kit/london.ts';
import { roleInWords } from '../messages/role-asked.ts';
import type { Person, RoleKind } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import { isRoleActive } from '../plan/roles.ts';
import type { Roster, RosterPerson } from '../platforms/rehearsal/rehearsal-host.ts';
import { currentCycle, planInForce, readDirectory, type Directory } from '../use-cases/cycle-context.ts';
import type { Deps } from '../use-cases/deps.ts';
import type { Prompt } from '../use-cases/ports/cycle-records.ts';
import { isAnswered, readPromptFacts, type PromptFacts } from '../use-cases/prompt-view.ts';

/** Who is in the room, with their roles in words and whether they have answered this month. */
export async function readRoster(deps: Deps, partnershipId: string): Promise<Roster> {
  const store = deps.store.in(partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) throw new Error('A rehearsal without a plan.');
  const directory = await readDirectory(store);
  const context = await currentCycle(store);
  const facts = context ? await readPromptFacts(store, context, directory) : null;
  const prompts = context ? await store.prompts.ofMonth(context.cycle.month) : [];
  const today = londonDate(deps.clock.now());
  return {
    partnership: { id: partnershipId, name: plan.partnership.name, shortName: plan.partnership.shortName },
    people: directory.people.map((person) =>
      rosterPerson(person, plan, directory, today, promptState(person, prompts, facts)),
    ),
    channels: await store.channels.all(),
  };
}

function rosterPerson(
  person: Person,
  plan: Plan,
  directory: Directory,
  today: string,
  state: RosterPerson['promptState'],
): RosterPerson {
  return {
    id: person.id,
    name: person.name,
    organisation: organisationName(plan, person.organisationCode),
    jobTitle: person.jobTitle,
    roleWords: roleWords(person.id, directory, today),
    promptState: state,
  };
}

function roleWords(personId: string, { roles }: Directory, today: string): readonly string[] {
  const own = roles.filter((role) => role.personId === personId && isRoleActive(role, today));
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    wordsOf(
      kind,
      own
        .filter((role) => role.kind === kind)
        .flatMap(({ scope }) => (scope.kind === 'partnership' ? [] : [scope.code])),
    ),
  );
}

function wordsOf(kind: RoleKind, codes: readonly string[]): string {
  const role = roleInWords(kind);
  return codes.length === 0
    ? `${role.charAt(0).toUpperCase()}${role.slice(1)}`
    : `${role} of ${codes.join(', ')}`;
}

function promptState(
  person: Person,
  prompts: readonly Prompt[],
  facts: PromptFacts | null,
): RosterPerson['promptState'] {
  const prompt = prompts.find(({ personId }) => personId === person.id);
  if (!prompt || !facts || prompt.state === 'moved') return 'none';
  if (isAnswered(prompt, facts)) return 'answered';
  return facts.context.cycle.state === 'open' ? 'due' : 'late';
}
