import { clauseOf, wordsOf, type Passage, type Span } from './passage.ts';

const marker =
  /\b(?:sorry|actually|i mean|i meant|meant|correction|correcting|scrap that|no wait|wait|make that|make it|change (?:that|it) to|change to|edit|oops|whoops|apologies|or rather|on reflection|on second thoughts?|second thoughts?|ignore (?:that|my last|the last|previous)|my mistake|typo|hang on|strike that|instead|in fact|got that wrong|should (?:say|read|have (?:been|said)))\b/;
/** "Sorry for the delay" and "apologies this is late" correct nothing. */
const excuse =
  /\b(?:sorry|apologies) (?:for|about|this is|it is|it's|to|again|i am|i have|been|only|late|all|everyone|not|we|i was|i did|i missed|i forgot|that this|the delay)\b/g;
const refusal = /(?:^|[.,;!?–-] )no ,? ?/;

/**
 * True when the later of two says that the earlier was wrong: "Green. Actually no, amber", "red - sorry, meant amber", "amber, not
 * green". The words must stand close before the later one, or right behind it.
 */
export function corrects(passage: Passage, earlier: Span, later: Span): boolean {
  const from = Math.max(earlier.to, later.from - 9);
  const before = wordsOf(passage, from, later.from).replace(excuse, ' ');
  if (marker.test(before) || refusal.test(`. ${before} `.replace('. .', '.'))) return true;
  const clause = clauseOf(passage, later.from);
  const end = Math.min(clause.to + 4, later.to + 6);
  const after = wordsOf(passage, later.to, end).replace(excuse, ' ');
  return /^(?:[,(–-] )?(?:sorry|i mean|i meant|correction|edit|typo|my mistake|instead)\b/.test(after);
}

const meantAnother =
  /\b(?:i mean|i meant|meant|correction|got that wrong|my mistake|should (?:say|read|have (?:been|said)))\b/;

/** "IC3 green. Sorry, I meant SA3 green": the first was said of the wrong action. */
export function meansAnotherItem(passage: Passage, earlier: Span, later: Span): boolean {
  return meantAnother.test(wordsOf(passage, Math.max(earlier.to, later.from - 12), later.from));
}

/** "Scrap that", "ignore my last message" with nothing in its place. */
export function takesBack(passage: Passage, last: Span): boolean {
  const after = wordsOf(passage, last.to, last.to + 14).replace(excuse, ' ');
  return /\b(?:scrap that|ignore that|ignore my last|ignore this|forget that|disregard that|disregard this|strike that|not sure now)\b/.test(
    after,
  );
}
