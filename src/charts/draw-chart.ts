import { assertNever } from '../kit/assert-never.ts';
import type { ChartData } from '../plan/chart-data.ts';
import type { ChartOptions } from './frame.ts';
import { drawRatingHistory } from './rating-history.ts';
import { drawRatingStrip } from './rating-strip.ts';
import { drawTrend } from './trend.ts';

/** The chart as SVG text that can stand in a page or in a file of its own: no script, no link, no font of its own. */
export function drawChart(chart: ChartData, options: ChartOptions = {}): string {
  switch (chart.kind) {
    case 'rating_history':
      return drawRatingHistory(chart, options);
    case 'trend':
      return drawTrend(chart, options);
    case 'rating_strip':
      return drawRatingStrip(chart, options);
    default:
      return assertNever(chart);
  }
}
