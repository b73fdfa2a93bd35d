import { difference } from './tidy-number.ts';

/** What a series has done lately, judged on runs rather than on its last step. */
export interface Run {
  /** 1 = better, −1 = worse, 0 = the same. */
  readonly way: number;
  /** The position of the point before the run: what the newest is compared with, unless `how` is `shift`. */
  readonly from: number;
  /** The median of the points before, for a shift; null otherwise. */
  readonly usual: number | null;
  /** Successive moves the same way, a shift of the last three, or a single step (too few points for more). */
  readonly how: 'moves' | 'shift' | 'step';
  /** How many successive moves the same way there have been. */
  readonly moves: number;
}

/** So many successive moves the same way are a run. */
const movesForRun = 3;
/** From so many points on, one step is not enough to say anything. */
const pointsForShift = 6;
const shiftPoints = 3;
/** A shift is judged against at most so many points before it: about a year of months, with the three of the shift. */
const pointsBefore = 9;

/**
 * Judges a series in which more is better (turned round by the caller where less is), oldest first. Three successive moves
 * the same way count when together they reach `least`. Else, with six points or more, the last three count when all of
 * them lie on one side of the median of those before and their mean differs from it by `least`; with fewer, the last step
 * counts when it reaches `least`. Null = fewer than two points.
 */
export function judgeRun(gains: readonly number[], least: number): Run | null {
  const last = gains.length - 1;
  const newest = gains[last];
  const before = gains[last - 1];
  if (newest === undefined || before === undefined) return null;
  const moves = movesTheSameWay(gains);
  const began = gains[last - moves] ?? before;
  const total = difference(newest, began);
  if (moves >= movesForRun && Math.abs(total) >= least)
    return { way: Math.sign(total), from: last - moves, usual: null, how: 'moves', moves };
  if (gains.length >= pointsForShift) {
    const usual = median(gains.slice(-shiftPoints - pointsBefore, -shiftPoints));
    return {
      way: shiftOfLastThree(gains, usual, least),
      from: last - shiftPoints,
      usual,
      how: 'shift',
      moves,
    };
  }
  const step = difference(newest, before);
  return {
    way: Math.abs(step) >= least ? Math.sign(step) : 0,
    from: last - 1,
    usual: null,
    how: 'step',
    moves,
  };
}

/** How many moves up to the newest point all went the same way; level is no move. */
function movesTheSameWay(gains: readonly number[]): number {
  const steps = gains.slice(1).map((gain, index) => Math.sign(difference(gain, gains[index] ?? gain)));
  const way = steps.at(-1) ?? 0;
  if (way === 0) return 0;
  return steps.length - 1 - steps.findLastIndex((step) => step !== way);
}

function shiftOfLastThree(gains: readonly number[], usual: number, least: number): number {
  const recent = gains.slice(-shiftPoints);
  const sides = new Set(recent.map((gain) => Math.sign(difference(gain, usual))));
  const way = [...sides][0] ?? 0;
  const mean = recent.reduce((sum, gain) => sum + gain, 0) / recent.length;
  return sides.size === 1 && Math.abs(difference(mean, usual)) >= least ? way : 0;
}

/** The middle of an odd number of values, the mean of the middle two of an even number. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
