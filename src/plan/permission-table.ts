import type { RoleKind } from './people.ts';

/** Everything anybody can do here; one permission each. */
export const verbs = [
  'see_status',
  'see_own',
  'update_action',
  'update_measure',
  'correct_update',
  'undo_update',
  'moderate',
  'open_cycle',
  'close_cycle',
  'remind_owners',
  'draft_digest',
  'approve_digest',
  'post_digest',
  'export_digest',
  'assign_role',
  'accept_role',
  'hand_over',
  'record_absence',
  'record_decision',
  'import_plan',
  'import_people',
  'manage_channels',
  'see_deliveries',
  'retry_delivery',
  'verify_audit',
  'see_raw_values',
  'link_account',
  'respond_to_voice',
  'export_all',
  'change_settings',
  'run_retention',
] as const;
export type Verb = (typeof verbs)[number];

/** `any`: whatever it is about. `own`: only what the role itself is about. */
export type Reach = 'any' | 'own';

/** Who may do one thing. What is not written here is not allowed. */
export interface Rule {
  readonly may: Readonly<Partial<Record<RoleKind, Reach>>>;
  /** True where everybody with a role may do it for themselves: their own absence, account, role. */
  readonly forOneself: boolean;
  /** Whom to ask when refused. */
  readonly ask: RoleKind;
  /** `Only … may <words>.` */
  readonly words: string;
}

const answering = { owner: 'own', deputy: 'own', cover: 'own', secretariat: 'any' } as const;
const secretariatOnly = { secretariat: 'any' } as const;
const machineRoom = { secretariat: 'any', administrator: 'any' } as const;
const readers = {
  theme_lead: 'any',
  board_member: 'any',
  chair: 'any',
  vice_chair: 'any',
  observer: 'any',
  secretariat: 'any',
} as const;

/** DESIGN section 10, one line a verb. */
export const rules: Readonly<Record<Verb, Rule>> = {
  see_status: rule({ ...readers, owner: 'any', deputy: 'any', cover: 'any' }, 'see the ratings of the plan'),
  see_own: { ...rule({}, 'see this'), forOneself: true },
  update_action: rule(answering, 'update it', 'owner'),
  update_measure: rule(answering, 'give its figures', 'owner'),
  correct_update: rule(answering, 'correct it', 'owner'),
  undo_update: rule(answering, 'take it back', 'owner'),
  moderate: rule({ theme_lead: 'own', secretariat: 'any' }, 'moderate its rating', 'theme_lead'),
  open_cycle: rule(secretariatOnly, 'open a cycle'),
  close_cycle: rule(secretariatOnly, 'close a cycle'),
  remind_owners: rule(secretariatOnly, 'remind people out of turn'),
  draft_digest: rule(secretariatOnly, 'draft the digest'),
  approve_digest: rule(secretariatOnly, 'approve the digest'),
  post_digest: rule(secretariatOnly, 'post the digest'),
  export_digest: rule(readers, 'export the digest'),
  assign_role: rule(machineRoom, 'give this role'),
  accept_role: { ...rule({}, 'accept this role'), forOneself: true },
  hand_over: rule({ owner: 'own', secretariat: 'any' }, 'hand it over', 'owner'),
  record_absence: { ...rule(secretariatOnly, 'record when somebody else is away'), forOneself: true },
  record_decision: rule(
    { board_member: 'any', chair: 'any', vice_chair: 'any', secretariat: 'any' },
    'record a decision',
    'chair',
  ),
  import_plan: rule(machineRoom, 'import a plan'),
  import_people: rule(machineRoom, 'import people'),
  manage_channels: rule(secretariatOnly, 'decide what is posted in which channel'),
  see_deliveries: rule(machineRoom, 'see what was delivered'),
  retry_delivery: rule(machineRoom, 'send something again'),
  verify_audit: rule(machineRoom, 'verify the audit trail'),
  see_raw_values: rule(answering, 'see the figures that are hidden because they are small'),
  link_account: { ...rule(machineRoom, "link somebody else's account"), forOneself: true },
  respond_to_voice: rule({ ...answering, theme_lead: 'own' }, 'say what was done about it'),
  export_all: rule(machineRoom, 'export everything'),
  change_settings: rule(secretariatOnly, 'change the rhythm of the months'),
  run_retention: rule(machineRoom, 'decide how long things are kept'),
};

function rule(may: Rule['may'], words: string, ask: RoleKind = 'secretariat'): Rule {
  return { may, words, ask, forOneself: false };
}
