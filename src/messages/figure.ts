import type { ChartData } from '../plan/chart-data.ts';

/**
 * A picture and everything needed to do without it: a title that states the point, alternative text, and its data.
 * What is drawn is data; the room `charts` makes the SVG.
 */
export interface Figure {
  readonly title: string;
  readonly alt: string;
  readonly chart: ChartData;
}
