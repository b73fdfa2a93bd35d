import { addDays, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { can } from '../plan/permissions.ts';
import { isRoleActive } from '../plan/roles.ts';
import type { Role, RoleKind, RoleScope } from '../plan/people.ts';
import { roleAsked } from '../messages/role-asked.ts';
import { planAction, planMeasure } from '../plan/plan-lookup.ts';
import type { Plan } from '../plan/plan.ts';
import { auditOf } from './audit-facts.ts';
import { currentCycle, planInForce, readDirectory, type Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { reconcilePrompts } from './prompt-people.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface AssignRole {
  readonly personId: string;
  readonly kind: RoleKind;
  readonly scope: RoleScope;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/**
 * Gives a person a dated role. A new owner takes the place of the one before, whose role ends the day before; they are asked to accept,
 * and if the month is open and nobody has answered, they are prompted.
 */
export async function assignRole(
  deps: Deps,
  actor: Actor,
  assign: AssignRole,
): Promise<Result<Role, Refusal>> {
  return changing(deps, actor, async (records, directory, plan) => {
    const today = londonDate(deps.clock.now());
    const permission = can(
      actor,
      'assign_role',
      { kind: 'role', role: assign.kind, personId: assign.personId },
      plan,
      today,
    );
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const person = directory.person(assign.personId);
    if (!person)
      return failure(
        refusal(
          'not_found',
          'Nobody by that name is known to this partnership. Import them first: bcp people import FILE.',
        ),
      );
    const title = scopeTitle(plan, assign.scope);
    if (title === null) return failure(refusal('not_found', 'The plan has nothing by that code.'));
    if (assign.kind === 'owner') await endOthers(records, directory, assign);
    const role: Role = {
      id: deps.newId(),
      personId: person.id,
      kind: assign.kind,
      scope: assign.scope,
      startsOn: assign.from,
      endsOn: assign.until,
      acceptedAt: null,
    };
    await records.people.addRole(role);
    await records.audit.append(
      auditOf(deps, actor, 'role_assigned', `person:${person.id}`, roleDetail(role)),
    );
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `role:${role.id}`,
      message: roleAsked({
        roleId: role.id,
        kind: role.kind,
        title,
        byName: actor.person.name,
        from: role.startsOn,
      }),
    });
    return success(role);
  });
}

/** The person says yes to a role, or no: then it ends today and the secretariat is told by the audit and the gaps list. */
export async function answerRole(
  deps: Deps,
  actor: Actor,
  roleId: string,
  accepts: boolean,
): Promise<Result<Role, Refusal>> {
  return changing(deps, actor, async (records, directory) => {
    const role = directory.roles.find(({ id }) => id === roleId);
    if (role?.personId !== actor.person.id)
      return failure(refusal('not_found', 'That role is not yours to answer for.'));
    const now = deps.clock.now();
    if (accepts) await records.people.acceptRole(role.id, now);
    else await records.people.endRole(role.id, addDays(londonDate(now), -1));
    await records.audit.append(
      auditOf(deps, actor, accepts ? 'role_accepted' : 'role_declined', `role:${role.id}`, roleDetail(role)),
    );
    return success(role);
  });
}

/** Hands a person's own role on to somebody else from a day on; what has been said stays said by who said it. */
export async function handOver(
  deps: Deps,
  actor: Actor,
  hand: { readonly scope: RoleScope; readonly toPersonId: string; readonly from: LocalDate },
): Promise<Result<Role, Refusal>> {
  return changing(deps, actor, async (records, directory, plan) => {
    const today = londonDate(deps.clock.now());
    const permission = can(actor, 'hand_over', hand.scope, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const heir = directory.person(hand.toPersonId);
    if (!heir)
      return failure(
        refusal(
          'not_found',
          'Nobody by that name is known to this partnership. Ask the secretariat to add them.',
        ),
      );
    const own = directory.roles.find(
      (role) =>
        role.personId === actor.person.id &&
        role.kind === 'owner' &&
        sameScope(role.scope, hand.scope) &&
        isRoleActive(role, today),
    );
    if (!own) return failure(refusal('not_found', 'You do not own that, so you cannot hand it over.'));
    await endOthers(records, directory, { ...hand, kind: 'owner' });
    const role: Role = {
      id: deps.newId(),
      personId: heir.id,
      kind: 'owner',
      scope: hand.scope,
      startsOn: hand.from,
      endsOn: own.endsOn,
      acceptedAt: null,
    };
    await records.people.addRole(role);
    await records.audit.append(
      auditOf(deps, actor, 'role_handed_over', `person:${heir.id}`, roleDetail(role)),
    );
    await promiseToPerson(deps, records, {
      person: heir,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `role:${role.id}`,
      message: roleAsked({
        roleId: role.id,
        kind: 'owner',
        title: scopeTitle(plan, hand.scope) ?? '',
        byName: actor.person.name,
        from: hand.from,
      }),
    });
    return success(role);
  });
}

/** Ends a role on a day; what is then unowned shows in the gaps list. */
export async function endRole(
  deps: Deps,
  actor: Actor,
  roleId: string,
  endsOn: LocalDate,
): Promise<Result<Role, Refusal>> {
  return changing(deps, actor, async (records, directory, plan) => {
    const role = directory.roles.find(({ id }) => id === roleId);
    if (!role) return failure(refusal('not_found', 'There is no such role.'));
    const permission = can(
      actor,
      'assign_role',
      { kind: 'role', role: role.kind, personId: role.personId },
      plan,
      londonDate(deps.clock.now()),
    );
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    if (endsOn < addDays(role.startsOn, -1))
      return failure(refusal('invalid', 'A role cannot end before it began.'));
    await records.people.endRole(role.id, endsOn);
    await records.audit.append(
      auditOf(deps, actor, 'role_ended', `role:${role.id}`, { ...roleDetail(role), endsOn }),
    );
    return success({ ...role, endsOn });
  });
}

/** One transaction: the change, then prompts for whoever answers now. */
async function changing(
  deps: Deps,
  actor: Actor,
  work: (records: Records, directory: Directory, plan: Plan) => Promise<Result<Role, Refusal>>,
): Promise<Result<Role, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const plan = await planInForce(records, deps.clock.now());
    if (!plan)
      return failure(
        refusal('not_found', 'No plan is in force yet. Import one first: bcp plan import FILE.'),
      );
    const result = await work(records, await readDirectory(records), plan);
    if (!result.ok) return result;
    const context = await currentCycle(records);
    if (context?.cycle.state === 'open')
      await reconcilePrompts(deps, records, context, await readDirectory(records));
    return result;
  });
}

async function endOthers(
  records: Records,
  directory: Directory,
  next: { readonly kind: RoleKind; readonly scope: RoleScope; readonly from: LocalDate },
): Promise<void> {
  for (const role of directory.roles) {
    if (role.kind !== next.kind || !sameScope(role.scope, next.scope)) continue;
    if (role.endsOn !== null && role.endsOn < next.from) continue;
    await records.people.endRole(role.id, addDays(next.from, -1));
  }
}

function sameScope(first: RoleScope, second: RoleScope): boolean {
  return scopeKey(first) === scopeKey(second);
}

function scopeKey(scope: RoleScope): string {
  return scope.kind === 'partnership' ? 'partnership' : `${scope.kind}:${scope.code}`;
}

function scopeTitle(plan: Plan, scope: RoleScope): string | null {
  if (scope.kind === 'partnership') return plan.partnership.shortName;
  if (scope.kind === 'theme') return plan.themes.find(({ code }) => code === scope.code)?.label ?? null;
  const action = scope.kind === 'action' ? planAction(plan, scope.code) : null;
  const measure = scope.kind === 'measure' ? planMeasure(plan, scope.code) : null;
  const title = action?.shortTitle ?? measure?.label;
  return title === undefined ? null : `${scope.code} ${title}`;
}

function roleDetail(role: Role): Readonly<Record<string, string | null>> {
  return { kind: role.kind, scope: scopeKey(role.scope), from: role.startsOn, until: role.endsOn };
}
