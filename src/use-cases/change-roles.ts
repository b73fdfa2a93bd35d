import { addDays, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Role, RoleKind, RoleScope } from '../plan/people.ts';
import { can } from '../plan/permissions.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditOf, auditRefusal } from './audit-facts.ts';
import { changingRoles, endOthers, giveRole, personHere, type Changing } from './changing-roles.ts';
import type { Actor, Deps } from './deps.ts';
import { refusal, type Refusal } from './refusal.ts';
import { roleDetail, sameScope, scopeTitle, whyScopeDoesNotFit } from './role-scope.ts';
import { tellOfDeclined } from './tell-of-declined.ts';

export interface AssignRole {
  readonly personId: string;
  readonly kind: RoleKind;
  readonly scope: RoleScope;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/**
 * Gives a person a dated role. A new owner takes the place of the one before, whose role ends the day before; they are asked to accept,
 * and if the month is open and nobody has answered, they are prompted. Who holds the role on that day already keeps it as it is.
 */
export async function assignRole(
  deps: Deps,
  actor: Actor,
  assign: AssignRole,
): Promise<Result<Role, Refusal>> {
  const outcome = await changingRoles(deps, actor, (changing) => assignOnce(changing, assign));
  if (!outcome.ok && outcome.error.kind === 'not_allowed')
    await auditRefusal(deps, actor, 'role_refused', `person:${assign.personId}`);
  return outcome;
}

async function assignOnce(changing: Changing, assign: AssignRole): Promise<Result<Role, Refusal>> {
  const { deps, records, actor, directory, plan } = changing;
  const { kind, scope, personId } = assign;
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'assign_role', { kind: 'role', role: kind, personId }, plan, today);
  if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
  const person = personHere(changing, personId, assign.from);
  if ('trouble' in person) return failure(person.trouble);
  if (scopeTitle(plan, scope) === null)
    return failure(refusal('not_found', 'The plan has nothing by that code.'));
  const misfit = whyScopeDoesNotFit(kind, scope);
  if (misfit !== null) return failure(refusal('invalid', misfit));
  const held = directory.roles.find(
    (role) =>
      role.personId === personId &&
      role.kind === kind &&
      sameScope(role.scope, scope) &&
      isRoleActive(role, assign.from),
  );
  if (held?.endsOn === assign.until) return success(held);
  if (kind === 'owner') await endOthers(changing, assign);
  const role: Role = {
    id: deps.newId(),
    personId,
    kind,
    scope,
    startsOn: assign.from,
    endsOn: assign.until,
    acceptedAt: null,
  };
  await giveRole(changing, person, role);
  await records.audit.append(auditOf(deps, actor, 'role_assigned', `person:${personId}`, roleDetail(role)));
  return success(role);
}

export interface AnsweredRole {
  readonly role: Role;
  readonly accepted: boolean;
}

/**
 * The person says yes to a role, or no: then it ends at once, and the secretariat and whoever held it before are told. Pressing the same
 * button again changes nothing; an old button does not undo what was settled since.
 */
export async function answerRole(
  deps: Deps,
  actor: Actor,
  roleId: string,
  accepts: boolean,
): Promise<Result<AnsweredRole, Refusal>> {
  return changingRoles(deps, actor, async (changing) => {
    const { records, directory } = changing;
    const role = directory.roles.find(({ id }) => id === roleId);
    if (role?.personId !== actor.person.id)
      return failure(refusal('not_found', 'That role is not yours to answer for.'));
    const now = deps.clock.now();
    const yesterday = addDays(londonDate(now), -1);
    const hasEnded = role.endsOn !== null && role.endsOn <= yesterday;
    if (accepts ? role.acceptedAt !== null : hasEnded) return success({ role, accepted: accepts });
    if (hasEnded) return failure(refusal('closed', 'That role has ended. Please ask the secretariat.'));
    if (!accepts && role.acceptedAt !== null) {
      const words =
        'You have accepted this. To pass it on, press "Not me" on your prompt, or ask the secretariat.';
      return failure(refusal('conflict', words));
    }
    const verb = accepts ? 'role_accepted' : 'role_declined';
    await records.audit.append(auditOf(deps, actor, verb, `role:${role.id}`, roleDetail(role)));
    if (accepts) await records.people.acceptRole(role.id, now);
    else {
      await records.people.endRole(role.id, yesterday);
      await tellOfDeclined(changing, role);
    }
    return success({ role, accepted: accepts });
  });
}
