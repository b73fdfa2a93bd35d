import type { Direction } from './direction.ts';
import { figureInWords, polarityInWords } from './figure-words.ts';
import { improvement } from './measure-rating.ts';
import { isKnown, latestPoint, measureSeries, pointAt, type KnownPoint } from './measure-series.ts';
import { judgeRun, type Run } from './measure-run.ts';
import { samePeriodLastYear } from './period-calendar.ts';
import { forPeriod, periodName } from './period-phrase.ts';
import type { Period } from './period.ts';
import type { Measure } from './plan.ts';
import type { MeasureValue } from './value.ts';

/** Where a measure has moved to, compared with one earlier time. */
export interface MeasureMove {
  /** Null where the measure has no better or worse direction and has moved. */
  readonly direction: Direction | null;
  /** What the comparison is with; null = nothing to compare with. */
  readonly against: Period | null;
  /** Begins with better, worse, same or new (or higher, lower); never "up" for "better". */
  readonly words: string;
}

/** Direction of travel of a measure, short term and against the same time last year. */
export interface MeasureDirection {
  /** The period of the newest figure; null = none. */
  readonly period: Period | null;
  readonly shortTerm: MeasureMove;
  readonly yearOnYear: MeasureMove;
  /** Which way is better: stands beside the words wherever they are shown. */
  readonly polarity: string;
}

/** Works out both directions from the newest figure up to `asOf`. The order of `values` plays no part. */
export function measureDirection(
  measure: Measure,
  values: readonly MeasureValue[],
  asOf: Period | null = null,
): MeasureDirection {
  const series = measureSeries(measure, values, asOf);
  const latest = latestPoint(series);
  const polarity = polarityInWords(measure.polarity);
  if (!latest || !isKnown(latest)) {
    const nothing = newMove(latest ? 'the figure is too small to be shown' : 'there is no figure yet');
    return { period: latest?.period ?? null, shortTerm: nothing, yearOnYear: nothing, polarity };
  }
  const known = series.filter(isKnown);
  return {
    period: latest.period,
    shortTerm: shortTerm(measure, known),
    yearOnYear: yearOnYear(measure, known, latest),
    polarity,
  };
}

function yearOnYear(measure: Measure, known: readonly KnownPoint[], latest: KnownPoint): MeasureMove {
  const yearBefore = samePeriodLastYear(latest.period);
  const before = pointAt(known, yearBefore);
  if (!before) return newMove(`there is no figure ${forPeriod(yearBefore)} to compare with`);
  const change = improvement(measure.polarity, before.value, latest.value);
  return move(measure, Math.abs(change) >= leastChange(measure) ? Math.sign(change) : 0, before, latest, '');
}

function shortTerm(measure: Measure, known: readonly KnownPoint[]): MeasureMove {
  const run = runOf(measure, known);
  const newest = known.at(-1);
  const before = run ? known[run.from] : undefined;
  if (!run || !before || !newest) return newMove('there is no earlier figure to compare with');
  if (run.usual === null)
    return move(measure, run.way, before, newest, run.how === 'moves' ? `, ${run.moves} moves running` : '');
  const usual = figureInWords(measure.polarity === 'lower' ? -run.usual : run.usual, measure.unit);
  return shiftMove(measure, run.way, before.period, usual);
}

function runOf(measure: Measure, known: readonly KnownPoint[]): Run | null {
  const gains = known.map((point) => (measure.polarity === 'lower' ? -point.value : point.value));
  return judgeRun(gains, leastChange(measure));
}

/** True when the newest figures got worse at least three times running, and by enough to count. */
export function worsensThreeRunning(measure: Measure, values: readonly MeasureValue[]): boolean {
  if (measure.polarity === 'none') return false;
  const run = runOf(measure, measureSeries(measure, values).filter(isKnown));
  return run?.how === 'moves' && run.way < 0;
}

/** A change smaller than this is noise; where a plan sets none, any change counts. */
function leastChange(measure: Measure): number {
  return measure.minimumChange > 0 ? measure.minimumChange : Number.EPSILON;
}

function move(
  measure: Measure,
  way: number,
  before: KnownPoint,
  latest: KnownPoint,
  how: string,
): MeasureMove {
  const against = before.period;
  const figure = `${periodName(against)} (${figureInWords(before.value, measure.unit)})${how}`;
  if (way === 0) {
    return {
      direction: 'same',
      against,
      words: `${before.value === latest.value ? 'Same as' : 'About the same as'} ${figure}`,
    };
  }
  return {
    ...moved(measure, way),
    against,
    words: `${wayWord(measure, way)} than ${figure}${askWhy(measure)}`,
  };
}

function shiftMove(measure: Measure, way: number, against: Period, usual: string): MeasureMove {
  if (way === 0)
    return {
      direction: 'same',
      against,
      words: `Same: the last three figures are about what is usual (${usual})`,
    };
  const word = wayWord(measure, way);
  const words = `${word}: the last three figures are all ${word.toLowerCase()} than usual (${usual})${askWhy(measure)}`;
  return { ...moved(measure, way), against, words };
}

function moved(measure: Measure, way: number): Pick<MeasureMove, 'direction'> {
  if (measure.polarity === 'none') return { direction: null };
  return { direction: way > 0 ? 'better' : 'worse' };
}

function wayWord(measure: Measure, way: number): string {
  if (measure.polarity === 'none') return way > 0 ? 'Higher' : 'Lower';
  return way > 0 ? 'Better' : 'Worse';
}

function askWhy(measure: Measure): string {
  return measure.polarity === 'none' ? '; a change needs explaining' : '';
}

function newMove(why: string): MeasureMove {
  return { direction: 'new', against: null, words: `New: ${why}` };
}
