import type { Period } from '../plan/period.ts';
import type { Figure } from './number-figure.ts';
import { wordsOf, type Passage, type Sentence } from './passage.ts';
import type { PeriodMention } from './periods-in-words.ts';

/**
 * The period of every number. Between two numbers a period belongs to the one in whose clause it stands; in the same clause to the
 * left one ("58% in Sept and 61% in Oct"), or to the right one where the sentence opens with a period ("Sept 58%, Oct 61%"). One
 * period before all numbers of a sentence is for all of them; without one a heading's counts.
 */
export function periodsByFigure(
  passage: Passage,
  periods: readonly PeriodMention[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, readonly Period[]> {
  const usable = periods.filter((period) => period.forFigure && period.periods.length > 0);
  const running = groups(
    passage,
    periods.filter((period) => period.forFigure && period.periods.length === 0),
  );
  const found = new Map<Figure, readonly Period[]>();
  const inSentence = groups(passage, figures);
  const periodsIn = groups(passage, usable);
  for (const [place, own] of inSentence) {
    const here = periodsIn.get(place) ?? [];
    for (const [figure, period] of owners(passage, here, own)) found.set(figure, period.periods);
    shareWithBracket(passage, own, found);
    const only = here[0];
    const isForAll =
      only !== undefined && here.length === 1 && !running.has(place) && (own[0]?.from ?? 0) >= only.to;
    const shared =
      only === undefined
        ? periodsElsewhere(passage, place, { usable, periodsIn, figuresIn: inSentence })
        : isForAll
          ? only.periods
          : [];
    if (shared.length > 0) for (const figure of own) if (!found.has(figure)) found.set(figure, shared);
  }
  return found;
}

interface Groups {
  readonly usable: readonly PeriodMention[];
  readonly periodsIn: ReadonlyMap<number, readonly PeriodMention[]>;
  readonly figuresIn: ReadonlyMap<number, readonly Figure[]>;
}

/** A sentence that names no period takes it from beside it, from the last line, or from a heading. */
function periodsElsewhere(passage: Passage, place: number, known: Groups): readonly Period[] {
  return (
    besidePeriods(passage, place, known.periodsIn, known.figuresIn) ??
    closingPeriods(passage, known.usable, known.figuresIn) ??
    headingPeriods(passage, place, known.usable)
  );
}

/** "61.5%; Oct 26; validated": the next sentence of the line is nothing but a period. */
function besidePeriods(
  passage: Passage,
  place: number,
  periodsIn: ReadonlyMap<number, readonly PeriodMention[]>,
  figuresIn: ReadonlyMap<number, readonly Figure[]>,
): readonly Period[] | null {
  const [own, next] = [passage.sentences[place], passage.sentences[place + 1]];
  const only = periodsIn.get(place + 1)?.[0];
  if (
    own === undefined ||
    next === undefined ||
    only === undefined ||
    own.line !== next.line ||
    figuresIn.has(place + 1)
  )
    return null;
  return only.from - next.from <= 1 && next.to - only.to <= 2 ? only.periods : null;
}

/** In order, by the number of their sentence. */
function groups<T extends { readonly from: number }>(
  passage: Passage,
  spans: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const span of spans) {
    const place = passage.sentenceAt[span.from] ?? 0;
    const list = found.get(place);
    if (list === undefined) found.set(place, [span]);
    else list.push(span);
  }
  return found;
}

function owners(
  passage: Passage,
  periods: readonly PeriodMention[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, PeriodMention> {
  const found = new Map<Figure, PeriodMention>();
  const opensWithPeriod = isPeriodFirst(passage, figures[0], periods[0]);
  let at = 0;
  for (const period of periods) {
    while (at < figures.length && (figures[at]?.to ?? 0) <= period.from) at += 1;
    const left = figures[at - 1];
    const right = figures[at];
    const owner =
      left === undefined || right === undefined
        ? (left ?? right)
        : nearer(passage, period, [left, right], opensWithPeriod);
    if (owner !== undefined && !found.has(owner)) found.set(owner, period);
  }
  return found;
}

function nearer(
  passage: Passage,
  period: PeriodMention,
  [left, right]: readonly [Figure, Figure],
  opensWithPeriod: boolean,
): Figure {
  const clause = passage.clauseAt[period.from];
  const inLeft = passage.clauseAt[left.from] === clause;
  const inRight = passage.clauseAt[right.from] === clause;
  if (inLeft !== inRight) return inLeft ? left : right;
  return opensWithPeriod ? right : left;
}

/** The sentence names a period right before its first number. */
function isPeriodFirst(
  passage: Passage,
  figure: Figure | undefined,
  period: PeriodMention | undefined,
): boolean {
  if (figure === undefined || period === undefined || period.to > figure.from) return false;
  return /^(?:(?:was|is|:|=|-|–|figure|,) ?)*$/.test(wordsOf(passage, period.to, figure.from));
}

/** "October figures:" and then a line for each: the newest period in an earlier sentence that only announces. */
function headingPeriods(
  passage: Passage,
  place: number,
  usable: readonly PeriodMention[],
): readonly Period[] {
  for (let index = usable.length - 1; index >= 0; index -= 1) {
    const period = usable[index];
    if (period === undefined) continue;
    const before = passage.sentenceAt[period.from] ?? 0;
    const own = passage.sentences[before];
    if (before < place && own !== undefined && announces(passage, own)) return period.periods;
  }
  return [];
}

function announces(passage: Passage, { from, to }: Sentence): boolean {
  if (to - from > 8) return false;
  const words = wordsOf(passage, from, to).trim();
  return /\b(?:figures?|data|update|numbers?|stats|return|results?|reporting|period)\b|^[^ ]+(?: 20\d\d)? :?(?: \n)?$/.test(
    words,
  );
}

/** "11,905 (9.2%) in October": what stands in brackets is the same figure said otherwise, of the same time. */
function shareWithBracket(
  passage: Passage,
  own: readonly Figure[],
  found: Map<Figure, readonly Period[]>,
): void {
  for (const [index, figure] of own.entries()) {
    const next = own[index + 1];
    const periods = next === undefined ? undefined : found.get(next);
    if (next === undefined || periods === undefined || found.has(figure)) continue;
    const opens = /(?:^| )\($/.test(wordsOf(passage, figure.to, next.from));
    // "61.3% (58% last month)" tells of another time inside the bracket.
    const closes = /^(?:(?:%|percent) )?\)/.test(wordsOf(passage, next.to, next.to + 2));
    if (opens && closes) found.set(figure, periods);
  }
}

/** A line for each figure and then "all September": the last line is nothing but a period for all of them. */
function closingPeriods(
  passage: Passage,
  usable: readonly PeriodMention[],
  figuresIn: ReadonlyMap<number, readonly Figure[]>,
): readonly Period[] | null {
  const place = passage.sentences.length - 1;
  const last = passage.sentences[place];
  const only = usable[usable.length - 1];
  if (
    last === undefined ||
    only === undefined ||
    figuresIn.has(place) ||
    passage.sentenceAt[only.from] !== place
  )
    return null;
  const before = wordsOf(passage, last.from, only.from).trim();
  const opens =
    /^(?:all|all (?:are |for |from |as at |as of )?|(?:these|all|both|figures|data)(?: figures?| data)? (?:are|is)(?: all)?(?: for| from| as at)?|both|for|as at)$/;
  return opens.test(before) && last.to - only.to <= 2 ? only.periods : null;
}
