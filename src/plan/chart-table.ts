import { assertNever } from '../kit/assert-never.ts';
import type { ChartData, RatingHistoryChart, RatingStripChart, TrendChart } from './chart-data.ts';
import { ratingLooks, type ShownRating } from './rating.ts';

/** The data of a chart as a table: what a reader who cannot see the picture reads instead. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** From the best a month can say to the least it can say; charts stack from the bottom in this order. */
export const ratingOrder: readonly ShownRating[] = [
  'complete',
  'green',
  'amber',
  'red',
  'on_hold',
  'not_started',
  'no_update',
  'awaited',
];

/** What a figure that is missing or may not be shown says in a table. */
const noFigure = 'no figure';

/** Every number and rating of the chart; ratings as words, or as letters where the page is narrow and a key is given. */
export function chartTable(chart: ChartData, ratings: 'word' | 'letter' = 'word'): ChartTable {
  switch (chart.kind) {
    case 'rating_history':
      return historyTable(chart);
    case 'trend':
      return trendTable(chart);
    case 'rating_strip':
      return stripTable(chart, ratings);
    default:
      return assertNever(chart);
  }
}

/** What is counted or measured, in one line: stands under the title of the picture. */
export function chartSubtitle(chart: ChartData): string {
  switch (chart.kind) {
    case 'rating_history':
      return 'Number of actions by rating, each month';
    case 'trend':
      return [chart.unitWords, chart.polarityWords].filter((words) => words !== '').join(' · ');
    case 'rating_strip':
      return 'Rating of each action, each month';
    default:
      return assertNever(chart);
  }
}

/** The ratings that the chart shows at least once, in the order of the stack. */
export function ratingsShown(chart: RatingHistoryChart | RatingStripChart): readonly ShownRating[] {
  if (chart.kind === 'rating_strip') {
    return ratingOrder.filter((rating) => chart.rows.some((row) => row.ratings.includes(rating)));
  }
  return ratingOrder.filter((rating) => chart.months.some((month) => (month.counts[rating] ?? 0) > 0));
}

/** `R Red, A Amber`: what the letters of these ratings mean. */
export function letterKey(ratings: readonly ShownRating[]): string {
  return ratings.map((rating) => `${ratingLooks[rating].letter} ${ratingLooks[rating].word}`).join(', ');
}

/** `61.2%`, `1,250`, `0.034`: a figure of this unit as a British reader writes it, to two places. */
export function figureInWords(value: number, unitWords: string): string {
  const size = Math.abs(value);
  const places = size > 0 && size < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return `${value.toLocaleString('en-GB', places)}${isPercent(unitWords) ? '%' : ''}`;
}

/** True where the unit is a percentage, whether written as a word or as a sign. */
export function isPercent(unitWords: string): boolean {
  return /^(per ?cent(age)?\b(?! points)|%)/i.test(unitWords.trim());
}

function historyTable(chart: RatingHistoryChart): ChartTable {
  const ratings = ratingsShown(chart);
  return {
    columns: ['Month', ...ratings.map((rating) => ratingLooks[rating].word)],
    rows: chart.months.map(({ label, counts }) => [
      label,
      ...ratings.map((rating) => (counts[rating] ?? 0).toLocaleString('en-GB')),
    ]),
  };
}

function trendTable(chart: TrendChart): ChartTable {
  return {
    columns: ['Period', ...chart.lines.map((line) => line.name)],
    rows: chart.periods.map((period, index) => [
      period,
      ...chart.lines.map(({ values }) => {
        const value = values[index];
        return typeof value === 'number' && Number.isFinite(value)
          ? figureInWords(value, chart.unitWords)
          : noFigure;
      }),
    ]),
  };
}

function stripTable(chart: RatingStripChart, form: 'word' | 'letter'): ChartTable {
  return {
    columns: ['Action', 'Title', ...chart.months],
    rows: chart.rows.map(({ code, title, ratings }) => [
      code,
      title,
      ...chart.months.map((_, index) => {
        const rating = ratings[index];
        return rating === undefined ? '' : ratingLooks[rating][form];
      }),
    ]),
  };
}
