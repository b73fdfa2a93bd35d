import type { RatingMention } from './rating-mention.ts';
import type { StoodRating } from './rating-standing.ts';

/** What is said of a rating, and of which action. */
export interface RatingSaid {
  readonly from: number;
  readonly to: number;
  /** Null for "same as last month", whose rating is the action's last one. */
  readonly mention: RatingMention | null;
  readonly stood: StoodRating;
  /** What it is said of, when that is only a part of the work or something else: "staffing". Null = the item itself. */
  readonly part: string | null;
}

/** A rating with the action it was found to belong to. */
export interface BoundRating extends RatingSaid {
  /** Null = several actions were asked and nothing says which is meant. */
  readonly code: string | null;
  /** How surely the action was meant: named, or one of "all", or one of "the rest". */
  readonly reach: 'named' | 'all' | 'rest';
}

/** What came of looking for the action of every rating. */
export interface Bindings {
  readonly bound: readonly BoundRating[];
  /** Codes that were rated and not asked. */
  readonly notAsked: readonly string[];
  /** Actions that were excepted ("all green apart from IC3") without a rating of their own. */
  readonly excepted: readonly string[];
  /** Ratings that may belong to one of several: "support is red". */
  readonly ambiguous: readonly { readonly said: RatingSaid; readonly codes: readonly string[] }[];
}
