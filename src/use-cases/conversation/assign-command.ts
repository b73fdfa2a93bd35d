import { dayInWords } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { roleInWords } from '../../messages/role-asked.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Person, RoleKind, RoleScope } from '../../plan/people.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import type { Plan } from '../../plan/plan.ts';
import { assignRole } from '../change-roles.ts';
import { endRole } from '../end-role.ts';
import { planInForce, readDirectory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { saying, type Answer } from './answer.ts';

const shape = /^(\S+)\s+(?:to\s+)?(.+?)(?:\s+as\s+(owner|deputy|cover|theme lead))?$/i;
const endShape = /^(\S+)\s+(?:from\s+)?(.+?)(?:\s+as\s+(owner|deputy|cover|theme lead))?$/i;

/** `assign IC5 to Priya Nair`, `assign IC5 priya.nair@trust.example as deputy`: from today. */
export async function assignCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const named = await readRole(deps, actor, shape.exec(words.trim()), 'assign IC5 to Priya Nair as deputy');
  if (!named.ok) return saying(sentence(named.error, 'notice'));
  const { person, kind, scope } = named.value;
  const today = londonDate(deps.clock.now());
  const assigned = await assignRole(deps, actor, {
    personId: person.id,
    kind,
    scope,
    from: today,
    until: null,
  });
  if (!assigned.ok) return saying(refusalMessage(assigned.error));
  const asked = assigned.value.acceptedAt === null ? ' and has been asked to accept' : ' already';
  return saying(
    sentence(
      `${person.name} is ${roleInWords(kind)} of ${scope.code} from ${dayInWords(assigned.value.startsOn)}${asked}.`,
    ),
  );
}

/** `unassign IC5 from Priya Nair as deputy`: today is the last day. */
export async function unassignCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const named = await readRole(
    deps,
    actor,
    endShape.exec(words.trim()),
    'unassign IC5 from Priya Nair as deputy',
  );
  if (!named.ok) return saying(sentence(named.error, 'notice'));
  const { person, kind, scope } = named.value;
  const lastDay = londonDate(deps.clock.now());
  const ended = await endRole(deps, actor, { personId: person.id, kind, scope, lastDay });
  if (!ended.ok) return saying(refusalMessage(ended.error));
  const { name, askedNext } = ended.value;
  const next = askedNext === null ? 'Nobody is asked for it then.' : `From tomorrow ${askedNext} is asked.`;
  return saying(sentence(`${name} is ${roleInWords(kind)} of ${scope.code} until today. ${next}`));
}

interface NamedRole {
  readonly person: Person;
  readonly kind: RoleKind;
  readonly scope: Exclude<RoleScope, { kind: 'partnership' }>;
}

/** What, to whom and as what; the error is a sentence. */
async function readRole(
  deps: Deps,
  actor: Actor,
  match: RegExpExecArray | null,
  example: string,
): Promise<Result<NamedRole, string>> {
  if (!match) return failure(`Say what, who and as what, for example: ${example}.`);
  const [, code = '', name = '', roleWord] = match;
  const store = deps.store.in(actor.partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) return failure('No plan is in force yet.');
  const scope = scopeOf(plan, code);
  if (!scope)
    return failure(
      `The plan has nothing called "${code}". Give an action's, a measure's or a theme's code, for example IC5.`,
    );
  const found = peopleNamed((await readDirectory(store)).people, name);
  const [person] = found;
  if (!person || found.length > 1) return failure(nobodyOrMany(name, found));
  const kind = roleOf(roleWord ?? (scope.kind === 'theme' ? 'theme lead' : 'owner'));
  return success({ person, kind, scope });
}

function scopeOf(plan: Plan, code: string): Exclude<RoleScope, { kind: 'partnership' }> | null {
  const upper = code.toUpperCase();
  if (planAction(plan, upper)) return { kind: 'action', code: upper };
  const measure = plan.indicators
    .flatMap(({ measures }) => measures)
    .find((each) => each.code.toUpperCase() === upper);
  if (measure && planMeasure(plan, measure.code)) return { kind: 'measure', code: measure.code };
  const theme = plan.themes.find((each) => each.code === code.toLowerCase());
  return theme ? { kind: 'theme', code: theme.code } : null;
}

/** Everybody whom these words name: by e-mail address or whole name, else by any part of it. */
export function peopleNamed(people: readonly Person[], words: string): readonly Person[] {
  const wanted = words.trim().toLowerCase();
  const exact = people.filter(({ name, email }) => name.toLowerCase() === wanted || email === wanted);
  return exact.length > 0
    ? exact
    : people.filter(({ name }) => name.toLowerCase().split(' ').includes(wanted));
}

/** Why no single person is meant. */
export function nobodyOrMany(name: string, found: readonly Person[]): string {
  if (found.length === 0)
    return `Nobody called "${name}" is known to this partnership. Import them first: bcp people import FILE.`;
  return `There are several: ${found.map((person) => `${person.name} (${person.email})`).join(', ')}. Give the e-mail address.`;
}

function roleOf(words: string): RoleKind {
  const wanted = words.toLowerCase();
  if (wanted === 'theme lead') return 'theme_lead';
  return wanted === 'deputy' || wanted === 'cover' ? wanted : 'owner';
}
