import type { LocalDate } from '../kit/local-date.ts';
import type { Absence, Role, RoleKind } from './people.ts';

/** True on every day from the first to the last on which the role is held, both included. */
export function isRoleActive(role: Role, day: LocalDate): boolean {
  return role.startsOn <= day && (role.endsOn === null || day <= role.endsOn);
}

/** True on every day of an absence of this person, first and last included. */
export function isAway(personId: string, absences: readonly Absence[], day: LocalDate): boolean {
  return absenceOn(personId, absences, day) !== null;
}

/** The absence on a day; of several the one that lasts longest. */
export function absenceOn(personId: string, absences: readonly Absence[], day: LocalDate): Absence | null {
  const now = absences.filter(
    (absence) => absence.personId === personId && absence.from <= day && day <= absence.until,
  );
  return (
    [...now].sort((first, second) => compare(second.until, first.until) || compare(first.id, second.id))[0] ??
    null
  );
}

/**
 * The roles of a kind that are about this action or measure, newest first: where two are held at once, the one that began later
 * is the one that counts.
 */
export function rolesAbout(code: string, kind: RoleKind, roles: readonly Role[]): readonly Role[] {
  return roles
    .filter((role) => role.kind === kind && scopeCode(role) === code)
    .sort((first, second) => compare(second.startsOn, first.startsOn) || compare(first.id, second.id));
}

/** The action or measure a role is about; null for roles about a theme or the whole partnership. */
export function scopeCode(role: Role): string | null {
  return role.scope.kind === 'action' || role.scope.kind === 'measure' ? role.scope.code : null;
}

function compare(first: string, second: string): number {
  return first < second ? -1 : Number(first > second);
}
