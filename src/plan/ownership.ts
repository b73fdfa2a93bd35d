import type { LocalDate } from '../kit/local-date.ts';
import type { Absence, Role } from './people.ts';
import type { Plan } from './plan.ts';
import { planMeasures } from './plan-lookup.ts';
import { absenceOn, isAway, isRoleActive, rolesAbout, scopeCode } from './roles.ts';

/** Who answers for an action or a measure on a day, by person id. */
export interface Answerers {
  readonly owner: string | null;
  readonly deputy: string | null;
  /** Stands in while the owner is away, or by a role of cover. */
  readonly cover: string | null;
  readonly ownerIsAway: boolean;
  /** Who gets the prompt: the owner, or while away the cover, or the deputy; null = nobody owns it. */
  readonly asked: string | null;
  readonly askedAs: 'owner' | 'deputy' | 'cover' | null;
  /** Everybody whose answer counts, the one who is asked first. */
  readonly mayAnswer: readonly string[];
}

/**
 * Who answers for this action or measure code. An absence moves the prompt to the cover it names, else to whoever has the role of
 * cover, else to the deputy; one who is away as well is passed over. Where all of them are away, the owner is
 * asked all the same and finds the prompt on return; without an owner the deputy, then the cover.
 */
export function answerersFor(
  code: string,
  roles: readonly Role[],
  absences: readonly Absence[],
  day: LocalDate,
): Answerers {
  const holders = (kind: 'owner' | 'deputy' | 'cover') =>
    rolesAbout(code, kind, roles)
      .filter((role) => isRoleActive(role, day))
      .map((role) => role.personId);
  const here = (personId: string) => !isAway(personId, absences, day);
  const [owners, deputies] = [holders('owner'), holders('deputy')];
  const namedCovers = owners
    .map((owner) => absenceOn(owner, absences, day)?.coverPersonId ?? null)
    .filter((cover) => cover !== null);
  const covers = [...namedCovers, ...holders('cover')];
  const [owner = null] = owners;
  const deputy = deputies.find(here) ?? deputies[0] ?? null;
  const cover = covers.find(here) ?? null;
  const ownerIsAway = owner !== null && !here(owner);
  const asked = whoIsAsked([
    { asked: ownerIsAway ? null : owner, askedAs: 'owner' },
    { asked: cover, askedAs: 'cover' },
    { asked: deputies.find(here) ?? null, askedAs: 'deputy' },
    { asked: owner, askedAs: 'owner' },
    { asked: deputy, askedAs: 'deputy' },
    { asked: covers[0] ?? null, askedAs: 'cover' },
  ]);
  const everyone = [...(asked.asked === null ? [] : [asked.asked]), ...owners, ...covers, ...deputies];
  return { owner, deputy, cover, ownerIsAway, ...asked, mayAnswer: [...new Set(everyone)] };
}

/** The first of these that there is. */
function whoIsAsked(
  inTurn: readonly Pick<Answerers, 'asked' | 'askedAs'>[],
): Pick<Answerers, 'asked' | 'askedAs'> {
  return inTurn.find(({ asked }) => asked !== null) ?? { asked: null, askedAs: null };
}

/**
 * Who answers for a measure: those it names itself, else those of the first action of the plan that is judged by it and has an
 * owner or deputy.
 */
export function answerersForMeasure(
  measureCode: string,
  plan: Plan,
  roles: readonly Role[],
  absences: readonly Absence[],
  day: LocalDate,
): Answerers {
  const own = answerersFor(measureCode, roles, absences, day);
  if (own.asked !== null) return own;
  const actions = plan.actions.filter((action) => action.measureCodes.includes(measureCode));
  return (
    actions
      .map((action) => answerersFor(action.code, roles, absences, day))
      .find(({ asked }) => asked !== null) ?? own
  );
}

/** Codes this person may answer for on a day because somebody who is away named them as cover. */
export function coveredCodes(
  personId: string,
  roles: readonly Role[],
  absences: readonly Absence[],
  day: LocalDate,
): readonly string[] {
  const codes = roles
    .filter((role) => role.kind === 'owner' && isRoleActive(role, day))
    .filter((role) => absenceOn(role.personId, absences, day)?.coverPersonId === personId)
    .map(scopeCode)
    .filter((code) => code !== null);
  return [...new Set(codes)];
}

/** What nobody owns on a day, by code; a measure whose action has an owner is not among them. */
export function unowned(
  plan: Plan,
  roles: readonly Role[],
  day: LocalDate,
): { readonly actions: readonly string[]; readonly measures: readonly string[] } {
  const owned = new Set(
    roles.filter((role) => role.kind === 'owner' && isRoleActive(role, day)).map(scopeCode),
  );
  for (const action of plan.actions) {
    if (owned.has(action.code)) action.measureCodes.forEach((code) => owned.add(code));
  }
  const without = (items: readonly { readonly code: string }[]) =>
    items.map((item) => item.code).filter((code) => !owned.has(code));
  return { actions: without(plan.actions), measures: without(planMeasures(plan)) };
}
