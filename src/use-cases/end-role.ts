import { addDays, dayInWords, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Role, RoleKind, RoleScope } from '../plan/people.ts';
import { answerersFor } from '../plan/ownership.ts';
import { can } from '../plan/permissions.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditOf } from './audit-facts.ts';
import { changingRoles } from './changing-roles.ts';
import type { Actor, Deps } from './deps.ts';
import { refusal, type Refusal } from './refusal.ts';
import { roleDetail, sameScope, scopeTitle } from './role-scope.ts';

export interface RoleToEnd {
  readonly personId: string;
  readonly kind: RoleKind;
  readonly scope: RoleScope;
  /** The last day on which it is held. */
  readonly lastDay: LocalDate;
}

export interface EndedRole {
  readonly role: Role;
  readonly name: string;
  /** Who is asked from the day after; null = nobody, and the gaps list says so. */
  readonly askedNext: string | null;
}

/** Ends a role that somebody holds after a day; what was said in it stays. Ending it again on the same day changes nothing. */
export async function endRole(deps: Deps, actor: Actor, end: RoleToEnd): Promise<Result<EndedRole, Refusal>> {
  return changingRoles(deps, actor, async ({ records, directory, plan }) => {
    const object = { kind: 'role' as const, role: end.kind, personId: end.personId };
    const permission = can(actor, 'assign_role', object, plan, londonDate(deps.clock.now()));
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const name = directory.nameOf(end.personId);
    const role = directory.roles.find(
      (held) =>
        held.personId === end.personId &&
        held.kind === end.kind &&
        sameScope(held.scope, end.scope) &&
        isRoleActive(held, end.lastDay),
    );
    if (!role) {
      const words = `${name} does not hold that role of ${scopeTitle(plan, end.scope) ?? 'it'} on ${dayInWords(end.lastDay)}.`;
      return failure(refusal('not_found', words));
    }
    if (role.endsOn !== end.lastDay) {
      await records.audit.append(
        auditOf(deps, actor, 'role_ended', `role:${role.id}`, { ...roleDetail(role), until: end.lastDay }),
      );
      await records.people.endRole(role.id, end.lastDay);
    }
    const ended: Role = { ...role, endsOn: end.lastDay };
    const after = directory.roles.map((each) => (each.id === role.id ? ended : each));
    const next = addDays(end.lastDay, 1);
    const asked =
      end.scope.kind === 'action' || end.scope.kind === 'measure'
        ? answerersFor(end.scope.code, after, directory.absences, next).asked
        : null;
    return success({ role: ended, name, askedNext: asked === null ? null : directory.nameOf(asked) });
  });
}
