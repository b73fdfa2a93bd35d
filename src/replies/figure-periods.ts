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
  const found = new Map<Figure, readonly Period[]>();
  const inSentence = groups(passage, figures);
  const periodsIn = groups(passage, usable);
  for (const [place, own] of inSentence) {
    const here = periodsIn.get(place) ?? [];
    for (const [figure, period] of owners(passage, here, own)) found.set(figure, period.periods);
    const only = here[0];
    const shared =
      only === undefined
        ? (besidePeriods(passage, place, periodsIn, inSentence) ?? headingPeriods(passage, place, usable))
        : here.length === 1 && (own[0]?.from ?? 0) >= only.to
          ? only.periods
          : [];
    if (shared.length > 0) for (const figure of own) if (!found.has(figure)) found.set(figure, shared);
  }
  return found;
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
