import { assertNever } from '../kit/assert-never.ts';
import { escapeMarkup } from '../kit/printable.ts';
import { ratingLooks } from '../plan/rating.ts';
import { directionHtml, linesHtml, ratingChip, ratingClass } from '../messages/html-pieces.ts';
import type { Cell, Column, Table } from '../documents/document.ts';
import { cellText, nothing } from './cell-text.ts';
import { fitsOnOnePage, isLetterColumn, isWordyTable } from './table-shape.ts';

/**
 * A real table: caption, column headers that repeat on every printed page, and the first cell of each row as the row's
 * header. On a narrow screen it scrolls by itself, also by keyboard.
 */
export function documentTable(table: Table): string {
  const all = table.columns.reduce((sum, column) => sum + Math.max(0, column.width), 0);
  const cols = table.columns.map(({ width }) => `<col class="${widthClass(width, all)}"/>`).join('');
  const heads = table.columns.map((column, index) => head(column, isLetterColumn(table, index))).join('');
  const isWordy = isWordyTable(table);
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index) => {
      const align = table.columns[index]?.align ?? 'start';
      return index === 0
        ? rowHead(cell, align, isWordy)
        : `<td class="${cellClass(cell, align)}">${cellContent(cell)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const scroll = table.rows.length <= fitsOnOnePage ? 'scroll short' : 'scroll';
  const captionText = linesHtml(table.caption);
  return (
    `<div class="${scroll}" role="region" tabindex="0" aria-label="${escapeMarkup(table.caption)}"><table>` +
    `<caption>${captionText}</caption><colgroup>${cols}</colgroup>` +
    `<thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  );
}

/** The share of the page as a class, since a page with a strict policy may hold no style of its own: `w12` is 12 %. */
function widthClass(width: number, all: number): string {
  const share = all > 0 ? Math.round((Math.max(0, width) / all) * 100) : 0;
  return `w${Math.min(100, Math.max(1, share))}`;
}

/** The rules for all width classes. */
export const widthRules = Array.from(
  { length: 100 },
  (_, index) => `.w${index + 1}{width:${index + 1}%}`,
).join('');

function head(column: Column, isUpright: boolean): string {
  const text = linesHtml(column.label);
  if (isUpright) return `<th scope="col" class="upright"><span>${text}</span></th>`;
  return `<th scope="col" class="${column.align}">${text}</th>`;
}

function rowHead(cell: Cell, align: Column['align'], isWordy: boolean): string {
  const classes = `${cellClass(cell, align)}${isWordy ? ' wordy' : ''}`;
  return `<th scope="row" class="${classes}">${cellContent(cell)}</th>`;
}

function cellClass(cell: Cell, align: Column['align']): string {
  return cell.kind === 'rating' && cell.form === 'letter' ? `letter ${ratingClass(cell.rating)}` : align;
}

function cellContent(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
    case 'number':
      return linesHtml(cell.text);
    case 'date':
      return `<time datetime="${escapeMarkup(cell.day)}">${linesHtml(cellText(cell))}</time>`;
    case 'rating':
      return cell.form === 'word' ? ratingChip(cell.rating) : letter(cell.rating);
    case 'direction':
      return cell.direction === null ? nothing : directionHtml(cell.direction);
    default:
      return assertNever(cell);
  }
}

/** The letter for the eye, the word for the ear. */
function letter(rating: keyof typeof ratingLooks): string {
  const look = ratingLooks[rating];
  return `<span aria-hidden="true">${look.letter}</span><span class="unseen">${look.word}</span>`;
}
