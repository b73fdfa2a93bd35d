import { addDays, type LocalDate } from '../kit/local-date.ts';
import type { Role, RoleScope } from './people.ts';
import { isRoleActive, rolesAbout, scopeCode } from './roles.ts';

/** A stretch of days, first and last included, with those who own something through all of it. */
export interface OwnedStretch {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly personIds: readonly string[];
}

/** The days on which nobody owns this action or measure, from one day to another, both included. */
export function ownershipGaps(
  code: string,
  roles: readonly Role[],
  from: LocalDate,
  until: LocalDate,
): readonly OwnedStretch[] {
  return stretches(code, roles, from, until).filter((stretch) => stretch.personIds.length === 0);
}

/** The days on which two or more own it at once: to be put right, and until then the one who came last is asked. */
export function ownershipOverlaps(
  code: string,
  roles: readonly Role[],
  from: LocalDate,
  until: LocalDate,
): readonly OwnedStretch[] {
  return stretches(code, roles, from, until).filter((stretch) => stretch.personIds.length > 1);
}

/** What somebody leaves behind, and who follows. */
export interface Succession {
  readonly scope: RoleScope;
  readonly code: string;
  /** Null = nobody follows: the secretariat must find somebody. */
  readonly successor: string | null;
  readonly as: 'owner' | 'deputy' | null;
}

/**
 * Who follows a person in everything owned on the last day: an owner who is already named for the day after, or the next to begin,
 * else the deputy of the day after.
 */
export function successionOf(
  personId: string,
  roles: readonly Role[],
  lastDay: LocalDate,
): readonly Succession[] {
  const owned = roles.filter(
    (role) => role.kind === 'owner' && role.personId === personId && isRoleActive(role, lastDay),
  );
  const scopes = new Map<string, RoleScope>();
  for (const role of owned) {
    const code = scopeCode(role);
    if (code !== null) scopes.set(code, role.scope);
  }
  return [...scopes].map(([code, scope]) => ({
    scope,
    code,
    ...successorFor(code, personId, roles, addDays(lastDay, 1)),
  }));
}

function successorFor(
  code: string,
  leaver: string,
  roles: readonly Role[],
  from: LocalDate,
): Pick<Succession, 'successor' | 'as'> {
  const others = rolesAbout(code, 'owner', roles).filter((role) => role.personId !== leaver);
  const next =
    others.find((role) => isRoleActive(role, from)) ?? others.findLast((role) => role.startsOn > from);
  if (next) return { successor: next.personId, as: 'owner' };
  const deputies = rolesAbout(code, 'deputy', roles).filter((role) => role.personId !== leaver);
  const deputy = deputies.find((role) => isRoleActive(role, from));
  return deputy ? { successor: deputy.personId, as: 'deputy' } : { successor: null, as: null };
}

/** The days from first to last, divided wherever the set of owners changes. */
function stretches(
  code: string,
  roles: readonly Role[],
  from: LocalDate,
  until: LocalDate,
): readonly OwnedStretch[] {
  const owners = rolesAbout(code, 'owner', roles);
  const changes = owners.flatMap((role) => [
    role.startsOn,
    ...(role.endsOn === null ? [] : [addDays(role.endsOn, 1)]),
  ]);
  const starts = [...new Set([from, ...changes])].filter((day) => from <= day && day <= until).sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const personIds = owners.filter((role) => isRoleActive(role, start)).map((role) => role.personId);
    return {
      from: start,
      until: next === undefined ? until : addDays(next, -1),
      personIds: [...new Set(personIds)].sort(),
    };
  });
}
