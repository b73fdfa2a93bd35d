import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import { roleKinds, type Role, type RoleKind } from './people.ts';
import type { Rule } from './permission-table.ts';

/** A refusal, in words a person can act on. */
export interface Refused {
  readonly allowed: false;
  readonly words: string;
  readonly whoToAsk: RoleKind;
}

/** What each role is called in a sentence. */
export const roleInWords: Readonly<Record<RoleKind, string>> = {
  owner: 'the owner',
  deputy: 'the deputy',
  cover: 'the cover',
  theme_lead: 'the theme lead',
  board_member: 'a board member',
  chair: 'the chair',
  vice_chair: 'the vice-chair',
  secretariat: 'the secretariat',
  administrator: 'the administrator',
  observer: 'an observer',
};

/**
 * `SA2: Only the owner, the deputy, the cover or the secretariat may update it. Please ask the owner.` Where a role of the
 * person would allow it at another time, that is said too.
 */
export function refused(
  rule: Rule,
  code: string | null,
  atAnotherTime: Role | null,
  day: LocalDate,
): Refused {
  const holders = roleKinds.filter((kind) => rule.may[kind] !== undefined).map((kind) => roleInWords[kind]);
  const only = holders.length === 0 ? 'the person it is about' : listed(holders);
  const when = atAnotherTime ? timeOf(atAnotherTime, day) : '';
  const words = `${code === null ? '' : `${code}: `}Only ${only} may ${rule.words}.${when} Please ask ${roleInWords[rule.ask]}.`;
  return { allowed: false, words, whoToAsk: rule.ask };
}

function timeOf(role: Role, day: LocalDate): string {
  const name = roleInWords[role.kind].replace(/^(the|an?) /, '');
  if (role.startsOn > day) return ` Your role of ${name} begins on ${dayInWords(role.startsOn)}.`;
  return role.endsOn === null ? '' : ` Your role of ${name} ended on ${dayInWords(role.endsOn)}.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
