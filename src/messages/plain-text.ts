import { assertNever } from '../kit/assert-never.ts';
import { printable } from '../kit/printable.ts';
import { chartSubtitle, chartTable, letterKey, ratingsShown } from '../plan/chart-table.ts';
import { directionLooks } from '../plan/direction.ts';
import { ratingLooks } from '../plan/rating.ts';
import type { Figure } from './figure.ts';
import { plainWords, type Message, type MessagePart, type RatingRow, type Words } from './message.ts';
import { columnsTaken, padded, tableLines, wrapWords } from './text-columns.ts';

/** Wide enough for a table of the plan, narrow enough for a terminal beside another window. */
const widest = 100;

/**
 * The message for places that know nothing but letters: a terminal, a log of a rehearsal, the fallback text of a
 * platform. Every word is kept, and nothing in it can steer a terminal.
 */
export function plainText(message: Message): string {
  const parts = message.parts.map((part) => partLines(part).join('\n')).filter((part) => part.trim() !== '');
  const summary = clean(message.summary);
  const isSaid = parts[0] === summary || summary === '';
  return `${(isSaid ? parts : [summary, ...parts]).join('\n\n')}\n`;
}

function partLines(part: MessagePart): readonly string[] {
  switch (part.kind) {
    case 'heading':
      return [clean(part.text)];
    case 'text':
      return [part.tone === 'notice' ? `! ${clean(part.text)}` : clean(part.text)];
    case 'facts':
      return factLines(part.facts);
    case 'ratings':
      return ratingLines(part.rows);
    case 'list':
      return part.items.flatMap((item) => indented(clean(item), '- '));
    case 'table':
      return [clean(part.caption), ...tableLines(part.columns, part.rows, widest)];
    case 'figure':
      return figureLines(part.figure);
    case 'buttons':
      return part.buttons.length === 0
        ? []
        : [part.buttons.map(({ label }) => `[${clean(label)}]`).join(' ')];
    default:
      return assertNever(part);
  }
}

function factLines(facts: readonly { readonly label: string; readonly value: Words }[]): readonly string[] {
  const labels = facts.map(({ label }) => `${clean(label)}:`);
  const width = Math.min(24, Math.max(0, ...labels.map(columnsTaken))) + 1;
  return facts.flatMap(({ value }, index) => {
    const label = labels[index] ?? '';
    return indented(clean(value), padded(label, Math.max(width, columnsTaken(label) + 1)), ' '.repeat(width));
  });
}

function ratingLines(rows: readonly RatingRow[]): readonly string[] {
  const words = rows.map(({ rating }) => ratingLooks[rating].word.toUpperCase());
  const wordWidth = Math.max(0, ...words.map(columnsTaken)) + 2;
  const codeWidth = Math.max(0, ...rows.map(({ code }) => columnsTaken(clean(code)))) + 1;
  const titleWidth = Math.min(60, Math.max(0, ...rows.map(({ title }) => columnsTaken(clean(title)))));
  return rows.flatMap((row, index) => {
    const way = row.direction === null ? null : directionLooks[row.direction];
    const title = wrapWords(clean(row.title), titleWidth);
    const [first = '', ...rest] = title;
    const start = padded(words[index] ?? '', wordWidth) + padded(clean(row.code), codeWidth);
    const margin = ' '.repeat(wordWidth + codeWidth);
    const end = way === null ? '' : `  ${way.arrow} ${way.word}`;
    return [
      (start + (way === null ? first : padded(first, titleWidth)) + end).trimEnd(),
      ...rest.map((line) => margin + line),
      ...row.lines.flatMap((line) => indented(clean(line), margin)),
    ];
  });
}

function figureLines(figure: Figure): readonly string[] {
  const { chart } = figure;
  const { columns, rows } = chartTable(chart, 'letter');
  const key = chart.kind === 'rating_strip' ? letterKey(ratingsShown(chart)) : '';
  return [
    clean(figure.title),
    clean(chartSubtitle(chart)),
    ...wrapWords(figure.alt, widest),
    ...(rows.length === 0 ? [] : tableLines(columns, rows, widest)),
    ...(key === '' ? [] : [key]),
  ].filter((line) => line !== '');
}

/** Text with the first line after a mark and the others below its start. */
function indented(text: string, mark: string, margin = ' '.repeat(mark.length)): readonly string[] {
  return text.split('\n').map((line, index) => (index === 0 ? mark : margin) + line);
}

function clean(words: Words): string {
  return printable(plainWords(words)).replace(/\t/g, ' ');
}
