import { dayInWords, isLocalDate, type LocalDate } from '../../kit/local-date.ts';
import type { FieldProblem, Submission } from '../../messages/forms/form.ts';
import { roleInWords } from '../../messages/role-asked.ts';
import { sentence } from '../../messages/sentence.ts';
import { roleKinds, type Person, type RoleKind, type RoleScope } from '../../plan/people.ts';
import { addPerson, type AddedPerson } from '../add-person.ts';
import { assignRole } from '../change-roles.ts';
import { readDirectory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import type { Refusal } from '../refusal.ts';
import { whyScopeDoesNotFit } from '../role-scope.ts';
import type { SubmissionResult } from './answer.ts';
import { assignedWords, nobodyOrMany, peopleNamed, scopeNamed } from './named-in-words.ts';
import { enterOffice, type Office } from './enter-office.ts';

/** The form "Assign or hand over": what is wrong stands at its field, and nothing is stored until all of it is right. */
export async function saveAssignment(
  deps: Deps,
  actor: Actor,
  { answers }: Submission,
): Promise<SubmissionResult> {
  const office = await enterOffice(deps, actor, 'assign_role', {
    kind: 'role',
    role: 'owner',
    personId: '',
  });
  if (!office.ok) return problems(problem('', office.error.words));
  const people = (await readDirectory(office.value.store)).people;
  const read = readAssignment(office.value, people, answers);
  if ('wrong' in read) return problems(...read.wrong);
  const { person, kind, scope, from } = read;
  const assigned = await assignRole(deps, actor, { personId: person.id, kind, scope, from, until: null });
  if (!assigned.ok) return problems(problem(fieldOf(assigned.error), assigned.error.words));
  return { kind: 'saved', say: [sentence(assignedWords(person.name, scope.code, assigned.value))] };
}

function readAssignment({ plan, today }: Office, people: readonly Person[], answers: Submission['answers']) {
  const text = (name: string) => (answers[name] ?? '').trim();
  const scope = scopeNamed(plan, text('what'));
  const kind = roleKindOf(text('role'));
  const person = personMeant(people, text('person'));
  const from = text('from');
  const misfit = kind !== null && scope !== null ? whyScopeDoesNotFit(kind, scope) : null;
  const day = whatIsWrongWithDay(from, today);
  const wrong = [
    ...(scope === null ? [problem('what', 'Choose an action or a theme from the list.')] : []),
    ...(typeof person === 'string' ? [problem('person', person)] : []),
    ...(kind === null ? [problem('role', 'Choose as what: owner, deputy, cover or theme lead.')] : []),
    ...(misfit === null ? [] : [problem('role', misfit)]),
    ...(day === null ? [] : [problem('from', day)]),
  ];
  return wrong.length > 0 || scope === null || kind === null || typeof person === 'string'
    ? { wrong }
    : { person, kind, scope, from };
}

function whatIsWrongWithDay(from: string, today: LocalDate): string | null {
  if (!isLocalDate(from)) return 'Give the first day, for example 2026-11-20.';
  return from < today ? `The first day cannot be in the past: today, ${dayInWords(today)}, or later.` : null;
}

/** The form "Add a person", with a first role if one was chosen. */
export async function savePerson(
  deps: Deps,
  actor: Actor,
  { answers }: Submission,
): Promise<SubmissionResult> {
  const office = await enterOffice(deps, actor, 'import_people');
  if (!office.ok) return problems(problem('', office.error.words));
  const { plan, today } = office.value;
  const text = (name: string) => (answers[name] ?? '').trim();
  const kind = roleKindOf(text('role'));
  const scope: RoleScope | null =
    text('what') === '' ? { kind: 'partnership' } : scopeNamed(plan, text('what'));
  if (scope === null) return problems(problem('what', 'Choose an action or a theme from the list.'));
  const added = await addPerson(deps, actor, {
    name: text('name'),
    email: text('email'),
    organisationCode: text('organisation'),
    jobTitle: text('jobTitle'),
    role: kind === null ? null : { kind, scope, from: today },
  });
  if (!added.ok) return problems(...problemsOf(added.error));
  return { kind: 'saved', say: [sentence(addedWords(added.value, kind, scope))] };
}

function addedWords(
  { person, isNew, isReachable }: AddedPerson,
  kind: RoleKind | null,
  scope: RoleScope,
): string {
  const of = scope.kind === 'partnership' ? '' : ` of ${scope.code}`;
  const role = kind === null ? '' : `, ${roleInWords(kind)}${of},`;
  const reach = isReachable
    ? ''
    : ` bcp cannot reach ${person.name} yet: ask them to type "/bcp link" in Slack or "link" to bcp in Teams, or give them a code: link code ${person.email}.`;
  return `${person.name}${role} is ${isNew ? 'added' : 'known, and up to date'}.${reach}`;
}

/** Somebody by their id, as a list gives it, or by name or address, as somebody typed it; a sentence where nobody single is meant. */
function personMeant(people: readonly Person[], answer: string): Person | string {
  const byId = people.find(({ id }) => id === answer);
  if (byId) return byId;
  if (answer.trim() === '') return 'Choose who takes it on.';
  const found = peopleNamed(people, answer);
  const [person] = found;
  return person && found.length === 1 ? person : nobodyOrMany(answer, found);
}

function roleKindOf(word: string): RoleKind | null {
  return roleKinds.find((kind) => kind === word) ?? null;
}

function problemsOf(error: Refusal): readonly FieldProblem[] {
  return error.problems.length > 0 ? error.problems : [problem(fieldOf(error), error.words)];
}

function fieldOf({ kind }: Refusal): string {
  return kind === 'not_found' ? 'person' : kind === 'not_allowed' ? 'role' : '';
}

function problem(field: string, words: string): FieldProblem {
  return { field, words };
}

function problems(...found: readonly FieldProblem[]): SubmissionResult {
  return { kind: 'problems', problems: found };
}
