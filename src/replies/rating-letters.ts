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
  if (token === undefined || rating === undefined || !standsAlone(passage, index)) return null;
  const follows = canFollow(passage, index);
  const isMeant =
    token.word === 'a' ? isAmber(passage, index, follows) : isOtherLetter(passage, index, follows);
  return isMeant ? { from: index, to: index + 1, ratings: [rating], said: 'letter', unsure: false } : null;
}

/** "A" is a word too: it needs an end behind it, and an introduction or a clause of its own. */
function isAmber(passage: Passage, index: number, follows: Follows): boolean {
  if (follows === 'mark') return isIntroduced(passage, index) || opensClause(passage, index);
  if (follows === 'list') return isIntroduced(passage, index);
  // "Rated A this month"
  return follows === 'word' && /^(?:rag|rated|rating|graded|status)$/.test(wordAt(passage, index - 1));
}

/** G and R may open or end a clause ("Rest G."); C and B are letters of lists and sizes too and need an introduction. */
function isOtherLetter(passage: Passage, index: number, follows: Follows): boolean {
  if (follows !== 'no' && isIntroduced(passage, index)) return true;
  if (follows !== 'mark' || !/^[rg]$/.test(wordAt(passage, index))) return false;
  return passage.tokens[index - 1]?.kind === 'word' || opensClause(passage, index);
}

function opensClause(passage: Passage, index: number): boolean {
  return clauseOf(passage, index).from === index && isFirstOfText(passage, index);
}

function standsAlone(passage: Passage, index: number): boolean {
  const [last, own, next] = [passage.tokens[index - 1], passage.tokens[index], passage.tokens[index + 1]];
  if (next !== undefined && !next.spaced && /^(?:['&@/]|\d|\p{L})/u.test(next.word)) {
    return next.word === '/' && letters.has(wordAt(passage, index + 2));
  }
  if (last !== undefined && last.kind !== 'break' && own?.spaced === false)
    return /^[(:=[/">-]$/.test(last.word);
  return !/^(?:we|you|they|u|there)$/.test(last?.word ?? '');
}

const afterCode =
  /(?:^|\s)[a-z]{1,2} ?[-.]? ?\d{1,2}(?: [a-h])?(?: [-–—:=(>→➡]| (?:is|still|now|remains|at|to|->|stays))*$/;
const afterRag =
  /(?:^|\s)(?:rag|rated|rating|status|graded|overall)(?: (?:is|still|now|as|at|a|to|remains|stays|stay|staying|rating|status|rag))*(?: [-–—:=(])?$/;
const afterVerb =
  /(?:^|\s)(?:still|remains|stays|now|all|both|rest|others|everything|else|remaining|ones|three|two|actions|mine|stay|going|we are|it is|i am|am|not|was|are|from|to|previously) ?[("]?$/;
const afterRating = /(?:^|\s)(?:red|amber|green|r|a|g) (?:[,/→]|(?:- )?>)$/;

/** After a code, after "rag", "rated", "status", "is", a colon or another rating of a list. */
function isIntroduced(passage: Passage, index: number): boolean {
  const before = wordsOf(passage, index - 4, index);
  if (/(?:^| )from (?:r|a|g|red|amber|green) to$/.test(before)) return true;
  if (afterCode.test(before) || afterRag.test(before) || afterRating.test(before)) return true;
  if (/(?:^| )(?:rest|others|remaining|everything else)$/.test(before)) return true;
  return wordAt(passage, index) !== 'a' && afterVerb.test(before);
}

/** What follows a letter: an end, another item of a list, a word that goes on, or nothing that lets it be a rating. */
type Follows = 'mark' | 'list' | 'word' | 'no';

const goesOn =
  /^(?:bar|except|apart|other|excluding|in|across|also|throughout|me|us|team|thanks|please|from|here|for|on|last|this|now|still|as|because|due|since|but|and|again|no|not|overall|until|by|with|previously|to|at|sorry|actually)$/;

function canFollow(passage: Passage, index: number): Follows {
  const next = passage.tokens[index + 1];
  const behind = passage.tokens[index + 2];
  if (next === undefined || next.kind === 'break' || next.kind === 'emoji') return 'mark';
  if (next.word === '.') return isEnd(passage, index + 1) ? 'mark' : 'no';
  if (next.word === '-') return afterDash(next, behind);
  if (/^(?:[,;:!?()[\]"=|/→➡>]|\.\.|–|—)$/.test(next.word)) return 'mark';
  if (next.kind === 'number' || (behind?.kind === 'number' && !behind.spaced)) return 'list';
  return goesOn.test(next.word) ? 'word' : 'no';
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

/** "G - on track" and "A->G" end the letter; "A-level" does not. */
function afterDash(dash: Passage['tokens'][number], behind: Passage['tokens'][number] | undefined): Follows {
  return dash.spaced || behind?.word === '>' ? 'mark' : 'no';
}
