import { comparePeriods } from '../plan/period-calendar.ts';
import type { Period } from '../plan/period.ts';
import type { MeasureValue } from '../plan/value.ts';

/** The reason of a version that takes a figure back before the month has closed. */
export const figureTakenBack = 'Taken back before the month closed.';

/** The partnership's own figures of a measure, oldest period first; `values` are latest versions in that order. */
export function ownFigures(values: readonly MeasureValue[], measureCode: string): readonly MeasureValue[] {
  return values.filter((value) => value.measureCode === measureCode && value.series === 'partnership');
}

/** The partnership's figure for a period; null = nothing was ever said about it. */
export function figureFor(
  values: readonly MeasureValue[],
  measureCode: string,
  period: Period,
): MeasureValue | null {
  return ownFigures(values, measureCode).find((value) => comparePeriods(value.period, period) === 0) ?? null;
}

/** The answer that was given for a period since the month was opened; a figure that was taken back is none. */
export function figureGiven(
  values: readonly MeasureValue[],
  measureCode: string,
  period: Period,
  openedAt: Date,
): MeasureValue | null {
  const stored = figureFor(values, measureCode, period);
  return stored !== null && stored.at >= openedAt && !isTakenBack(stored) ? stored : null;
}

/** True of a version that says that there is no figure any more, and not that an earlier one stands again. */
export function isTakenBack({ state, reason }: MeasureValue): boolean {
  return state === 'not_published' && reason === figureTakenBack;
}
