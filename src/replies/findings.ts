import { findCodes, type CodeMention } from './codes-in-words.ts';
import { readPassage, type Passage } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';
import { findRatings } from './ratings-in-words.ts';
import type { ReplyContext } from './reply-context.ts';

/** A text cut up, with what every later step looks at, found once. */
export interface Findings {
  readonly passage: Passage;
  readonly codes: readonly CodeMention[];
  readonly ratings: readonly RatingMention[];
}

export function findIn(text: string, context: ReplyContext): Findings {
  const passage = readPassage(text);
  return { passage, codes: findCodes(passage, context.asked), ratings: findRatings(passage, context.people ?? []) };
}
