import { chartSubtitle, chartTable } from '../plan/chart-table.ts';
import type { ChartData } from '../plan/chart-data.ts';
import { ratingLooks, type ShownRating } from '../plan/rating.ts';
import { element, inks, label, labels, lineHeight, picture } from './svg.ts';
import { textWidth, wrapText } from './text-layout.ts';

/** How a chart is drawn; the data alone are enough. */
export interface ChartOptions {
  /** Width of the picture in px; its height follows from what it shows. 760 unless told, never under 320. */
  readonly width?: number;
  /** Names the picture. Without it, what is counted names it. */
  readonly title?: string;
  /** Says what the picture shows, for those who cannot see it. Without it, all of its data are read out. */
  readonly description?: string;
  /** Draws the title at the head of the picture too, for a picture that stands without a page around it. */
  readonly showTitle?: boolean;
}

/** What stands under the head of the picture: the drawing, made for a given top, and how tall it is. */
export interface Drawing {
  readonly content: string;
  readonly height: number;
}

const titleType = { size: 19, bold: true };
const subtitleType = { size: 15 };
const legendType = { size: 15 };
const noteType = { size: 14 };
const chip = 20;

/** The width that was asked for, or one that can be drawn on. */
export function chartWidth(options: ChartOptions): number {
  const asked = options.width ?? 760;
  return Number.isFinite(asked) ? Math.max(320, Math.round(asked)) : 760;
}

/** Puts title, subtitle, legend and notes around a drawing and makes it one picture. */
export function framed(
  chart: ChartData,
  options: ChartOptions,
  parts: {
    readonly legend: readonly ShownRating[];
    readonly notes: readonly string[];
    readonly draw: (top: number) => Drawing;
  },
): string {
  const width = chartWidth(options);
  const title = options.title ?? chartSubtitle(chart);
  const head: string[] = [];
  let y = 0;

  const write = (text: string, type: { size: number; bold?: boolean }, colour: string) => {
    const lines = wrapText(text, width, type);
    head.push(labels(lines, 0, y + type.size, type, { fill: colour }));
    y += lines.length * lineHeight(type);
  };
  if (options.showTitle === true) write(title, titleType, inks.text);
  write(chartSubtitle(chart), subtitleType, inks.quiet);
  if (parts.legend.length > 0) {
    const legend = drawLegend(parts.legend, width, y + 6);
    head.push(legend.content);
    y += 6 + legend.height;
  }
  const drawing = parts.draw(y + 10);
  y += 10 + drawing.height;
  const body = [...head, drawing.content];
  head.length = 0;
  for (const note of parts.notes) {
    y += 6;
    write(note, noteType, inks.quiet);
  }
  body.push(...head);
  const description = options.description ?? dataInWords(chart);
  return picture({ width, height: y + 4 }, { title, description }, body.join(''));
}

/** What is drawn where there is nothing to draw yet: an empty frame that says so. */
export function emptyDrawing(words: string, width: number, top: number): Drawing {
  const height = 96;
  const lines = wrapText(words, width - 40, subtitleType);
  return {
    content:
      element('rect', {
        x: 0.5,
        y: top + 0.5,
        width: width - 1,
        height: height - 1,
        fill: '#F9FAFB',
        stroke: inks.axis,
      }) +
      labels(lines, width / 2, top + height / 2 + 5, subtitleType, {
        'text-anchor': 'middle',
        fill: inks.quiet,
      }),
    height,
  };
}

/** A rating's mark: its letter on its colour, with a border so that pale ones have an edge on white paper. */
export function ratingMark(
  rating: ShownRating,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  text: string,
  size: number,
): string {
  const look = ratingLooks[rating];
  return (
    element('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: Math.max(0.5, box.width - 1),
      height: Math.max(0.5, box.height - 1),
      fill: look.background,
      stroke: look.border,
    }) +
    (text === ''
      ? ''
      : label(
          text,
          box.x + box.width / 2,
          box.y + box.height / 2 + size * 0.36,
          { size, bold: true },
          {
            'text-anchor': 'middle',
            fill: look.text,
          },
        ))
  );
}

function drawLegend(ratings: readonly ShownRating[], width: number, top: number): Drawing {
  let x = 0;
  let y = top;
  const content: string[] = [];
  for (const rating of ratings) {
    const look = ratingLooks[rating];
    const room = chip + 7 + textWidth(look.word, legendType) + 16;
    if (x > 0 && x + room > width) {
      x = 0;
      y += chip + 6;
    }
    content.push(ratingMark(rating, { x, y, width: chip, height: chip }, look.letter, 14));
    content.push(label(look.word, x + chip + 7, y + 15.5, legendType));
    x += room;
  }
  return { content: content.join(''), height: y - top + chip };
}

/** All data of the chart as sentences: one for each row of its table. */
function dataInWords(chart: ChartData): string {
  const { columns, rows } = chartTable(chart);
  const sentences = rows.map(([first = '', ...cells]) => {
    const said = cells.map((cell, index) => `${columns[index + 1] ?? ''} ${cell}`.trim());
    return `${first}: ${said.join(', ')}.`;
  });
  return [`${chartSubtitle(chart)}.`, ...sentences].join(' ');
}
