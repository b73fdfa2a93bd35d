import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { drawChart } from '../charts/draw-chart.ts';
import type { ChartData } from '../plan/chart-data.ts';

/** The fonts a chart is drawn with, the same on every machine; no font of the system plays a part. */
const fontNames = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
];

/** Twice the width of a chart on the page, so that it is sharp on a phone. */
const pixels = 1_440;

/** A chart as a PNG on white: the same data gives the same bytes. */
export function chartPicture(chart: ChartData): Uint8Array {
  const { resolve } = createRequire(import.meta.url);
  const picture = new Resvg(drawChart(chart, { width: pixels / 2 }), {
    background: '#FFFFFF',
    fitTo: { mode: 'width', value: pixels },
    font: {
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
      fontFiles: fontNames.map((name) => resolve(name)),
    },
  });
  return picture.render().asPng();
}
