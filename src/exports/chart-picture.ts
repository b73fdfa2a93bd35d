import { Resvg } from '@resvg/resvg-js';
import { drawChart } from '../charts/draw-chart.ts';
import type { ChartData } from '../plan/chart-data.ts';
import { chartFonts } from './font-files.ts';

/** Twice the width of a chart on the page, so that it is sharp on a phone. */
const pixels = 1_440;

/** A chart as a PNG on white: the same data gives the same bytes. */
export function chartPicture(chart: ChartData): Uint8Array {
  const picture = new Resvg(drawChart(chart, { width: pixels / 2 }), {
    background: '#FFFFFF',
    fitTo: { mode: 'width', value: pixels },
    font: {
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
      fontFiles: [...chartFonts],
    },
  });
  return picture.render().asPng();
}
