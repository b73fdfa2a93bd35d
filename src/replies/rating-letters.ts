import type { ActionRating } from '../plan/rating.ts';
import { clauseOf, wordAt, wordsOf, type Passage } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';

const letters: ReadonlyMap<string, ActionRating> = new Map<string, ActionRating>([
  ['r', 'red'],
  ['a', 'amber'],
  ['g', 'green'],
  ['c', 'complete'],
  ['b', 'complete'],
]);

/** Examples that it reads: "R.", "G - on track", "IC1 A", "SA3: G", "RAG: A", "IC1 G, IC2 A". And not: "a few", "we r late". */
export function letterRating(passage: Passage, index: number): RatingMention | null {
  const token = passage.tokens[index];
  const rating = token?.kind === 'word' ? letters.get(token.word) : undefined;
  if (rating === undefined || !standsAlone(passage, index)) return null;
  const introduced = isIntroduced(passage, index);
  const follows = canFollow(passage, index);
  // C and B are letters of lists and sizes too, and "a" is a word: they need an introduction or a clause of their own.
  const opens = clauseOf(passage, index).from === index && isFirstOfText(passage, index);
  const endsClause =
    follows === 'mark' &&
    (token?.word === 'g' || token?.word === 'r') &&
    passage.tokens[index - 1]?.kind === 'word';
  if (
    !(introduced && follows !== 'no') &&
    !endsClause &&
    !(opens && follows === 'mark' && rating !== 'complete')
  )
    return null;
  const rated = /(?:^| )(?:rag|rated|rating|graded|status)$/.test(wordAt(passage, index - 1));
  if (token?.word === 'a' && follows !== 'mark' && follows !== 'list' && !(rated && follows === 'word'))
    return null;
  return { from: index, to: index + 1, ratings: [rating], said: 'letter', unsure: false };
}

function standsAlone(passage: Passage, index: number): boolean {
  const next = passage.tokens[index + 1];
  const last = passage.tokens[index - 1];
  if (next !== undefined && !next.spaced && /^(?:['&@/]|\d.*|\p{L}.*)$/u.test(next.word))
    return next.word === '/' && isLetterPair(passage, index);
  if (last !== undefined && token(passage, index).spaced === false && last.kind !== 'break')
    return /^[(:=[/"-]$/.test(last.word) && last.kind === 'mark';
  return !/^(?:we|you|they|u|there)$/.test(last?.word ?? '');
}

function isLetterPair(passage: Passage, index: number): boolean {
  return letters.has(wordAt(passage, index + 2));
}

function token(passage: Passage, index: number): { readonly spaced: boolean } {
  return passage.tokens[index] ?? { spaced: true };
}

/** After a code, after "rag", "rated", "status", "is", a colon or another rating of a list. */
function isIntroduced(passage: Passage, index: number): boolean {
  const before = wordsOf(passage, index - 4, index);
  return (
    /(?:^|\s)[a-z]{1,2} ?[-.]? ?\d{1,2}(?: [a-h])?(?: [-–—:=(>]| (?:is|still|now|remains|at|to|->|stays))*$/.test(
      before,
    ) ||
    /(?:^|\s)(?:rag|rated|rating|status|graded|overall)(?: (?:is|still|now|as|at|a|to|remains|rating|status|rag))*(?: [-–—:=(])?$/.test(
      before,
    ) ||
    (/(?:^|\s)(?:still|remains|stays|now|all|both|rest|others|everything|else|remaining|ones|three|two|actions|mine|stay|going|we are|it is|i am|am|not|was|are|from|to|previously) ?[("]?$/.test(
      before,
    ) &&
      wordAt(passage, index) !== 'a') ||
    /(?:^|\s)(?:red|amber|green|r|a|g) (?:[,/→]|(?:- )?>)$/.test(before)
  );
}

function canFollow(passage: Passage, index: number): 'mark' | 'list' | 'word' | 'no' {
  const next = passage.tokens[index + 1];
  if (next === undefined || next.kind === 'break') return 'mark';
  if (/^(?:[.,;:!?()[\]"=|/→➡>]|\.\.|–|—)$/.test(next.word))
    return next.word === '.' && !isEnd(passage, index + 1) ? 'no' : 'mark';
  if (next.word === '-' || next.word === '>') return next.spaced ? 'mark' : 'no';
  if (next.kind === 'emoji') return 'mark';
  if (
    next.kind === 'word' &&
    /\d/.test(passage.tokens[index + 2]?.word ?? '') &&
    passage.tokens[index + 2]?.spaced === false
  )
    return 'list';
  if (next.kind === 'number') return 'list';
  return /^(?:bar|except|apart|other|excluding|in|across|also|throughout|me|us|team|thanks|please|from|here|for|on|last|this|now|still|as|because|due|since|but|and|again|no|not|overall|until|by|with|previously|to|at|sorry|actually)$/.test(
    next.word,
  )
    ? 'word'
    : 'no';
}

/** "R. Staffing" ends; "R.A.G" does not. */
function isEnd(passage: Passage, index: number): boolean {
  const after = passage.tokens[index + 1];
  return after === undefined || after.spaced || after.kind === 'break';
}

/** First on its line or sentence, or after a mark: "R - staffing", "Update: G", "(A)". */
function isFirstOfText(passage: Passage, index: number): boolean {
  const last = passage.tokens[index - 1];
  return (
    last === undefined ||
    last.kind === 'break' ||
    last.kind === 'emoji' ||
    /^(?:[.!?;:(,=|•-]|–|—|\.\.)$/.test(last.word)
  );
}
