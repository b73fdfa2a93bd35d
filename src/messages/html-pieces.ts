import { escapeMarkup } from '../kit/printable.ts';
import { directionLooks, type Direction } from '../plan/direction.ts';
import { ratingLooks, type MeasureRating, type ShownRating } from '../plan/rating.ts';

/** A rating as a coloured chip with its letter and its word; the letter is for the eye only. */
export function ratingChip(rating: ShownRating | MeasureRating): string {
  const { letter, word } = ratingLooks[rating];
  return `<span class="${ratingClass(rating)}"><b aria-hidden="true">${letter}</b> ${word}</span>`;
}

/** `rating rating-no-update`: a page's CSS gives it its colours. */
export function ratingClass(rating: ShownRating | MeasureRating): string {
  return `rating rating-${rating.replaceAll('_', '-')}`;
}

/** Arrow and word; the arrow is for the eye only. */
export function directionHtml(direction: Direction): string {
  const { arrow, word } = directionLooks[direction];
  return `<span class="direction direction-${direction}"><span aria-hidden="true">${arrow}</span> ${word}</span>`;
}

/** The text with its line breaks; whatever stands in it is shown and not read as mark-up. */
export function linesHtml(text: string): string {
  return escapeMarkup(text).split('\n').join('<br/>');
}

/** A table of plain text: a caption, a header row, and the first cell of each row as its header. */
export function tableHtml(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  className: string,
): string {
  const heads = columns.map((column) => `<th scope="col">${linesHtml(column)}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => `<td dir="auto">${linesHtml(cell)}</td>`).join('');
    return `<tr><th scope="row" dir="auto">${linesHtml(first)}</th>${rest}</tr>`;
  });
  return (
    `<table class="${className}"><caption dir="auto">${linesHtml(caption)}</caption>` +
    `<thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`
  );
}
