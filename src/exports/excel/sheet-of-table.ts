import type { Cell as SheetCell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Cell, Column, Table } from '../../documents/document.ts';
import { isLocalDate } from '../../kit/local-date.ts';
import { printable } from '../../kit/printable.ts';
import { ratingLooks } from '../../plan/rating.ts';
import { cellText } from '../cell-text.ts';
import { isLetterColumn, sharedWidths } from '../table-shape.ts';
import { edge, headStyle, plainFont, rowHeight, solid, titleStyle, bordered } from './sheet-styles.ts';

/** The caption, an empty row, and the header row. */
const rowsBefore = 3;
/** The width of all columns together, in characters: an A4 page on its side. */
const charactersAcross = 120;
const letterCharacters = 5;

/**
 * A table as a sheet that can be sorted and filtered: its caption in the first cell, a header row that stays in view, figures as numbers,
 * days as days, ratings as words with their colour.
 */
export function sheetOfTable(name: string, table: Table): WriteSheet {
  const widths = sharedWidths(table, charactersAcross, letterCharacters).map((width, index) =>
    isLetterColumn(table, index) ? width : Math.max(10, Math.round(width)),
  );
  const cells = new Map<string, Partial<SheetCell>>();
  cells.set('0,0', { value: printable(table.caption), style: titleStyle });
  table.columns.forEach(({ label }, column) => {
    cells.set(`${rowsBefore - 1},${column}`, { value: printable(label), style: headStyle });
  });
  table.rows.forEach((row, index) => {
    row.forEach((cell, column) =>
      cells.set(`${rowsBefore + index},${column}`, sheetCell(cell, table.columns[column]?.align ?? 'start')),
    );
  });
  const heights = table.rows.map((row, index) => {
    const lines = row.map((cell, column) => linesIn(cellText(cell), widths[column] ?? 10));
    return [rowsBefore + index, { height: rowHeight(Math.max(1, ...lines)) }] as const;
  });
  const last = `${columnLetters(table.columns.length - 1)}${rowsBefore + table.rows.length}`;
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [],
    cells,
    rowDefs: new Map([[rowsBefore - 1, { height: rowHeight(2) }], ...heights]),
    freezePane: { rows: rowsBefore, columns: 1 },
    ...(table.rows.length === 0 ? {} : { autoFilter: { range: `A${rowsBefore}:${last}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${rowsBefore}:${rowsBefore}`,
    },
  };
}

const alignments = { start: 'left', end: 'right', centre: 'center' } as const;

function sheetCell(cell: Cell, align: Column['align']): Partial<SheetCell> {
  const wrapped: CellStyle = {
    ...bordered,
    alignment: { horizontal: alignments[align], vertical: 'top', wrapText: true },
  };
  if (cell.kind === 'number')
    return { value: cell.value, style: { ...wrapped, numFmt: numberFormat(cell.text) } };
  if (cell.kind === 'date' && isLocalDate(cell.day))
    return { value: new Date(`${cell.day}T00:00:00Z`), style: { ...wrapped, numFmt: 'd mmmm yyyy' } };
  const value = printable(cellText(cell));
  if (cell.kind !== 'rating') return { value, style: wrapped };
  const look = ratingLooks[cell.rating];
  const style: CellStyle = {
    font: { ...plainFont, bold: true, color: { rgb: look.text.slice(1) } },
    fill: solid(look.background),
    border: edge,
    alignment: { horizontal: cell.form === 'letter' ? 'center' : 'left', vertical: 'top' },
  };
  return { value, style };
}

/** A figure shows as it stands in the paper: its places after the point and what follows it, `0.0"%"`. */
function numberFormat(text: string): string {
  const [, places = '', after = ''] = /^-?[\d,]+(?:\.(\d+))?(.*)$/u.exec(text) ?? [];
  const shape = `#,##0${places === '' ? '' : `.${'0'.repeat(places.length)}`}`;
  return after === '' || after.includes('"') ? shape : `${shape}"${after}"`;
}

function linesIn(text: string, characters: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / characters)), 0);
}

function columnLetters(index: number): string {
  const before = index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '';
  return `${before}${String.fromCharCode(65 + (index % 26))}`;
}
