import type { Figure } from '../messages/figure.ts';
import { chartTable, type ChartTable } from '../plan/chart-table.ts';

/** The heading over the data of every chart, on paper. */
export const annexTitle = 'The figures behind the charts';

/** From how many months on their ratings are letters, so that the columns still fit a page. */
const mostWordColumns = 4;

/** A chart's data as it fits a page. */
export function figureTable({ chart }: Figure): ChartTable {
  const isWide = chart.kind === 'rating_strip' && chart.months.length > mostWordColumns;
  return chartTable(chart, isWide ? 'letter' : 'word');
}
