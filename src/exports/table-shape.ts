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
