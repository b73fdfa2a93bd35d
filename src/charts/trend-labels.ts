import type { TrendChart } from '../plan/chart-data.ts';
import { figureInWords } from '../plan/chart-table.ts';
import { dodge } from './dodge.ts';
import { element, labels, lineHeight } from './svg.ts';
import { textWidth, wrapText } from './text-layout.ts';
import type { Stroke, TrendLine } from './trend-strokes.ts';

/** What stands at the end of a line: its name and its latest value, and where that value is. */
export interface EndLabel {
  readonly line: number;
  readonly index: number;
  readonly value: number;
  readonly words: readonly string[];
  readonly width: number;
}

const type = { size: 15, bold: true };
const leaderGrey = '#9CA3AF';

/** A label for each line that has a value; when its latest is not the last period, it says which period it is. */
export function endLabels(
  lines: readonly TrendLine[],
  chart: TrendChart,
  widest: number,
): readonly EndLabel[] {
  return lines.flatMap((line, number) => {
    const index = line.values.findLastIndex((value) => value !== null);
    const value = line.values[index] ?? null;
    if (value === null) return [];
    const isLatest = index >= chart.periods.length - 1;
    const when = isLatest || line.role === 'target' ? '' : ` (${chart.periods[index] ?? ''})`;
    const words = wrapText(`${line.name} ${figureInWords(value, chart.unitWords)}${when}`, widest, type);
    return [
      { line: number, index, value, words, width: Math.max(...words.map((each) => textWidth(each, type))) },
    ];
  });
}

export function endLabelHeight(end: EndLabel): number {
  return end.words.length * lineHeight(type) + 4;
}

/** The labels at the right, none touching another; a thin grey leader joins one that had to move
 * to its line, unless that line ends early: then the label names the period instead. */
export function drawEndLabels(
  ends: readonly (EndLabel & { readonly x: number; readonly y: number })[],
  strokes: readonly Stroke[],
  plot: { readonly top: number; readonly right: number; readonly bottom: number },
): string {
  const wishes = ends.map((end) => ({ centre: end.y, height: endLabelHeight(end) }));
  const centres = dodge(wishes, plot.top - 8, plot.bottom + 8);
  return ends
    .map((end, index) => {
      const centre = centres[index] ?? end.y;
      const colour = strokes[end.line]?.colour;
      const x = plot.right + 18;
      const first = centre - ((end.words.length - 1) * lineHeight(type)) / 2 + type.size * 0.36;
      const isAside = Math.abs(centre - end.y) > 3 && end.x > plot.right - 1;
      const leader = {
        x1: end.x + 6,
        y1: end.y,
        x2: x - 4,
        y2: centre,
        stroke: leaderGrey,
        'stroke-width': 1,
      };
      return (isAside ? element('line', leader) : '') + labels(end.words, x, first, type, { fill: colour });
    })
    .join('');
}
