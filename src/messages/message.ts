import type { ShownRating } from '../plan/rating.ts';
import type { Direction } from '../plan/direction.ts';
import type { Figure } from './figure.ts';

/**
 * What the bot says, once, for every place it is said: Slack, Teams, the rehearsal room, a terminal. At most eight kinds
 * of part; each renderer handles all of them, and splits or refuses what goes over its platform's limits.
 */
export interface Message {
  /** What a notification, a screen reader and a one-line list show. Says the whole point in one sentence. */
  readonly summary: string;
  readonly parts: readonly MessagePart[];
}

export type MessagePart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Words; readonly tone: 'normal' | 'quiet' | 'notice' }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Words }[] }
  | { readonly kind: 'ratings'; readonly rows: readonly RatingRow[] }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** Plain text, or pieces of it of which some are stressed. People's own words are always plain: no mark-up is read in them. */
export type Words = string | readonly (string | { readonly strong: string })[];

/** One action in a list: its rating as word, letter and colour, what changed, and its lines. */
export interface RatingRow {
  readonly code: string;
  readonly title: string;
  readonly rating: ShownRating;
  readonly direction: Direction | null;
  readonly lines: readonly string[];
}

/** Something a person may press. What it does is a verb with ids only: rights are checked again when it is pressed. */
export interface Button {
  readonly label: string;
  readonly press: Press;
  readonly style: 'main' | 'normal' | 'danger';
}

export type Press =
  | { readonly verb: 'update'; readonly month: string }
  | { readonly verb: 'no_change'; readonly month: string }
  | { readonly verb: 'not_me'; readonly month: string }
  | { readonly verb: 'later'; readonly month: string }
  | { readonly verb: 'undo'; readonly month: string; readonly codes: readonly string[] }
  | { readonly verb: 'edit'; readonly month: string }
  | { readonly verb: 'status'; readonly words: string }
  | { readonly verb: 'share'; readonly words: string }
  | { readonly verb: 'choose'; readonly question: string; readonly option: number }
  | { readonly verb: 'accept_role'; readonly role: string }
  | { readonly verb: 'decline_role'; readonly role: string }
  | { readonly verb: 'approve_digest'; readonly digest: string }
  | { readonly verb: 'post_digest'; readonly digest: string }
  | { readonly verb: 'download_digest'; readonly digest: string; readonly format: string }
  /** A command, as if it were typed: who may not type it may not press it either. */
  | { readonly verb: 'type'; readonly words: string }
  | { readonly verb: 'help' };

/** The words without their stress. */
export function plainWords(words: Words): string {
  return typeof words === 'string'
    ? words
    : words.map((piece) => (typeof piece === 'string' ? piece : piece.strong)).join('');
}
