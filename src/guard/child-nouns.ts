import { wordSet } from './words-of-a-sentence.ts';

/** Words for one child or young person, as they stand beside a name. */
export const childWords = wordSet(
  'child boy girl baby toddler infant pupil student teenager lad son daughter brother sister twin sibling schoolboy schoolgirl person patient victim siblings twins brothers sisters little',
);
