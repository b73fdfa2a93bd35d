import type { RatingStripChart } from '../plan/chart-data.ts';
import { ratingsShown } from '../plan/chart-table.ts';
import { ratingLooks } from '../plan/rating.ts';
import { chartWidth, emptyDrawing, framed, ratingMark, type ChartOptions, type Drawing } from './frame.ts';
import { element, inks, labels, lineHeight } from './svg.ts';
import { fittingSize, textWidth, wrapText } from './text-layout.ts';

type Row = RatingStripChart['rows'][number];

interface Layout {
  /** Width of the code, and of the whole head of a row. */
  readonly codeWidth: number;
  readonly headWidth: number;
  readonly cell: number;
  readonly perPanel: number;
  readonly months: readonly string[];
  readonly width: number;
}

const codeType = { size: 15, bold: true };
const titleType = { size: 15 };
const monthType = { size: 13, bold: true };
const letterType = { size: 15, bold: true };
const narrowestCell = 26;
const widestCell = 40;

/**
 * A letter on its colour for each action and month, like a calendar of the plan. Months that do not fit side by side
 * go on below, with the actions named again.
 */
export function drawRatingStrip(chart: RatingStripChart, options: ChartOptions): string {
  const width = chartWidth(options);
  const layout = layOut(chart, width);
  const isEmpty = chart.rows.length === 0 || layout.months.length === 0;
  return framed(chart, options, {
    legend: ratingsShown(chart),
    notes: [],
    draw: (top) =>
      isEmpty ? emptyDrawing('No ratings to show yet.', width, top) : drawPanels(chart.rows, layout, top),
  });
}

function layOut(chart: RatingStripChart, width: number): Layout {
  // A rating without a month would be lost from the picture, so a month without a name is made for it.
  const count = Math.max(chart.months.length, ...chart.rows.map(({ ratings }) => ratings.length));
  const months = Array.from({ length: count }, (_, index) => chart.months[index] ?? '');
  const head = Math.min(320, width * 0.42);
  const most = Math.max(1, Math.floor((width - head) / narrowestCell));
  const panels = Math.max(1, Math.ceil(count / most));
  const perPanel = Math.max(1, Math.ceil(count / panels));
  const cell = Math.min(widestCell, (width - head) / perPanel);
  const headWidth = width - cell * perPanel - 1;
  const widestCode = Math.max(0, ...chart.rows.map(({ code }) => textWidth(code, codeType))) + 12;
  return { codeWidth: Math.min(widestCode, headWidth * 0.4), headWidth, cell, perPanel, months, width };
}

function drawPanels(rows: readonly Row[], layout: Layout, top: number): Drawing {
  const content: string[] = [];
  let y = top;
  for (let first = 0; first < layout.months.length; first += layout.perPanel) {
    if (first > 0) y += 22;
    const heads = drawMonths(layout, first, y);
    content.push(heads.content);
    y += heads.height;
    for (const row of rows) {
      const drawn = drawRow(row, layout, first, y);
      content.push(drawn.content);
      y += drawn.height;
    }
  }
  return { content: content.join(''), height: y - top + 1 };
}

function drawMonths(layout: Layout, first: number, top: number): Drawing {
  const heads = layout.months.slice(first, first + layout.perPanel).map((month) => {
    const words = month.split(/\s+/).filter((word) => word !== '');
    const room = layout.cell - 2;
    const size = Math.min(monthType.size, ...words.map((word) => fittingSize(word, room, monthType)));
    const type = { ...monthType, size };
    return { type, lines: wrapText(month, room, type) };
  });
  const tallest = Math.max(0, ...heads.map(({ lines, type }) => lines.length * lineHeight(type)));
  const content = heads.map(({ type, lines }, index) => {
    const x = layout.headWidth + (index + 0.5) * layout.cell;
    const y = top + tallest - (lines.length - 1) * lineHeight(type) - 4;
    return labels(lines, x, y, type, { 'text-anchor': 'middle', fill: inks.quiet });
  });
  return { content: content.join(''), height: tallest + 4 };
}

function drawRow(row: Row, layout: Layout, first: number, top: number): Drawing {
  const code = wrapText(row.code, layout.codeWidth - 8, codeType);
  const title = wrapText(row.title, layout.headWidth - layout.codeWidth - 10, titleType);
  const lines = Math.max(1, code.length, title.length);
  const height = Math.max(30, lines * lineHeight(titleType) + 8);
  const textTop = (count: number) => top + (height - count * lineHeight(titleType)) / 2 + 14.5;

  const cells = row.ratings.slice(first, first + layout.perPanel).map((rating, index) => {
    const box = {
      x: layout.headWidth + index * layout.cell + 1,
      y: top + 1,
      width: layout.cell - 2,
      height: height - 2,
    };
    return ratingMark(rating, box, ratingLooks[rating].letter, letterType.size);
  });
  const content =
    element('line', { x1: 0, x2: layout.width, y1: top, y2: top, stroke: inks.grid }) +
    labels(code, 0, textTop(code.length), codeType, { fill: inks.navy }) +
    labels(title, layout.codeWidth, textTop(title.length), titleType) +
    cells.join('');
  return { content, height };
}
