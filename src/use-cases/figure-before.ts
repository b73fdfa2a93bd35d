import { comparePeriods } from '../plan/period-calendar.ts';
import type { Period } from '../plan/period.ts';
import type { MeasureValue } from '../plan/value.ts';

/** The partnership's newest figure of a measure before this period; null = none. `known` is oldest first. */
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
      comparePeriods(value.period, period) < 0,
  );
  return earlier.at(-1) ?? null;
}
