import type { ShownRating } from '../../plan/rating.ts';

/** Every form there is. Those of the secretariat carry in `typed` the command that opens them. */
export const formKinds = [
  'update',
  'no_change',
  'not_me',
  'later',
  'correction',
  'moderation',
  'assign',
  'person',
  'meeting',
  'decision',
  'cycle_settings',
  'post_digest',
] as const;
export type FormKind = (typeof formKinds)[number];

/**
 * What a form asks, as one field list. Each platform builds its own form by hand from it; all of them give back the same
 * `Submission`, so that all of them lead to the same command.
 */
export interface Form {
  readonly kind: FormKind;
  /** At most 24 characters: Slack's limit for a modal's title. https://docs.slack.dev/reference/views/modal-views */
  readonly title: string;
  readonly intro: string;
  readonly submitLabel: string;
  /** Ids the submission carries back (month, codes, the versions that were shown): never rights. */
  readonly carries: Readonly<Record<string, string>>;
  readonly groups: readonly FormGroup[];
}

/** The fields of one action or one measure. */
export interface FormGroup {
  /** An action's or measure's code, or empty for fields that belong to the whole form. */
  readonly code: string;
  readonly title: string;
  /** What helps to answer: last month's words, last figure, the path to green that was promised. */
  readonly reminders: readonly string[];
  readonly previous: ShownRating | null;
  readonly fields: readonly FormField[];
}

interface FieldBase {
  /** Unique in the form, e.g. `IC5.rating`. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  /** Asked only with some choices of another field; left out = always. A form that cannot change while it is open asks it always. */
  readonly neededWith?: NeededWith;
}

/** Fields that belong together and to a choice: the path to green and the rating that needs one. */
export interface NeededWith {
  /** The name of the choice. */
  readonly field: string;
  readonly values: readonly string[];
  /** What these fields are together, e.g. `IC5.pathToGreen`: where something stands in one of them, all are asked. */
  readonly part: string;
}

export type FormField =
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly Choice[]; readonly value: string })
  | (FieldBase & { readonly kind: 'short_text'; readonly maxLength: number; readonly value: string })
  | (FieldBase & { readonly kind: 'long_text'; readonly maxLength: number; readonly value: string })
  | (FieldBase & { readonly kind: 'number'; readonly unitWords: string; readonly value: string })
  | (FieldBase & { readonly kind: 'date'; readonly value: string })
  | (FieldBase & { readonly kind: 'check'; readonly value: boolean });

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The definition, shown beside the choice. */
  readonly description: string;
}

/** What came back: every field as text (`true`/`false` for checks), absent fields as empty text. */
export interface Submission {
  readonly kind: Form['kind'];
  readonly carries: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

/** Something wrong at one field; `field` is empty when it is about the whole form. */
export interface FieldProblem {
  readonly field: string;
  readonly words: string;
}
