import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { roleInWords } from '../../messages/role-asked.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Person, RoleKind, RoleScope } from '../../plan/people.ts';
import { assignRole } from '../change-roles.ts';
import { endRole } from '../end-role.ts';
import { planInForce, readDirectory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { saying, type Answer } from './answer.ts';
import { opening } from './enter-office.ts';
import { assignedWords, nobodyOrMany, peopleNamed, scopeNamed } from './named-in-words.ts';
import { openOfficeForm } from './open-office-form.ts';

const shape = /^(\S+)\s+(?:to\s+)?(.+?)(?:\s+as\s+(owner|deputy|cover|theme lead))?$/i;
const endShape = /^(\S+)\s+(?:from\s+)?(.+?)(?:\s+as\s+(owner|deputy|cover|theme lead))?$/i;

/** `assign IC5 to Priya Nair`, `assign IC5 priya.nair@trust.example as deputy`: from today. `assign` and `assign IC5` open the form. */
export async function assignCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  if (!/\s/.test(words.trim())) return opening(await openOfficeForm(deps, actor, `assign ${words}`.trim()));
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
  return saying(sentence(assignedWords(person.name, scope.code, assigned.value)));
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
  const scope = scopeNamed(plan, code);
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

function roleOf(words: string): RoleKind {
  const wanted = words.toLowerCase();
  if (wanted === 'theme lead') return 'theme_lead';
  return wanted === 'deputy' || wanted === 'cover' ? wanted : 'owner';
}
