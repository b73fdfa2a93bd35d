import type { Table } from '../documents/document.ts';
import { cellText } from './cell-text.ts';

/** Names longer than this are no longer set bold at the head of their row: a column of bold sentences is hard to read. */
const longestBold = 20;

/** True when the first column holds sentences rather than names or codes. */
export function isWordyTable(table: Table): boolean {
  return table.rows.some(([first]) => first !== undefined && cellText(first).length > longestBold);
}

/** True for a column of single letters: so narrow that its head needs room of another kind. */
export function isLetterColumn(table: Table, index: number): boolean {
  const cells = table.rows.map((row) => row[index]);
  return cells.length > 0 && cells.every((cell) => cell?.kind === 'rating' && cell.form === 'letter');
}

/** A table of so few rows stands on one page rather than broken over two. */
export const fitsOnOnePage = 12;

/** How a width is shared out, in any unit: columns of letters have a width of their own, the others share what is left by theirs. */
export function sharedWidths(table: Table, all: number, letterWidth: number): readonly number[] {
  const letters = table.columns.map((_, index) => isLetterColumn(table, index));
  const left = all - letters.filter(Boolean).length * letterWidth;
  const weights = table.columns.map(({ width }, index) => (letters[index] ? 0 : Math.max(width, 1)));
  const weight = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => (each === 0 ? letterWidth : (each / weight) * left));
}
