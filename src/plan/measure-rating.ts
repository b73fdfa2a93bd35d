import { figureInWords, differenceInWords } from './figure-words.ts';
import { latestPoint, measureSeries, pointAt, type KnownPoint, isKnown } from './measure-series.ts';
import { samePeriodLastYear } from './period-calendar.ts';
import { forPeriod } from './period-phrase.ts';
import type { Period } from './period.ts';
import type { Measure, Polarity } from './plan.ts';
import type { MeasureRating } from './rating.ts';
import { difference } from './tidy-number.ts';
import type { MeasureValue } from './value.ts';

/** What the rule makes of a measure, with the sentence that says why. */
export interface MeasureJudgement {
  readonly rating: MeasureRating;
  /** The target that holds for the period, in the measure's unit; null = none does. */
  readonly target: number | null;
  /** The period of the figure that was judged; null = there is no figure. */
  readonly period: Period | null;
  /** One sentence; never says a number that has to stay hidden. */
  readonly reason: string;
}

/**
 * Rates a measure by the rule the London Borough of Havering reports by: green within tolerance of its target or better;
 * amber beyond it but improved or held against the same period last year; red beyond it and worse, where "worse" is at
 * least the measure's minimum change. Without a target, a polarity or a figure that may be shown it is not rated.
 * Judged is the newest figure up to `asOf` (a period of the measure's own kind). The order of `values` plays no part.
 */
export function rateMeasure(
  measure: Measure,
  values: readonly MeasureValue[],
  asOf: Period | null = null,
): MeasureJudgement {
  const series = measureSeries(measure, values, asOf);
  const latest = latestPoint(series);
  const target = latest ? targetFor(measure, latest.period) : null;
  const notRated = (reason: string): MeasureJudgement => ({
    rating: 'not_rated',
    target,
    period: latest?.period ?? null,
    reason,
  });
  if (measure.polarity === 'none')
    return notRated('Not rated: no direction is better, so a change needs explaining.');
  if (!latest) return notRated('Not rated: there is no figure yet.');
  const when = forPeriod(latest.period);
  if (target === null) return notRated(`Not rated: no target is set ${when}.`);
  if (!isKnown(latest)) return notRated(`Not rated: the figure ${when} is too small to be shown.`);
  const judged = { target, period: latest.period };
  if (isWithinTolerance(measure, latest.value, target)) {
    return { ...judged, rating: 'green', reason: `${targetSentence(measure, latest, target)}.` };
  }
  const before = pointAt(series, samePeriodLastYear(latest.period));
  const beyond = targetSentence(measure, latest, target);
  if (!before) {
    const yearBefore = forPeriod(samePeriodLastYear(latest.period));
    return notRated(
      `Not rated: ${beyond}, but there is no figure ${yearBefore} that says whether it is getting worse.`,
    );
  }
  const change = improvement(measure.polarity, before.value, latest.value);
  const isWorse = change < 0 && difference(-change, measure.minimumChange) >= 0;
  const comparison = `${changeWord(change, isWorse)} ${forPeriod(before.period)} (${figureInWords(before.value, measure.unit)})`;
  return { ...judged, rating: isWorse ? 'red' : 'amber', reason: `${beyond}, and ${comparison}.` };
}

/** The target that holds for a period: the one with the latest start that is not after it. */
export function targetFor(measure: Measure, period: Period): number | null {
  const holding = measure.targets.filter((target) => target.from <= period.key);
  return (
    holding.reduce<(typeof holding)[number] | null>(
      (best, next) => (best && best.from >= next.from ? best : next),
      null,
    )?.value ?? null
  );
}

/** True for a value at the target, better than it, or short of it by no more than the tolerance, edge included. */
export function isWithinTolerance(measure: Measure, value: number, target: number): boolean {
  return difference(shortfall(measure.polarity, value, target), allowance(measure, target)) <= 0;
}

/** How far from the target still counts as green, in the measure's unit. */
function allowance({ tolerance }: Measure, target: number): number {
  return tolerance.kind === 'absolute' ? tolerance.amount : (Math.abs(target) * tolerance.amount) / 100;
}

/** Above zero where the value falls short of the target. */
function shortfall(polarity: Polarity, value: number, target: number): number {
  return -improvement(polarity, target, value);
}

/** How much better the second value is than the first; below zero = worse. For `none` the plain difference. */
export function improvement(polarity: Polarity, first: number, second: number): number {
  return polarity === 'lower' ? difference(first, second) : difference(second, first);
}

function targetSentence(measure: Measure, point: KnownPoint, target: number): string {
  const { unit, polarity } = measure;
  const value = `${figureInWords(point.value, unit)} ${forPeriod(point.period)}`;
  const wanted = `the target of ${figureInWords(target, unit)}`;
  const short = shortfall(polarity, point.value, target);
  if (short === 0) return `${value} meets ${wanted}`;
  if (short < 0) return `${value} is better than ${wanted}`;
  const gap = `${differenceInWords(short, unit)} short of ${wanted}`;
  return isWithinTolerance(measure, point.value, target)
    ? `${value} is ${gap}, within tolerance`
    : `${value} is ${gap}, beyond tolerance`;
}

function changeWord(change: number, isWorse: boolean): string {
  if (isWorse) return 'worse than';
  if (change > 0) return 'better than';
  return change === 0 ? 'the same as' : 'about the same as';
}
