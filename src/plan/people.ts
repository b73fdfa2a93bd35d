import type { LocalDate } from '../kit/local-date.ts';

/** Somebody the partnership knows. The same human in two partnerships is two persons: nothing leaks between. */
export interface Person {
  readonly id: string;
  /** The e-mail address in small letters: what people files and commands name a person by. */
  readonly email: string;
  readonly name: string;
  readonly organisationCode: string;
  readonly jobTitle: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** Where prompts go when the person has several accounts; null = every account. */
  readonly prefers: PlatformName | null;
}

export const platformNames = ['slack', 'teams', 'rehearsal', 'cli'] as const;
export type PlatformName = (typeof platformNames)[number];

/** A person in one Slack workspace, one Teams tenant, or the rehearsal room. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly platform: Exclude<PlatformName, 'cli'>;
  readonly tenantId: string;
  readonly userId: string;
}

export const roleKinds = [
  'owner',
  'deputy',
  'cover',
  'theme_lead',
  'board_member',
  'chair',
  'vice_chair',
  'secretariat',
  'administrator',
  'observer',
] as const;
export type RoleKind = (typeof roleKinds)[number];

/** What a role is about; owner, deputy and cover name an action or a measure, a theme lead names a theme. */
export type RoleScope =
  | { readonly kind: 'partnership' }
  | { readonly kind: 'theme'; readonly code: string }
  | { readonly kind: 'action'; readonly code: string }
  | { readonly kind: 'measure'; readonly code: string };

/** A dated role. The last day counts: `endsOn` is the last day on which it is held. */
export interface Role {
  readonly id: string;
  readonly personId: string;
  readonly kind: RoleKind;
  readonly scope: RoleScope;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** Owners are asked to accept; null = not yet. */
  readonly acceptedAt: Date | null;
}

/** Time away, with who covers. The last day counts. */
export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly coverPersonId: string | null;
}
