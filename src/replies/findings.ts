import { findCodes, type CodeMention } from './codes-in-words.ts';
import { isNumberWord } from './number-words.ts';
import { readPassage, type Passage, type Span } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';
import { findRatings } from './ratings-in-words.ts';
import type { ReplyContext } from './reply-context.ts';
import { findSameAsLast } from './same-as-last.ts';

/** A text cut up, with what every later step looks at, found once. */
export interface Findings {
  readonly passage: Passage;
  readonly codes: readonly CodeMention[];
  readonly ratings: readonly RatingMention[];
  /** "No change": last month's rating again. */
  readonly sames: readonly Span[];
  /** More ratings or numbers than one answer can hold: nothing is read out of them. */
  readonly tooMuch: boolean;
}

/** A plan has at most some dozens of actions and measures, and a reply is about one person's. */
const mostRatings = 60;
const mostNumbers = 200;

export function findIn(text: string, context: ReplyContext): Findings {
  const passage = readPassage(text);
  const ratings = findRatings(passage, context.people ?? []);
  const numbers = passage.tokens.filter(({ kind, word }) => kind === 'number' || isNumberWord(word)).length;
  const sames = findSameAsLast(passage);
  const tooMuch = ratings.length + sames.length > mostRatings || numbers > mostNumbers;
  return { passage, codes: findCodes(passage, context.asked), ratings, sames, tooMuch };
}
