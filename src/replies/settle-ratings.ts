import type { ActionRating } from '../plan/rating.ts';
import type { BoundRating } from './bound-rating.ts';
import { corrects, takesBack } from './corrections.ts';
import { wordsOf, type Passage } from './passage.ts';
import type { AskedAction } from './reply-context.ts';

/** What all that was said of one action comes to. */
export type Settled =
  | { readonly kind: 'rated'; readonly rating: ActionRating; readonly sameAsLast: boolean }
  /** Candidates in the order they were said; empty = only that something was said. */
  | {
      readonly kind: 'doubt';
      readonly why: RatingDoubt;
      readonly candidates: readonly ActionRating[];
      readonly said: readonly BoundRating[];
    };

export type RatingDoubt =
  'several' | 'open' | 'unsure' | 'not_today' | 'part' | 'no_last' | 'not_same' | 'taken_back';

/** Settles the ratings said of one action. Null = none was said. */
export function settleAction(
  passage: Passage,
  action: AskedAction,
  all: readonly BoundRating[],
): Settled | null {
  const said = [...all].sort((one, other) => one.from - other.from);
  const valid = afterCorrections(passage, said);
  const today = valid.filter(({ stood, part }) => stood.standing === 'current' && part === null);
  const last = said[said.length - 1];
  if (last !== undefined && today.length > 0 && takesBack(passage, last)) return doubt('taken_back', valid);
  const clear = lastWord(today.filter(({ mention }) => mention !== null));
  const same = today.some(({ mention }) => mention === null);
  if (clear.length === 0) return same ? sameAsLast(action, valid) : withoutClear(valid, action);
  return doubtBeside(passage, clear, valid) ?? rated(action, clear, same);
}

/** What speaks against taking the clear rating; null = nothing. */
function doubtBeside(
  passage: Passage,
  clear: readonly BoundRating[],
  valid: readonly BoundRating[],
): Settled | null {
  const whole = valid.filter(({ part }) => part === null);
  // "One is on hold. Amber feels right": a colour that may be a name goes before a state.
  const maybeColour = whole.filter(({ mention }) => mention?.unsure === true && mention.said === 'colour');
  if (maybeColour.length > 0 && clear.every(isPhraseOrState))
    return doubt('unsure', [...clear, ...maybeColour]);
  const ratings = distinct(clear);
  if (ratings.length !== 1) return doubt(clear.length > 1 ? 'several' : 'open', clear);
  const wondering = whole.filter(
    ({ stood, mention }) =>
      stood.standing === 'unsure' && mention?.unsure === false && !isOthersView(passage, stood.subject.to),
  );
  if (distinct(wondering).some((rating) => rating !== ratings[0]))
    return doubt('unsure', [...clear, ...wondering]);
  return isOnePart(passage, clear, valid)
    ? doubt('several', [...clear, ...valid.filter(({ part }) => part !== null)])
    : null;
}

function isPhraseOrState({ mention }: BoundRating): boolean {
  return mention?.said === 'state' || mention?.said === 'phrase';
}

function rated(action: AskedAction, clear: readonly BoundRating[], same: boolean): Settled {
  const before = action.previousRating ?? null;
  const rating = distinct(clear)[0];
  if (rating === undefined || (same && before !== null && before !== rating)) return doubt('not_same', clear);
  return { kind: 'rated', rating, sameAsLast: same && before !== null };
}

/** What was said before the last correction no longer counts. */
function afterCorrections(passage: Passage, said: readonly BoundRating[]): readonly BoundRating[] {
  for (let index = said.length - 1; index > 0; index -= 1) {
    const later = said[index];
    const earlier = said[index - 1];
    if (
      later === undefined ||
      earlier === undefined ||
      later.stood.standing !== 'current' ||
      later.part !== null
    )
      continue;
    if (corrects(passage, earlier, later)) return said.slice(index);
  }
  return said;
}

/** "Overall" wins, then "now", then a colour over a phrase; "has been" gives way to what is. */
function lastWord(today: readonly BoundRating[]): readonly BoundRating[] {
  const overall = today.filter(({ stood }) => stood.overall);
  if (overall.length > 0) return overall;
  const firstNow = today.findIndex(({ stood }) => stood.marksNow);
  let left = firstNow < 0 ? today : today.slice(firstNow);
  if (firstNow > 0) left = left.filter(({ stood }) => stood.marksNow || left.length === 1);
  const present = left.filter(({ stood }) => !stood.perfect);
  if (present.length > 0) left = present;
  const colours = left.filter(({ mention }) => mention?.said !== 'phrase');
  if (colours.length > 0) left = colours;
  const ticked = left.filter(({ mention }) => mention?.said !== 'emoji' || mention.ratings.length === 1);
  return narrowed(ticked.length > 0 ? ticked : left);
}

/** "Off track" (amber or red) beside "red" is red. */
function narrowed(said: readonly BoundRating[]): readonly BoundRating[] {
  const exact = said.filter(({ mention }) => mention?.ratings.length === 1);
  const ratings = distinct(exact);
  const only = ratings[0];
  if (only === undefined || ratings.length > 1) return said;
  return said.every(({ mention }) => mention?.ratings.includes(only) === true) ? exact : said;
}

function sameAsLast(action: AskedAction, valid: readonly BoundRating[]): Settled {
  const before = action.previousRating ?? null;
  if (before === null) return doubt('no_last', valid);
  const wondering = distinct(
    valid.filter(({ stood, mention }) => stood.standing === 'unsure' && mention?.unsure === false),
  );
  return wondering.some((rating) => rating !== before)
    ? doubt('unsure', valid)
    : { kind: 'rated', rating: before, sameAsLast: true };
}

/** Only spoken of as past, hoped for, denied, or of a part: that is no rating, and it is asked about. */
function withoutClear(valid: readonly BoundRating[], action: AskedAction): Settled | null {
  if (valid.length === 0) return null;
  const strong = valid.filter(
    ({ mention, part }) => !(part !== null && (mention?.said === 'state' || mention?.said === 'phrase')),
  );
  const spoken = strong.filter(({ mention }) => mention !== null);
  if (spoken.length === 0) return null;
  const unsure = spoken.filter(({ stood, part }) => stood.standing === 'unsure' && part === null);
  if (unsure.length > 0) return doubt('unsure', unsure);
  const parts = spoken.filter(({ part, stood }) => part !== null && stood.standing === 'current');
  if (parts.length > 0) return doubt('part', parts);
  const denied = new Set(distinct(spoken.filter(({ stood }) => stood.standing === 'negated')));
  const before = action.previousRating ?? null;
  const candidates = (['red', 'amber', 'green'] as const).filter((rating) => !denied.has(rating));
  return {
    kind: 'doubt',
    why: 'not_today',
    candidates:
      before === null
        ? candidates
        : [...candidates].sort((one, other) => Number(other === before) - Number(one === before)),
    said: spoken,
  };
}

/** "Budget red, delivery green": beside the rating of a part, "delivery" may be a part too. */
function isOnePart(passage: Passage, clear: readonly BoundRating[], valid: readonly BoundRating[]): boolean {
  const parts = valid.filter(
    ({ part, stood, mention }) => part !== null && stood.standing === 'current' && mention?.said === 'colour',
  );
  if (distinct(parts).every((rating) => distinct(clear).includes(rating))) return false;
  return clear.some(({ stood }) =>
    /\b(?:delivery|progress|project|programme|work|workstream|activity)\b/.test(
      wordsOf(passage, stood.subject.from, stood.subject.to),
    ),
  );
}

/** "Ofsted thinks red" beside a clear rating of the owner's own is only told. */
function isOthersView(passage: Passage, subjectEnd: number): boolean {
  return /\b(?:board|ofsted|inspectors?|auditors?|partners?|team|lead|they|he|she|told|asked|advised|suggested|commissioner|dfe|cqc)\b/.test(
    passage.tokens
      .slice(Math.max(0, subjectEnd - 4), subjectEnd)
      .map(({ word }) => word)
      .join(' '),
  );
}

function distinct(said: readonly BoundRating[]): readonly ActionRating[] {
  return [...new Set(said.flatMap(({ mention }) => mention?.ratings ?? []))];
}

function doubt(why: RatingDoubt, said: readonly BoundRating[]): Settled {
  return { kind: 'doubt', why, candidates: distinct(said), said };
}
