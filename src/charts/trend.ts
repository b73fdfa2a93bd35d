import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import type { TrendChart } from '../plan/chart-data.ts';
import { isPercent } from '../plan/chart-table.ts';
import { chartWidth, emptyDrawing, framed, type ChartOptions, type Drawing } from './frame.ts';
import { element, inks, label } from './svg.ts';
import { textWidth } from './text-layout.ts';
import { drawPeriods } from './trend-axis.ts';
import { drawEndLabels, endLabelHeight, endLabels, type EndLabel } from './trend-labels.ts';
import { strokesOf, type Stroke, type TrendLine } from './trend-strokes.ts';

/** Where a value stands in the picture. */
interface Plot {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

const axisType = { size: 15 };
const tickCount = 5;

/**
 * A measure over time: its own line strong, target dashed, comparators fine, each named at its end with its latest
 * value. A missing value breaks the line. The scale need not start at nought: it is a line and not a column.
 */
export function drawTrend(chart: TrendChart, options: ChartOptions): string {
  const width = chartWidth(options);
  const lines = chart.lines.map((line) => ({ ...line, values: line.values.map(known) }));
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  return framed(chart, options, {
    legend: [],
    notes: values.length === 0 ? [] : notesFor(lines, chart.periods.length),
    draw: (top) =>
      values.length === 0
        ? emptyDrawing('No figures to show yet.', width, top)
        : drawLines(chart, lines, values, width, top),
  });
}

function drawLines(
  chart: TrendChart,
  lines: readonly TrendLine[],
  values: readonly number[],
  width: number,
  top: number,
): Drawing {
  const strokes = strokesOf(lines);
  const domain = domainOf(values, chart.unitWords);
  const ticks = scaleLinear().domain(domain).ticks(tickCount);
  const tickWords = ticks.map((tick) => tickInWords(tick, domain));
  const left = Math.max(...tickWords.map((words) => textWidth(words, axisType))) + 12;
  const ends = endLabels(lines, chart, width * 0.34);
  const gutter = Math.max(0, ...ends.map((end) => end.width)) + 16;
  const count = Math.max(chart.periods.length, ...lines.map((line) => line.values.length));

  const right = width - gutter - 8;
  const height = Math.max(
    240,
    ends.reduce((sum, end) => sum + endLabelHeight(end), 0),
  );
  const bottom = top + 8 + height;
  const x = scaleLinear()
    .domain([0, Math.max(1, count - 1)])
    .range([left + 12, right]);
  const y = scaleLinear()
    .domain(domain)
    .range([bottom, top + 8]);
  const plot: Plot = {
    x: (index) => (count === 1 ? (left + right) / 2 : x(index)),
    y,
    top: top + 8,
    left,
    right,
    bottom,
  };

  const axis = drawPeriods(chart.periods, plot.x, bottom, width);
  const content = [
    drawGrid(ticks, tickWords, plot, domain),
    ...lines.map((line, index) => drawLine(line, strokes[index], plot)),
    drawEndLabels(
      ends.map((end) => placed(end, plot)),
      strokes,
      plot,
    ),
    axis.content,
  ];
  return { content: content.join(''), height: bottom - top + axis.height };
}

function drawGrid(
  ticks: readonly number[],
  words: readonly string[],
  plot: Plot,
  domain: readonly number[],
): string {
  const crossesNought = Math.min(...domain) < 0;
  return ticks
    .map((tick, index) => {
      const y = plot.y(tick);
      const stroke = crossesNought && tick === 0 ? inks.axis : inks.grid;
      return (
        element('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke }) +
        label(words[index] ?? '', plot.left - 8, y + 5, axisType, { 'text-anchor': 'end', fill: inks.quiet })
      );
    })
    .join('');
}

function drawLine(line: TrendLine, stroke: Stroke | undefined, plot: Plot): string {
  if (stroke === undefined) return '';
  const path = lineOf<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => plot.x(index))
    .y((value) => plot.y(value ?? 0))
    .digits(1)(line.values);
  const dots = line.values.map((value, index) => {
    if (value === null || !needsDot(line, index)) return '';
    const r = line.role !== 'main' || line.values.length > 30 ? 2.5 : 4;
    return element('circle', { cx: plot.x(index), cy: plot.y(value), r, fill: stroke.colour });
  });
  const drawn = {
    fill: 'none',
    stroke: stroke.colour,
    'stroke-width': stroke.width,
    'stroke-dasharray': stroke.dashes,
  };
  return element('path', { d: path ?? '', ...drawn, 'stroke-linejoin': 'round' }) + dots.join('');
}

/** Every value of the main line has its dot; on the others, only one that has no neighbour to be joined to. */
function needsDot(line: TrendLine, index: number): boolean {
  const alone = (line.values[index - 1] ?? null) === null && (line.values[index + 1] ?? null) === null;
  return alone || line.role === 'main';
}

function placed(end: EndLabel, plot: Plot): EndLabel & { readonly x: number; readonly y: number } {
  return { ...end, x: plot.x(end.index), y: plot.y(end.value) };
}

/** From the lowest to the highest value with air around them, on round numbers; a percentage stays within 0 and 100. */
function domainOf(values: readonly number[], unitWords: string): readonly [number, number] {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const spread = highest - lowest;
  const air = spread > 0 ? spread * 0.12 : Math.abs(highest) * 0.1 || 1;
  const [from = lowest, to = highest] = scaleLinear()
    .domain([lowest - air, highest + air])
    .nice(tickCount)
    .domain();
  const stays = isPercent(unitWords) && lowest >= 0 && highest <= 100;
  const noLower = lowest >= 0 ? Math.max(0, from) : from;
  return stays ? [noLower, Math.min(100, to)] : [noLower, to];
}

function tickInWords(tick: number, domain: readonly [number, number]): string {
  const size = Math.max(Math.abs(domain[0]), Math.abs(domain[1]));
  if (size >= 1_000_000)
    return tick.toLocaleString('en-GB', { notation: 'compact', maximumSignificantDigits: 4 });
  const places = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(domain[1] - domain[0]))));
  return tick.toLocaleString('en-GB', { maximumFractionDigits: places });
}

function notesFor(lines: readonly TrendLine[], periodCount: number): readonly string[] {
  const silent = lines
    .filter((line) => line.values.every((value) => value === null))
    .map((line) => line.name);
  const hasGap = lines.some((line) => {
    const first = line.values.findIndex((value) => value !== null);
    return first >= 0 && (line.values.slice(first).includes(null) || line.values.length < periodCount);
  });
  return [
    ...(hasGap
      ? ['Where a line breaks or ends early there is no figure, or one that may not be shown.']
      : []),
    ...(silent.length > 0 ? [`No figures: ${silent.join(', ')}.`] : []),
  ];
}

function known(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
