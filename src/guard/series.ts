import type { LocalDate } from '../kit/local-date.ts';
import { comparePeriods } from '../plan/period-calendar.ts';
import type { Period } from '../plan/period.ts';
import type { Measure } from '../plan/plan.ts';
import type { MeasureValue, ValueSeries } from '../plan/value.ts';
import { hideInPeriods } from './periods-in-periods.ts';
import type { ShownFigure } from './shown-figure.ts';
import { showValue, type Clearance } from './small-numbers.ts';
import { hideSmallSteps } from './year-to-date.ts';

/** One figure of a history as it may be shown. */
export interface ShownPoint {
  readonly series: ValueSeries;
  readonly period: Period;
  readonly provisional: boolean;
  readonly figure: ShownFigure;
}

/** `year_to_date`: each figure is the count since the year began, which starts again in the month given (1 to 12). */
export type Accumulation =
  { readonly kind: 'none' } | { readonly kind: 'year_to_date'; readonly startsInMonth: number };

export interface SeriesView {
  readonly clearance: Clearance;
  readonly today: LocalDate;
  /** How the figures build on each other; nothing said means that each stands for its own period. */
  readonly accumulation?: Accumulation;
}

/**
 * A measure's history as it may be shown, oldest first, the latest version of each period only. Beyond what `showValue`
 * hides, nothing hidden can be had by taking one shown figure from another: a year-to-date total less than a small number
 * above the last one shown is hidden; a quarter or year whose months are shown is treated as the total that it is; twelve
 * rolling months that cover a hidden month of the same history are hidden.
 */
export function showSeries(
  measure: Measure,
  values: readonly MeasureValue[],
  view: SeriesView,
): readonly ShownPoint[] {
  const points = latestVersions(values).map((value) => ({
    series: value.series,
    period: value.period,
    provisional: value.provisional,
    figure: showValue(measure, value, view.clearance, view.today),
  }));
  if (view.clearance === 'named_role') return points;
  const accumulation = view.accumulation ?? { kind: 'none' };
  return inSeries(points).flatMap((own) => {
    const figures =
      accumulation.kind === 'year_to_date'
        ? hideSmallSteps(measure, own, accumulation.startsInMonth)
        : hideInPeriods(measure.unit, own);
    return own.map((point, index) => ({ ...point, figure: figures[index] ?? point.figure }));
  });
}

function latestVersions(values: readonly MeasureValue[]): readonly MeasureValue[] {
  const latest = new Map<string, MeasureValue>();
  for (const value of values) {
    const key = `${value.series} ${value.period.kind} ${value.period.key}`;
    const known = latest.get(key);
    if (known === undefined || known.version < value.version) latest.set(key, value);
  }
  return [...latest.values()].sort((first, second) => comparePeriods(first.period, second.period));
}

/** Birmingham's figures and England's do not add up to anything together. */
function inSeries(points: readonly ShownPoint[]): readonly (readonly ShownPoint[])[] {
  const series = new Map<ValueSeries, ShownPoint[]>();
  for (const point of points) series.set(point.series, [...(series.get(point.series) ?? []), point]);
  return [...series.values()];
}
