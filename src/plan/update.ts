import type { LocalDate } from '../kit/local-date.ts';
import type { Month } from './month.ts';
import type { PlatformName } from './people.ts';
import type { ActionRating } from './rating.ts';

/** What gets an off-track action back: what will be done, by whom, by when. */
export interface PathToGreen {
  readonly what: string;
  readonly who: string;
  readonly by: LocalDate;
}

/** What the owner needs of the board. */
export interface Ask {
  readonly verb: 'agree' | 'decide' | 'note';
  readonly what: string;
  readonly by: LocalDate | null;
}

/** What an owner says about one action, before it is stored. */
export interface UpdateContent {
  readonly rating: ActionRating;
  readonly done: string;
  readonly next: string;
  readonly pathToGreen: PathToGreen | null;
  readonly ask: Ask | null;
  readonly evidence: readonly string[];
  /** For `not_started`: when it will start. */
  readonly startsOn: LocalDate | null;
}

/**
 * How a version came about. `undo` brings back what stood before (content null = nothing had been said);
 * `correction` comes after the close and leaves what the board saw unchanged; `no_update` is written by the close.
 */
export type UpdateKind = 'update' | 'no_change' | 'edit' | 'undo' | 'correction' | 'no_update';

/** One stored version of what is known about an action in a month. Versions are added, never changed. */
export interface ActionUpdate {
  readonly id: string;
  readonly month: Month;
  readonly actionCode: string;
  readonly version: number;
  readonly kind: UpdateKind;
  readonly content: UpdateContent | null;
  /** Null only for `no_update`, which nobody said. */
  readonly byPersonId: string | null;
  /** The owner, when a deputy or cover answered. */
  readonly onBehalfOfPersonId: string | null;
  readonly platform: PlatformName;
  readonly at: Date;
  /** Asked for with every correction. */
  readonly reason: string | null;
}

/** A theme lead's or the secretariat's reading, beside the owner's and never over it. */
export interface Moderation {
  readonly id: string;
  readonly month: Month;
  readonly actionCode: string;
  readonly version: number;
  /** Null takes an earlier moderation back. */
  readonly rating: ActionRating | null;
  readonly reason: string;
  readonly byPersonId: string;
  readonly at: Date;
}

/** How long each thing may be, in characters; said before and at the door. The smaller of what both platforms take. */
export const textLimits = {
  done: 1500,
  next: 1500,
  what: 600,
  who: 120,
  ask: 600,
  reason: 600,
  evidence: 300,
  reply: 4000,
} as const;
