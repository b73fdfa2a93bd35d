import type { ActionRating } from '../plan/rating.ts';
import type { Span } from './passage.ts';

/** A place where a rating is spoken of. Whether it is today's rating of anything is decided later. */
export interface RatingMention extends Span {
  /** One where it is plain; several where the words leave it open ("amber/green", "off track"). */
  readonly ratings: readonly ActionRating[];
  /**
   * How it was said: a colour word, letter or emoji is a rating in its own right; a `phrase` ("on track") and a `state`
   * ("done") give way to it, because people also say them of parts of the work.
   */
  readonly said: 'colour' | 'letter' | 'emoji' | 'phrase' | 'state';
  /** It may be a name: "Amber Kowalczyk". */
  readonly unsure: boolean;
}
