import { asksAndPaths } from './corpus/asks-and-paths.ts';
import { awayAndOthers } from './corpus/away-and-others.ts';
import { figures } from './corpus/figures.ts';
import { namesAndPlaces } from './corpus/names-and-places.ts';
import { periods } from './corpus/periods.ts';
import { ratingsInWords } from './corpus/ratings-in-words.ts';
import { severalActions } from './corpus/several-actions.ts';
import { timeAndNegation } from './corpus/time-and-negation.ts';
import { voicesLast } from './corpus/voices-last.ts';
import { voicesLong } from './corpus/voices-long.ts';
import { voicesMore } from './corpus/voices-more.ts';
import { voicesShort } from './corpus/voices-short.ts';
import { unseenOne } from './corpus/unseen-one.ts';
import { unseenTwo } from './corpus/unseen-two.ts';
import type { ReplyCase } from './reply-case.ts';

/** Every reply of our own making, by kind. */
export const corpus: Readonly<Record<string, readonly ReplyCase[]>> = {
  'ratings in words': ratingsInWords,
  'time and negation': timeAndNegation,
  'names and places': namesAndPlaces,
  'several actions': severalActions,
  figures,
  periods,
  'away and others': awayAndOthers,
  'asks and paths': asksAndPaths,
  'short voices': voicesShort,
  'long voices': voicesLong,
  'more voices': voicesMore,
  'last voices': voicesLast,
  'unseen one': unseenOne,
  'unseen two': unseenTwo,
};

export const allReplies: readonly ReplyCase[] = Object.values(corpus).flat();
