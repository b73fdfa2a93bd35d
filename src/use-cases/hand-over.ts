import type { LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Person, Role, RoleScope } from '../plan/people.ts';
import { can } from '../plan/permissions.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditOf } from './audit-facts.ts';
import { changingRoles, endOthers, giveRole, personHere, type Changing } from './changing-roles.ts';
import type { Actor, Deps } from './deps.ts';
import { isFirst } from './is-first.ts';
import { refusal, type Refusal } from './refusal.ts';
import { roleDetail, sameScope } from './role-scope.ts';

export interface HandOver {
  readonly scopes: readonly RoleScope[];
  readonly toPersonId: string;
  readonly from: LocalDate;
  /** The platform's id of it: heard again it changes nothing. */
  readonly eventKey: string;
}

/**
 * Hands what a person owns on to somebody else from a day on, all of it or nothing; what has been said stays said by who said it. What the
 * person does not own by themselves is passed over: a measure that is answered through its action goes with the action. Doing it
 * again changes nothing.
 */
export async function handOver(
  deps: Deps,
  actor: Actor,
  hand: HandOver,
): Promise<Result<readonly Role[], Refusal>> {
  return changingRoles(deps, actor, async (changing) => {
    const heir = personHere(changing, hand.toPersonId, hand.from);
    if ('trouble' in heir) return failure(heir.trouble);
    if (heir.id === actor.personId)
      return failure(refusal('invalid', 'You are the owner already. Choose somebody else.'));
    const isNew = await isFirst(deps, changing.records, hand.eventKey, 'hand-over');
    const given: Role[] = [];
    for (const scope of hand.scopes) {
      const role = await handOne(changing, scope, heir, hand.from, isNew);
      if (!role.ok) return role;
      if (role.value) given.push(role.value);
    }
    if (given.length > 0) return success(given);
    return failure(refusal('not_found', 'You own none of these yourself, so they cannot be handed over.'));
  });
}

/** The role that was given, or had been given before; null when it is not this person's to give. */
async function handOne(
  changing: Changing,
  scope: RoleScope,
  heir: Person,
  from: LocalDate,
  isNew: boolean,
): Promise<Result<Role | null, Refusal>> {
  const { deps, records, actor, directory, plan } = changing;
  const held = directory.roles.filter((role) => role.kind === 'owner' && sameScope(role.scope, scope));
  const passed = held.find((role) => role.personId === heir.id && role.startsOn === from);
  if (passed && isRoleActive(passed, from) && held.some(({ personId }) => personId === actor.personId))
    return success(passed);
  if (!isNew) return success(null);
  const today = londonDate(deps.clock.now());
  const own = held.find((role) => role.personId === actor.personId && isRoleActive(role, today));
  if (!own) return success(null);
  const permission = can(actor, 'hand_over', scope, plan, today);
  if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
  await endOthers(changing, { kind: 'owner', scope, from });
  const role: Role = {
    id: deps.newId(),
    personId: heir.id,
    kind: 'owner',
    scope,
    startsOn: from,
    endsOn: own.endsOn,
    acceptedAt: null,
  };
  await giveRole(changing, heir, role);
  await records.audit.append(auditOf(deps, actor, 'role_handed_over', `person:${heir.id}`, roleDetail(role)));
  return success(role);
}
