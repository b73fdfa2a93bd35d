import { addDays, type LocalDate } from '../kit/local-date.ts';
import { failure, type Result } from '../kit/result.ts';
import { roleAsked } from '../messages/role-asked.ts';
import type { Person, Role, RoleKind, RoleScope } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { currentCycle, planInForce, readDirectory, type Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { reconcilePrompts } from './reconcile-prompts.ts';
import { refusal, type Refusal } from './refusal.ts';
import { sameScope, scopeTitle } from './role-scope.ts';

/** What a change of roles is made with, inside its transaction. */
export interface Changing {
  readonly deps: Deps;
  readonly records: Records;
  readonly actor: Actor;
  readonly directory: Directory;
  readonly plan: Plan;
}

/** One transaction: the change, then prompts for whoever answers now. */
export async function changingRoles<T>(
  deps: Deps,
  actor: Actor,
  work: (changing: Changing) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return allOrNothing(deps.store.in(actor.partnershipId), async (records) => {
    const plan = await planInForce(records, deps.clock.now());
    if (!plan)
      return failure(
        refusal('not_found', 'No plan is in force yet. Import one first: bcp plan import FILE.'),
      );
    const directory = await readDirectory(records);
    const result = await work({ deps, records, actor, directory, plan });
    if (result.ok) await promptWhoAnswersNow(deps, records);
    return result;
  });
}

/** The prompts of the open month, if there is one, for the owners, covers and absences as they are now. */
export async function promptWhoAnswersNow(deps: Deps, records: Records): Promise<void> {
  const context = await currentCycle(records);
  if (context?.cycle.state === 'open')
    await reconcilePrompts(deps, records, context, await readDirectory(records));
}

/** Whoever holds this now, or is to hold it later, holds it until the day before. */
export async function endOthers(
  { records, directory }: Changing,
  next: { readonly kind: RoleKind; readonly scope: RoleScope; readonly from: LocalDate },
): Promise<void> {
  for (const role of directory.roles) {
    if (role.kind !== next.kind || !sameScope(role.scope, next.scope)) continue;
    if (role.endsOn !== null && role.endsOn < next.from) continue;
    await records.people.endRole(role.id, addDays(next.from, -1));
  }
}

/** A person who can be given something on a day, or why not. */
export function personHere(
  { directory }: Changing,
  personId: string,
  day: LocalDate,
): Person | { readonly trouble: Refusal } {
  const person = directory.person(personId);
  if (!person) {
    const words = 'Nobody by that name is known to this partnership. Ask the secretariat to add them.';
    return { trouble: refusal('not_found', words) };
  }
  if (person.endsOn !== null && person.endsOn < day)
    return {
      trouble: refusal('not_found', `${person.name} has left the partnership. Choose somebody else.`),
    };
  return person;
}

/** Adds the role and asks the person, privately, whether they take it on. */
export async function giveRole(changing: Changing, person: Person, role: Role): Promise<void> {
  const { deps, records, actor, directory, plan } = changing;
  await records.people.addRole(role);
  await promiseToPerson(deps, records, {
    person,
    accounts: directory.accounts,
    purpose: 'notice',
    key: `role:${role.id}`,
    message: roleAsked({
      roleId: role.id,
      kind: role.kind,
      title: scopeTitle(plan, role.scope) ?? '',
      byName: actor.person.name,
      from: role.startsOn,
    }),
  });
}
