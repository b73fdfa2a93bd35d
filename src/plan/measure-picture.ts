import { londonDate } from '../kit/london.ts';
import { compareFigure } from './comparison.ts';
import { dueFigures, isNews, type KnownFigure } from './due-measures.ts';
import { figureFreshness } from './freshness.ts';
import { measureDirection } from './measure-direction.ts';
import { rateMeasure } from './measure-rating.ts';
import type { Month } from './month.ts';
import { comparePeriods } from './period-calendar.ts';
import type { LatestFigure, MeasurePicture, ShownValue } from './plan-picture.ts';
import type { Measure } from './plan.ts';

/** How a measure stands in a month. `shown` are its figures, all series, as the gate lets them through; figures held back are not among them. */
export function measurePicture(
  measure: Measure,
  shown: readonly ShownValue[],
  month: Month,
  openedAt: Date,
  answerers: Pick<MeasurePicture, 'owner' | 'mayAnswer'>,
): MeasurePicture {
  const values = shown.map(({ value }) => value);
  const own = shown.filter(({ value }) => value.series === 'partnership');
  const kind = measure.collection.every === 'never' ? null : measure.collection.periodKind;
  const newest = newestOf(own.filter(({ value }) => kind === null || value.period.kind === kind));
  const published = newestOf(own.filter(({ value }) => kind !== null && value.period.kind !== kind));
  const known: KnownFigure | null = newest && {
    period: newest.value.period,
    provisional: newest.value.provisional,
  };
  const age = figureFreshness(measure, month, known);
  const judgement = rateMeasure(measure, values);
  return {
    measure,
    values: shown,
    latest: newest && latestFigure(newest),
    published: published && latestFigure(published),
    judgement,
    direction: measureDirection(measure, values),
    comparisons: judgement.period === null ? [] : compareFigure(measure, judgement.period, values),
    news: newsOf(measure, newest, known, month, openedAt),
    freshness: age.words,
    isStale: age.state === 'stale',
    ...answerers,
  };
}

function newestOf(shown: readonly ShownValue[]): ShownValue | null {
  return shown.reduce<ShownValue | null>(
    (best, next) => (best && comparePeriods(best.value.period, next.value.period) > 0 ? best : next),
    null,
  );
}

function latestFigure({ value, text }: ShownValue): LatestFigure {
  return {
    period: value.period,
    text,
    number: value.state === 'value' ? value.value : null,
    provisional: value.provisional,
    givenOn: londonDate(value.at),
  };
}

function newsOf(
  measure: Measure,
  newest: ShownValue | null,
  known: KnownFigure | null,
  month: Month,
  openedAt: Date,
): MeasurePicture['news'] {
  if (newest !== null && newest.value.at >= openedAt) return 'new';
  return dueFigures(measure, month).some((due) => isNews(due, known)) ? 'due' : 'none';
}
