import type { LocalDate } from '../kit/local-date.ts';
import { comparePeriods } from './period-calendar.ts';
import type { Period, PeriodKind } from './period.ts';
import type { Measure } from './plan.ts';
import { sayableValue } from './small-figure.ts';
import { tidyNumber } from './tidy-number.ts';
import type { MeasureValue } from './value.ts';

/** The partnership's figure for one period, as the rules see it. */
export interface SeriesPoint {
  readonly period: Period;
  /** In the measure's unit; null = there is a figure but it is hidden: fewer than the least that may be shown. */
  readonly value: number | null;
  /** The plan's baseline: something to compare with, never the latest figure. */
  readonly isBaseline: boolean;
}

/** A point whose number may be worked with. */
export type KnownPoint = SeriesPoint & { readonly value: number };

/**
 * The partnership's own figures of a measure, oldest first, one per period: the latest version of each, whatever order
 * they come in. Periods in which there was no figure (not published, not collected, not applicable) are left out; the
 * plan's baseline stands in for its period until a figure does. Figures under embargo are the caller's to leave out
 * (`publishedBy`). `asOf` leaves out everything after that period.
 */
export function measureSeries(
  measure: Measure,
  values: readonly MeasureValue[],
  asOf: Period | null = null,
): readonly SeriesPoint[] {
  const own = values.filter((value) => value.measureCode === measure.code && value.series === 'partnership');
  const kind = seriesKind(measure, own);
  if (kind === null) return [];
  const latest = new Map<string, MeasureValue>();
  for (const value of own) {
    if (value.period.kind !== kind) continue;
    const known = latest.get(value.period.key);
    if (!known || known.version < value.version) latest.set(value.period.key, value);
  }
  const points = [...latest.values()].filter(hasFigure).map((value) => pointOf(measure, value));
  const { baseline } = measure;
  if (baseline && !points.some((point) => point.period.key === baseline.period)) {
    points.push({
      period: { kind, key: baseline.period },
      value: tidyNumber(baseline.value),
      isBaseline: true,
    });
  }
  return points
    .filter((point) => asOf === null || comparePeriods(point.period, asOf) <= 0)
    .sort((first, second) => comparePeriods(first.period, second.period));
}

/** The figures that may be spoken of on a day: those under embargo until later are left out. */
export function publishedBy(day: LocalDate, values: readonly MeasureValue[]): readonly MeasureValue[] {
  return values.filter(({ embargoUntil }) => embargoUntil === null || embargoUntil <= day);
}

/** The newest figure given, hidden or not; null = none was. */
export function latestPoint(series: readonly SeriesPoint[]): SeriesPoint | null {
  return series.findLast((point) => !point.isBaseline) ?? null;
}

/** The point of exactly this period, where its number is known. */
export function pointAt(series: readonly SeriesPoint[], period: Period): KnownPoint | null {
  return series.filter(isKnown).find((point) => point.period.key === period.key) ?? null;
}

export function isKnown(point: SeriesPoint): point is KnownPoint {
  return point.value !== null;
}

function hasFigure(value: MeasureValue): boolean {
  return value.state === 'suppressed' || (value.state === 'value' && value.value !== null);
}

function pointOf(measure: Measure, value: MeasureValue): SeriesPoint {
  return { period: value.period, value: sayableValue(measure, value), isBaseline: false };
}

/** A measure that is not collected has no kind of its own: the kind of its newest figure is taken. */
function seriesKind(measure: Measure, own: readonly MeasureValue[]): PeriodKind | null {
  if (measure.collection.every !== 'never') return measure.collection.periodKind;
  return (
    [...own]
      .map((value) => value.period)
      .sort(comparePeriods)
      .at(-1)?.kind ?? null
  );
}
