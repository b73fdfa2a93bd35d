import { assertNever } from '../kit/assert-never.ts';
import { escapeMarkup } from '../kit/printable.ts';
import type { ChartData } from '../plan/chart-data.ts';
import { chartTable } from '../plan/chart-table.ts';
import type { Figure } from './figure.ts';
import { directionHtml, linesHtml, ratingChip, tableHtml } from './html-pieces.ts';
import type { Button, Message, MessagePart, Press, RatingRow, Words } from './message.ts';

export interface HtmlOptions {
  /** Draws a chart as SVG. It comes from outside because messages know no pictures. */
  readonly chart: (data: ChartData) => string;
}

/**
 * The message as one `article` of plain, meaningful HTML; a page's CSS gives the `bcp-*` classes and `rating-*`,
 * `direction-*` their looks. A button carries what it does as JSON in `data-press`. All words are escaped.
 */
export function messageHtml(message: Message, options: HtmlOptions): string {
  const parts = message.parts.map((part) => partHtml(part, options));
  return `<article class="bcp-message" aria-label="${escapeMarkup(message.summary)}">${parts.join('')}</article>`;
}

function partHtml(part: MessagePart, options: HtmlOptions): string {
  switch (part.kind) {
    case 'heading':
      return `<h3 class="bcp-heading" dir="auto">${linesHtml(part.text)}</h3>`;
    case 'text':
      return `<p class="bcp-text bcp-text-${part.tone}" dir="auto">${wordsHtml(part.text)}</p>`;
    case 'facts':
      return factsHtml(part.facts);
    case 'ratings':
      return part.rows.length === 0
        ? ''
        : `<ul class="bcp-ratings">${part.rows.map(ratingRowHtml).join('')}</ul>`;
    case 'list':
      return listHtml(part.items);
    case 'table':
      return scrolling(part.caption, tableHtml(part.caption, part.columns, part.rows, 'bcp-table'));
    case 'figure':
      return figureHtml(part.figure, options);
    case 'buttons':
      return part.buttons.length === 0
        ? ''
        : `<div class="bcp-buttons">${part.buttons.map(buttonHtml).join('')}</div>`;
    default:
      return assertNever(part);
  }
}

function factsHtml(facts: readonly { readonly label: string; readonly value: Words }[]): string {
  if (facts.length === 0) return '';
  const pairs = facts.map(
    ({ label, value }) =>
      `<div class="bcp-fact"><dt>${linesHtml(label)}</dt><dd dir="auto">${wordsHtml(value)}</dd></div>`,
  );
  return `<dl class="bcp-facts">${pairs.join('')}</dl>`;
}

function listHtml(items: readonly Words[]): string {
  if (items.length === 0) return '';
  return `<ul class="bcp-list">${items.map((item) => `<li dir="auto">${wordsHtml(item)}</li>`).join('')}</ul>`;
}

function ratingRowHtml(row: RatingRow): string {
  const lines = row.lines.map((line) => `<p class="bcp-line" dir="auto">${linesHtml(line)}</p>`).join('');
  return (
    `<li class="bcp-rating-row"><div class="bcp-rating-head">${ratingChip(row.rating)} ` +
    `<span class="bcp-action"><b class="bcp-code">${linesHtml(row.code)}</b> ` +
    `<span class="bcp-title" dir="auto">${linesHtml(row.title)}</span></span>` +
    `${row.direction === null ? '' : ` ${directionHtml(row.direction)}`}</div>${lines}</li>`
  );
}

function figureHtml(figure: Figure, options: HtmlOptions): string {
  const { columns, rows } = chartTable(figure.chart);
  const data = scrolling(figure.title, tableHtml(figure.title, columns, rows, 'bcp-table'));
  return (
    `<figure class="bcp-figure"><figcaption dir="auto">${linesHtml(figure.title)}</figcaption>` +
    `<div class="bcp-picture" role="img" aria-label="${escapeMarkup(figure.alt)}">${options.chart(figure.chart)}</div>` +
    `<details class="bcp-data"><summary>The figures in this chart</summary>${data}</details></figure>`
  );
}

function buttonHtml({ label, press, style }: Button): string {
  const does = escapeMarkup(asciiJson(press));
  return `<button type="button" class="bcp-button bcp-button-${style}" data-press="${does}">${linesHtml(label)}</button>`;
}

/** The press as JSON that no cleaning of text can change: every unusual letter as its code. */
function asciiJson(press: Press): string {
  return JSON.stringify(press).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A wide table scrolls by itself, also by keyboard, and leaves the page where it is. */
function scrolling(name: string, table: string): string {
  return `<div class="bcp-scroll" role="region" tabindex="0" aria-label="${escapeMarkup(name)}">${table}</div>`;
}

function wordsHtml(words: Words): string {
  if (typeof words === 'string') return linesHtml(words);
  return words
    .map((piece) =>
      typeof piece === 'string' ? linesHtml(piece) : `<strong>${linesHtml(piece.strong)}</strong>`,
    )
    .join('');
}
