import { clauseOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';

/** "No change", "same as last month": the writer says that the rating is what it was. */
export function findSameAsLast(passage: Passage): readonly Span[] {
  const found: Span[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const length = lengthOfPhrase(passage, index);
    if (length === 0) continue;
    const span = { from: index, to: index + length };
    if (isAboutTheItem(passage, span)) found.push(span);
    index = span.to - 1;
  }
  return found;
}

const phrases =
  /^(?:no (?:real |material |significant |major |big )?changes?(?: (?:from|since|on|to) (?:the )?(?:last|previous) (?:month|time|update|report|quarter))?|nothing(?: has|'s| is| )* ?changed|unchanged|(?:has|have|is|are) not changed|not changed|did not change|does not change|(?:the )?same (?:as|like) (?:(?:the |it was )?(?:last|previous|prior) (?:month|time|update|one|report|rating|week|quarter|mth)|last|before|previously|previous|october|september|august|july|june|may|april|march|february|january|december|november)|n \/ c|as per (?:the )?(?:last|previous) (?:month|time|update|report|cycle)|same again|(?:the )?same (?:rating|ratings|rag|status|position|colour)(?: as (?:last (?:month|time)|before))?|as (?:it was )?(?:last (?:month|time)|before|previously(?: reported)?|you were|it was|was)|(?:leave|keep) (?:it |this |them )?as (?:it )?is|as is|status quo|no movement|ditto last (?:month|time)|stet|copy last month|roll (?:it )?forward|carry (?:it )?forward)(?= |$)/;

function lengthOfPhrase(passage: Passage, index: number): number {
  const first = wordAt(passage, index);
  if (!starters.has(first)) return 0;
  const match = phrases.exec(wordsOf(passage, index, index + 8));
  if (match !== null) return match[0].trim().split(' ').length;
  return isBareSame(passage, index) ? 1 : 0;
}

const starters = new Set(
  'n no nothing unchanged has have is are not did does the same as status ditto stet copy leave keep roll carry'.split(
    ' ',
  ),
);

/** "IC2 same", "still the same", "same." as a whole clause. */
function isBareSame(passage: Passage, index: number): boolean {
  if (wordAt(passage, index) !== 'same' && wordAt(passage, index) !== 'ditto') return false;
  const next = passage.tokens[index + 1];
  const ends =
    next === undefined ||
    next.kind !== 'word' ||
    /^(?:for|on|and|but|this|here|still|overall|though|too)$/.test(next.word);
  const clause = clauseOf(passage, index);
  return ends && index - clause.from <= 5;
}

/**
 * "No change to staffing" and "unchanged at 61%" are not about the rating; "no change in rating", "no change on IC1" and "no change
 * this month" are.
 */
function isAboutTheItem(passage: Passage, { from, to }: Span): boolean {
  const clause = clauseOf(passage, from);
  const after = wordsOf(passage, to, Math.min(clause.to, to + 5));
  const next = passage.tokens[to];
  if (next?.kind === 'number' && !/^[a-z]/.test(wordAt(passage, to))) return false;
  if (/^(?:at|of) (?:about |around )?[\d.]/.test(after)) return false;
  if (
    wordAt(passage, from) === 'as' &&
    /^as (?:was|it was)/.test(wordsOf(passage, from, to)) &&
    /^\p{L}/u.test(after)
  )
    return false;
  const scoped = /^(?:to|in|with) (?:the |our |my )?([\p{L}']+)/u.exec(after);
  if (scoped === null) return true;
  return (
    /^(?:rating|ratings|rag|status|position|report|update|this|it|any|anything|all|either|overall|these|that|ic|sa|jo|what|last|me|us|note|mine|either|both)$/.test(
      scoped[1] ?? '',
    ) || /\d/.test(after.split(' ')[2] ?? '')
  );
}
