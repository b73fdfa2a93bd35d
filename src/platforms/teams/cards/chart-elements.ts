import { assertNever } from '../../../kit/assert-never.ts';
import type { Figure } from '../../../messages/figure.ts';
import type { RatingHistoryChart, RatingStripChart, TrendChart } from '../../../plan/chart-data.ts';
import {
  chartSubtitle,
  chartTable,
  letterKey,
  ratingsShown,
  type ChartTable,
} from '../../../plan/chart-table.ts';
import { ratingLooks, type ShownRating } from '../../../plan/rating.ts';
import type { CardElement, Table } from './card.ts';
import { headings, inPieces, paragraph, run, runs, shown } from './card-text.ts';

/** The rows that a chart may have before it is drawn as its table only: more would be bars too thin to touch. */
const mostBars = 60;

/** A figure: its point as a heading, the picture, and its words; the picture's table stands in where no chart is drawn. */
export function figureElements(figure: Figure): readonly CardElement[] {
  const { chart } = figure;
  return [
    ...headings(figure.title, 'Medium'),
    ...paragraph([run(chartSubtitle(chart), { quiet: true })]),
    ...picture(figure),
    ...inPieces(figure.alt).flatMap((piece) => paragraph(runs(piece, { quiet: true }))),
  ];
}

function picture({ title, chart }: Figure): readonly CardElement[] {
  switch (chart.kind) {
    case 'rating_history':
      return ratingHistory(title, chart);
    case 'trend':
      return trend(title, chart);
    case 'rating_strip':
      return ratingStrip(chart);
    default:
      return assertNever(chart);
  }
}

/** The semantic colours that Teams draws so that they can be told apart in light, dark and high contrast. */
const chartColours: Readonly<Record<ShownRating, string>> = {
  green: 'good',
  amber: 'warning',
  red: 'attention',
  complete: 'categoricalBlue',
  on_hold: 'categoricalPurple',
  not_started: 'neutral',
  no_update: 'neutral',
  awaited: 'neutral',
};

function ratingHistory(title: string, chart: RatingHistoryChart): readonly CardElement[] {
  const table = tableElement(chartTable(chart));
  const ratings = ratingsShown(chart);
  if (ratings.length === 0 || chart.months.length > mostBars) return table === null ? [] : [table];
  return table === null
    ? []
    : [
        {
          type: 'Chart.HorizontalBar.Stacked',
          title: shown(title),
          data: chart.months.map(({ label, counts }) => ({
            title: shown(label),
            data: ratings
              .filter((rating) => (counts[rating] ?? 0) > 0)
              .map((rating) => ({
                legend: ratingLooks[rating].word,
                value: counts[rating] ?? 0,
                color: chartColours[rating],
              })),
          })),
          fallback: table,
        },
      ];
}

/** A measure as columns side by side, with its target and comparators: Teams' lines want dates, and periods are words. */
function trend(title: string, chart: TrendChart): readonly CardElement[] {
  const table = tableElement(chartTable(chart));
  if (table === null) return [];
  const series = chart.lines.flatMap(({ name, values, role }) => {
    const points = chart.periods.flatMap((period, index) => {
      const value = values[index];
      return typeof value === 'number' && Number.isFinite(value) ? [{ x: shown(period), y: value }] : [];
    });
    const color = role === 'main' ? 'categoricalBlue' : role === 'target' ? 'good' : 'neutral';
    return points.length === 0 ? [] : [{ legend: shown(name), values: points, color }];
  });
  if (series.length === 0 || series.length * chart.periods.length > mostBars) return [table];
  return [{ type: 'Chart.VerticalBar.Grouped', title: shown(title), data: series, fallback: table }];
}

/** Letters month by month, as lines: a heat strip has no chart in Teams, and a letter needs none. */
function ratingStrip(chart: RatingStripChart): readonly CardElement[] {
  const rows = chart.rows.flatMap(({ code, title, ratings }) =>
    paragraph([
      run(`${code} ${title}: `, { strong: true }),
      run(chart.months.map((month, index) => `${month} ${letterOf(ratings[index])}`).join(' · ')),
    ]),
  );
  return [...rows, ...paragraph([run(letterKey(ratingsShown(chart)), { quiet: true })])];
}

function letterOf(rating: ShownRating | undefined): string {
  return rating === undefined ? '' : ratingLooks[rating].letter;
}

/** A grid of words; null where there is nothing in it. */
export function tableElement({ columns, rows }: ChartTable): Table | null {
  if (columns.length === 0) return null;
  const row = (cells: readonly string[], strong: boolean) => ({
    type: 'TableRow' as const,
    cells: columns.map((_, index) => ({
      type: 'TableCell' as const,
      items: paragraph([run(cells[index] ?? '', { strong })]),
    })),
  });
  return {
    type: 'Table',
    firstRowAsHeader: true,
    showGridLines: true,
    columns: columns.map((_, index) => ({ width: widthOf([columns, ...rows], index) })),
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  };
}

/** So many characters are one share of a table's width; no column is more than so many times as wide as another. */
const charactersInShare = 10;
const mostShares = 3;

/** A column's share of the width, by the longest of its cells: on a phone a list of codes must not stand in a column of one code. */
function widthOf(rows: readonly (readonly string[])[], index: number): number {
  const longest = Math.max(...rows.map((cells) => cells[index]?.length ?? 0));
  return Math.min(mostShares, Math.max(1, Math.ceil(longest / charactersInShare)));
}
