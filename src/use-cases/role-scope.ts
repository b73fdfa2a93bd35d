import type { Role, RoleKind, RoleScope } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import { itemTitle } from './item-title.ts';

/** What a role is about, in one word: the same scope gives the same word. */
export function scopeKey(scope: RoleScope): string {
  return scope.kind === 'partnership' ? 'partnership' : `${scope.kind}:${scope.code}`;
}

export function sameScope(first: RoleScope, second: RoleScope): boolean {
  return scopeKey(first) === scopeKey(second);
}

/** `IC5 Inclusion in school`: what a role is about, for people; null = the plan has nothing by that code. */
export function scopeTitle(plan: Plan, scope: RoleScope): string | null {
  if (scope.kind === 'partnership') return plan.partnership.shortName;
  if (scope.kind === 'theme') return plan.themes.find(({ code }) => code === scope.code)?.label ?? null;
  const title = itemTitle(plan, scope.code);
  return title === scope.code ? null : title;
}

/** A whole sentence when a role of this kind cannot be about this; null when it can. */
export function whyScopeDoesNotFit(kind: RoleKind, scope: RoleScope): string | null {
  switch (kind) {
    case 'owner':
    case 'deputy':
    case 'cover':
      return scope.kind === 'action' || scope.kind === 'measure'
        ? null
        : 'An owner, deputy or cover answers for an action or a measure. Give its code, for example IC5.';
    case 'theme_lead':
      return scope.kind === 'theme'
        ? null
        : 'A theme lead leads a theme. Give the theme, for example safety.';
    default:
      return scope.kind === 'partnership' ? null : 'This role is about the whole partnership.';
  }
}

export function roleDetail(role: Role): Readonly<Record<string, string | null>> {
  return { kind: role.kind, scope: scopeKey(role.scope), from: role.startsOn, until: role.endsOn };
}
