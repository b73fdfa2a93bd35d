import type { LocalDate } from '../kit/local-date.ts';
import type { Role, RoleKind, RoleScope } from './people.ts';
import { rules, type Rule, type Verb } from './permission-table.ts';
import { planAction, planMeasure } from './plan-lookup.ts';
import type { Plan } from './plan.ts';
import { refused, type Refused } from './permission-words.ts';
import { isRoleActive } from './roles.ts';

/** Who wants to do something: one person in one partnership. */
export interface PermissionActor {
  readonly personId: string;
  /** All roles in this partnership, past and future ones too; roles of other people give nothing. */
  readonly roles: readonly Role[];
  /** Codes the person covers because an owner who is away said so: `coveredCodes` in `ownership.ts`. */
  readonly coversFor?: readonly string[];
}

/** What it is about. `role` is a role to be given or accepted, with the person who will hold it. */
export type PermissionObject =
  | { readonly kind: 'partnership' }
  | { readonly kind: 'theme' | 'action' | 'measure' | 'voice'; readonly code: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'role'; readonly role: RoleKind; readonly personId: string };

/** A refusal says in words who may, and which role to ask. */
export type Permission = { readonly allowed: true } | Refused;

/** Whether somebody may do this on this day. What the table does not allow is refused. */
export function can(
  actor: PermissionActor,
  verb: Verb,
  object: PermissionObject,
  plan: Plan,
  day: LocalDate,
): Permission {
  const own = actor.roles.filter((role) => role.personId === actor.personId);
  const covers = verb === 'hand_over' ? [] : (actor.coversFor ?? []);
  const active = [
    ...own.filter((role) => isRoleActive(role, day)),
    ...coverRoles(actor.personId, covers, day),
  ];
  const rule = rules[verb];
  if (own.length === 0 && active.length === 0) return unknownPerson;
  if (verb === 'assign_role') return canAssign(actor, active, object);
  const forOneself = rule.forOneself && isOneself(actor, object);
  const hasRole = active.length > 0 || (verb === 'accept_role' && own.some((role) => role.startsOn > day));
  if (forOneself && hasRole) return { allowed: true };
  if (active.some((role) => grants(role, rule, object, plan))) return { allowed: true };
  return refused(rule, codeOf(object), own.find((role) => grants(role, rule, object, plan)) ?? null, day);
}

const unknownPerson: Permission = {
  allowed: false,
  words: 'You are not on the list of people of this partnership. Please ask the secretariat to add you.',
  whoToAsk: 'secretariat',
};

/** An administrator looks after people, but may not raise their own standing; only administrators make administrators. */
function canAssign(actor: PermissionActor, active: readonly Role[], object: PermissionObject): Permission {
  const holds = (kind: RoleKind) => active.some((role) => role.kind === kind);
  if (object.kind !== 'role') return refused(rules.assign_role, null, null, '');
  if (object.role === 'administrator' && !holds('administrator')) {
    return {
      allowed: false,
      words: 'Only an administrator may make somebody an administrator.',
      whoToAsk: 'administrator',
    };
  }
  if (
    holds('administrator') &&
    object.personId === actor.personId &&
    (!holds('secretariat') || object.role === 'administrator')
  ) {
    const words = 'Nobody gives a role to themselves as administrator. Please ask the secretariat.';
    return { allowed: false, words, whoToAsk: 'secretariat' };
  }
  return holds('secretariat') || holds('administrator')
    ? { allowed: true }
    : refused(rules.assign_role, null, null, '');
}

/** The code that a refusal names; themes and voice items have codes that nobody says aloud. */
function codeOf(object: PermissionObject): string | null {
  return object.kind === 'action' || object.kind === 'measure' ? object.code : null;
}

function isOneself(actor: PermissionActor, object: PermissionObject): boolean {
  return (object.kind === 'person' || object.kind === 'role') && object.personId === actor.personId;
}

function grants(role: Role, { may }: Rule, object: PermissionObject, plan: Plan): boolean {
  const reach = may[role.kind];
  if (reach === undefined) return false;
  return reach === 'any' ? true : isAbout(role.scope, object, plan);
}

/** Whether a role's scope takes in the object: its action, a measure of that action, its theme, a voice item it answers. */
function isAbout(scope: RoleScope, object: PermissionObject, plan: Plan): boolean {
  if (scope.kind === 'partnership') return false;
  switch (object.kind) {
    case 'action':
      return coversAction(scope, object.code, plan);
    case 'measure':
      return coversMeasure(scope, object.code, plan);
    case 'theme':
      return scope.kind === 'theme' && scope.code === object.code;
    case 'voice': {
      const codes = plan.voice.find((item) => item.code === object.code)?.actionCodes ?? [];
      return codes.some((code) => isAbout(scope, { kind: 'action', code }, plan));
    }
    case 'person':
    case 'role':
    case 'partnership':
      return false;
  }
}

function coversAction(scope: RoleScope, code: string, plan: Plan): boolean {
  if (scope.kind === 'theme') return planAction(plan, code)?.themeCode === scope.code;
  return scope.kind === 'action' && scope.code === code;
}

function coversMeasure(scope: RoleScope, code: string, plan: Plan): boolean {
  if (scope.kind === 'measure') return scope.code === code;
  if (scope.kind === 'theme') return planMeasure(plan, code)?.themeCode === scope.code;
  return scope.kind === 'action' && (planAction(plan, scope.code)?.measureCodes.includes(code) ?? false);
}

function coverRoles(personId: string, codes: readonly string[], day: LocalDate): readonly Role[] {
  return codes.flatMap((code) =>
    (['action', 'measure'] as const).map((kind) => ({
      id: `cover ${code}`,
      personId,
      kind: 'cover' as const,
      scope: { kind, code },
      startsOn: day,
      endsOn: day,
      acceptedAt: null,
    })),
  );
}
