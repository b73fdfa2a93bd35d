import { ratingDirection } from './direction-of-travel.ts';
import { ratingLooks, type ShownRating } from './rating.ts';

/** What decides the place of an action in a list. */
export interface ActionLine {
  readonly code: string;
  readonly shown: ShownRating;
  /** What was shown for the month before; null = nothing. */
  readonly before: ShownRating | null;
}

/** Red first, then worse than last month, then no update, then the rest (DESIGN section 6); by code within each. */
export function orderActionLines<T extends ActionLine>(lines: readonly T[]): readonly T[] {
  return [...lines].sort(
    (first, second) => place(first) - place(second) || compareCodes(first.code, second.code),
  );
}

/** How many actions have each rating; the counts always add up to the number of lines. */
export function countRatings(
  lines: readonly Pick<ActionLine, 'shown'>[],
): Readonly<Record<ShownRating, number>> {
  const counts = {
    red: 0,
    no_update: 0,
    awaited: 0,
    amber: 0,
    on_hold: 0,
    green: 0,
    not_started: 0,
    complete: 0,
  };
  for (const line of lines) counts[line.shown] += 1;
  return counts;
}

/** `1 red, 2 amber, 4 green, 1 no update`: what is there, worst first, and nothing about what is not. */
export function countsInWords(counts: Readonly<Record<ShownRating, number>>): string {
  const said = saidInThisOrder.filter((rating) => counts[rating] > 0);
  return (
    said.map((rating) => `${counts[rating]} ${ratingLooks[rating].word.toLowerCase()}`).join(', ') ||
    'no actions'
  );
}

/** `IC2` before `IC10`, `I07a` before `I07b`. */
export function compareCodes(first: string, second: string): number {
  return codeOrder.compare(first, second) || (first < second ? -1 : Number(first > second));
}

const codeOrder = new Intl.Collator('en-GB', { numeric: true });

const saidInThisOrder: readonly ShownRating[] = [
  'red',
  'amber',
  'on_hold',
  'green',
  'not_started',
  'complete',
  'no_update',
  'awaited',
];

const restInThisOrder: readonly ShownRating[] = [
  'no_update',
  'awaited',
  'amber',
  'on_hold',
  'green',
  'not_started',
  'complete',
];

function place(line: ActionLine): number {
  if (line.shown === 'red') return 0;
  if (ratingDirection(line.before, line.shown) === 'worse') return 1;
  return 2 + restInThisOrder.indexOf(line.shown);
}
