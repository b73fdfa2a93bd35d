import { scaleLinear } from 'd3-scale';
import type { RatingHistoryChart } from '../plan/chart-data.ts';
import { ratingsShown } from '../plan/chart-table.ts';
import { ratingLooks, type ShownRating } from '../plan/rating.ts';
import { chartWidth, emptyDrawing, framed, ratingMark, type ChartOptions, type Drawing } from './frame.ts';
import { element, inks, label, labels, lineHeight } from './svg.ts';
import { fittingSize, textWidth, wrapText } from './text-layout.ts';

type MonthCounts = RatingHistoryChart['months'][number];

/** One part of a column: how many actions had this rating in this month. */
interface Segment {
  readonly rating: ShownRating;
  readonly count: number;
  readonly text: string;
}

/** What all panels of one picture share, so that their columns can be compared. */
interface Layout {
  readonly months: readonly (MonthCounts & {
    readonly segments: readonly Segment[];
    readonly total: number;
  })[];
  readonly highest: number;
  readonly left: number;
  readonly step: number;
  readonly perPanel: number;
  readonly plotHeight: number;
  /** How wide a line of a month's name may be: either all of them stand on one line, or all wrap. */
  readonly footRoom: number;
  readonly width: number;
}

const barType = { size: 15, bold: true };
const axisType = { size: 14 };
const footType = { size: 14, bold: true };
const gap = 8;
const tightestSegment = 15;

/**
 * Stacked columns with the letter and the count in every part, best at the bottom. A part too flat for its label has it
 * above its column. Months that do not fit side by side go on in a second panel on the same scale.
 */
export function drawRatingHistory(chart: RatingHistoryChart, options: ChartOptions): string {
  const width = chartWidth(options);
  const layout = layOut(chart, width);
  return framed(chart, options, {
    legend: ratingsShown(chart),
    notes: [],
    draw: (top) =>
      layout.highest === 0 ? emptyDrawing('No ratings to show yet.', width, top) : drawPanels(layout, top),
  });
}

function layOut(chart: RatingHistoryChart, width: number): Layout {
  const shown = ratingsShown(chart);
  const months = chart.months.map((month) => {
    const segments = shown.flatMap((rating) => {
      const count = month.counts[rating] ?? 0;
      return count > 0
        ? [{ rating, count, text: `${ratingLooks[rating].letter} ${count.toLocaleString('en-GB')}` }]
        : [];
    });
    return { ...month, segments, total: segments.reduce((sum, { count }) => sum + count, 0) };
  });
  const highest = Math.max(0, ...months.map(({ total }) => total));
  const left = textWidth(Math.ceil(highest).toLocaleString('en-GB'), axisType) + 10;
  const widest = Math.max(
    0,
    ...months.flatMap(({ segments, label: month }) => [
      ...segments.map(({ text }) => textWidth(text, barType) + gap + 6),
      Math.min(90, longestWord(month) + 6),
    ]),
  );
  const room = width - left - 2;
  const most = Math.max(1, Math.floor(room / Math.max(44, widest)));
  const panels = Math.max(1, Math.ceil(months.length / most));
  const perPanel = Math.max(1, Math.ceil(months.length / panels));
  const step = Math.min(104, room / perPanel);
  const isOneLine = months.every(({ label: month }) => textWidth(month, footType) <= step - 2);
  const footRoom = isOneLine
    ? step - 2
    : Math.min(step - 4, Math.max(...months.map(({ label: month }) => longestWord(month))));
  // Tall enough for one action in a month to have its label inside, while the plan has a plausible number of them.
  const plotHeight = panels > 1 ? 200 : Math.min(340, Math.max(220, highest * (tightestSegment + 1)));
  return { months, highest, left, step, perPanel, plotHeight, footRoom, width };
}

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map((word) => textWidth(word, footType)));
}

function drawPanels(layout: Layout, top: number): Drawing {
  const content: string[] = [];
  let y = top;
  for (let first = 0; first < layout.months.length; first += layout.perPanel) {
    if (first > 0) y += 18;
    const panel = drawPanel(layout, first, y);
    content.push(panel.content);
    y += panel.height;
  }
  return { content: content.join(''), height: y - top };
}

function drawPanel(layout: Layout, first: number, top: number): Drawing {
  const months = layout.months.slice(first, first + layout.perPanel);
  const height = scaleLinear().domain([0, layout.highest]).range([0, layout.plotHeight]);
  const isFlat = ({ count }: Segment) => height(count) < tightestSegment;
  const outside = Math.max(0, ...months.map(({ segments }) => segments.filter(isFlat).length));
  const base = top + outside * lineHeight(barType) + 4 + layout.plotHeight;

  const grid = height
    .ticks(5)
    .filter(Number.isInteger)
    .map((tick) => {
      const y = base - height(tick);
      const ruler = { x1: layout.left, x2: layout.left + layout.step * layout.perPanel, y1: y, y2: y };
      return (
        element('line', { ...ruler, stroke: tick === 0 ? inks.axis : inks.grid }) +
        label(tick.toLocaleString('en-GB'), layout.left - 8, y + 5, axisType, {
          'text-anchor': 'end',
          fill: inks.quiet,
        })
      );
    });

  let deepest = 0;
  const columns = months.map((month, index) => {
    const x = layout.left + index * layout.step + gap / 2;
    const isLast = first + index === layout.months.length - 1;
    const foot = drawFoot(month.label, x + (layout.step - gap) / 2, base, layout.footRoom, isLast);
    deepest = Math.max(deepest, foot.height);
    return drawColumn(month.segments, x, base, layout.step - gap, height, isFlat) + foot.content;
  });
  return { content: [...grid, ...columns].join(''), height: base - top + deepest };
}

function drawColumn(
  segments: readonly Segment[],
  x: number,
  base: number,
  width: number,
  height: (count: number) => number,
  isFlat: (segment: Segment) => boolean,
): string {
  let y = base;
  const content: string[] = [];
  for (const segment of segments) {
    const tall = height(segment.count);
    y -= tall;
    // A hair of white between the parts keeps them apart where the print is grey.
    const box = {
      x,
      y: y + Math.min(1, tall / 4),
      width,
      height: Math.max(0.5, tall - Math.min(2, tall / 2)),
    };
    const size = Math.min(barType.size, tall * 0.82, fittingSize(segment.text, width - 4, barType));
    content.push(ratingMark(segment.rating, box, isFlat(segment) ? '' : segment.text, size));
  }
  for (const segment of segments.filter(isFlat)) {
    const size = fittingSize(segment.text, width + gap - 2, barType);
    content.push(
      label(segment.text, x + width / 2, y - 5, { size, bold: true }, { 'text-anchor': 'middle' }),
    );
    y -= lineHeight(barType);
  }
  return content.join('');
}

function drawFoot(month: string, centre: number, base: number, room: number, isLast: boolean): Drawing {
  const type = { ...axisType, bold: isLast };
  const lines = wrapText(month, room, type);
  const colours = { 'text-anchor': 'middle', fill: isLast ? inks.text : inks.quiet };
  return {
    content: labels(lines, centre, base + 20, type, colours),
    height: 12 + lines.length * lineHeight(type),
  };
}
