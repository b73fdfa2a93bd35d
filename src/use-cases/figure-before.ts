import { comparePeriods } from '../plan/period-calendar.ts';
import type { Period } from '../plan/period.ts';
import type { MeasureValue } from '../plan/value.ts';
import { isTakenBack } from './given-figures.ts';

/**
 * The partnership's newest figure of a measure before this period: a number or "fewer than five" where there is one, else the newest
 * word on why there is none; null = nothing. `known` is oldest first.
 */
export function figureBefore(
  known: readonly MeasureValue[],
  measureCode: string,
  period: Period,
): MeasureValue | null {
  const earlier = known.filter(
    (value) =>
      value.measureCode === measureCode &&
      value.series === 'partnership' &&
      value.period.kind === period.kind &&
      comparePeriods(value.period, period) < 0 &&
      !isTakenBack(value),
  );
  return (
    earlier.findLast(({ state }) => state === 'value' || state === 'suppressed') ?? earlier.at(-1) ?? null
  );
}
