import { figureInWords } from './figure-words.ts';
import { improvement, targetFor } from './measure-rating.ts';
import { forPeriod } from './period-phrase.ts';
import type { Period } from './period.ts';
import type { Measure } from './plan.ts';
import { sayableValue } from './small-figure.ts';
import type { MeasureValue, ValueSeries } from './value.ts';

/** How a figure stands beside another; higher and lower where the measure has no better or worse direction. */
export type Standing = 'better' | 'worse' | 'same' | 'higher' | 'lower';

/** One figure that the partnership's is held against, for the same period. */
export interface Comparison {
  readonly against: 'target' | Exclude<ValueSeries, 'partnership'>;
  readonly standing: Standing;
  readonly figure: number;
  /** Where the other figure comes from; empty for the target. */
  readonly source: string;
  /** `better than England (46.4%)`. */
  readonly words: string;
}

const comparators = ['england', 'region', 'neighbours'] as const;

/** What readers call them: the comparators of the DfE's Local Authority Interactive Tool. */
const comparatorNames = {
  target: 'the target',
  england: 'England',
  region: 'the region',
  neighbours: 'similar areas',
} as const;

/**
 * Holds the partnership's figure for a period against the target and against every comparator that has a figure for that very
 * period: a figure of another year is never compared. `values` may hold any series in any order; hidden figures are left out.
 */
export function compareFigure(
  measure: Measure,
  period: Period,
  values: readonly MeasureValue[],
): readonly Comparison[] {
  const own = knownFigure(measure, period, 'partnership', values);
  if (!own) return [];
  const target = measure.polarity === 'none' ? null : targetFor(measure, period);
  const comparisons: Comparison[] =
    target === null ? [] : [compare(measure, own.figure, 'target', target, '', 0)];
  for (const series of comparators) {
    const other = knownFigure(measure, period, series, values);
    if (other)
      comparisons.push(
        compare(measure, own.figure, series, other.figure, other.source, measure.minimumChange),
      );
  }
  return comparisons;
}

/**
 * `26.7% for calendar year 2024: better than the target (25%), worse than England (46.4%). Source: DfE.`, or null where there
 * is nothing to compare with.
 */
export function comparisonInWords(
  measure: Measure,
  period: Period,
  values: readonly MeasureValue[],
): string | null {
  const own = knownFigure(measure, period, 'partnership', values);
  const comparisons = compareFigure(measure, period, values);
  if (!own || comparisons.length === 0) return null;
  const sources = [
    ...new Set(comparisons.map((comparison) => comparison.source).filter((source) => source !== '')),
  ];
  const held = comparisons.map((comparison) => comparison.words).join(', ');
  const from = sources.length === 0 ? '' : ` Source: ${sources.join('; ')}.`;
  return `${figureInWords(own.figure, measure.unit)} ${forPeriod(period)}: ${held}.${from}`;
}

function compare(
  measure: Measure,
  own: number,
  against: Comparison['against'],
  figure: number,
  source: string,
  least: number,
): Comparison {
  const standing = standingOf(measure, improvement(measure.polarity, figure, own), least);
  const name = `${comparatorNames[against]} (${figureInWords(figure, measure.unit)})`;
  const about = standing === 'same' && own !== figure ? 'about the same as' : 'the same as';
  return {
    against,
    standing,
    figure,
    source,
    words: standing === 'same' ? `${about} ${name}` : `${standing} than ${name}`,
  };
}

function standingOf(measure: Measure, gain: number, least: number): Standing {
  if (gain === 0 || Math.abs(gain) < least) return 'same';
  if (measure.polarity === 'none') return gain > 0 ? 'higher' : 'lower';
  return gain > 0 ? 'better' : 'worse';
}

function knownFigure(
  measure: Measure,
  period: Period,
  series: ValueSeries,
  values: readonly MeasureValue[],
): { readonly figure: number; readonly source: string } | null {
  const latest = values
    .filter((value) => value.measureCode === measure.code && value.series === series)
    .filter((value) => value.period.kind === period.kind && value.period.key === period.key)
    .reduce<MeasureValue | null>((best, next) => (best && best.version >= next.version ? best : next), null);
  const figure = latest ? sayableValue(measure, latest) : null;
  return latest && figure !== null ? { figure, source: latest.source } : null;
}
