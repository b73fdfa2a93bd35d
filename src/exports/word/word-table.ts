import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Column, Table } from '../../documents/document.ts';
import { ratingLooks, type RatingLook } from '../../plan/rating.ts';
import { cellText } from '../cell-text.ts';
import { fitsOnOnePage, isLetterColumn, isWordyTable, sharedWidths } from '../table-shape.ts';
import { paragraphOf, runsOf, wordColour, wordColours } from './word-text.ts';

/** The text width of an A4 page with margins of 2 cm, in twentieths of a point. */
export const pageWidth = 9_638;
/** A column of single letters, 6.6 mm. */
const letterWidth = 374;

const alignments = {
  start: AlignmentType.LEFT,
  end: AlignmentType.RIGHT,
  centre: AlignmentType.CENTER,
} as const;
const edge = { style: BorderStyle.SINGLE, size: 4, color: wordColours.line };
export const thinBorders = { top: edge, bottom: edge, left: edge, right: edge };

/**
 * A caption and a real table: its header row is marked as one and stands again on every page. A row is never broken over two pages.
 */
export function wordTable(table: Table): readonly (Paragraph | WordTable)[] {
  const widths = sharedWidths(table, pageWidth, letterWidth).map(Math.floor);
  const wordy = isWordyTable(table);
  const isShort = table.rows.length <= fitsOnOnePage;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) =>
      headCell(column, widths[index] ?? 0, isLetterColumn(table, index)),
    ),
  });
  const rows = table.rows.map(
    (row, place) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, index) =>
          bodyCell(cell, table.columns[index]?.align ?? 'start', widths[index] ?? 0, {
            isName: index === 0 && !wordy,
            keepNext: isShort && place < table.rows.length - 1,
          }),
        ),
      }),
  );
  return [
    paragraphOf(table.caption, { style: 'Caption', keepNext: true }),
    new WordTable({
      layout: TableLayoutType.FIXED,
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      rows: [head, ...rows],
    }),
  ];
}

function headCell({ label, align }: Column, width: number, isLetter: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: thinBorders,
    shading: { type: ShadingType.CLEAR, fill: wordColours.navy, color: 'auto' },
    margins: isLetter
      ? { left: 0, right: 0, top: 40, bottom: 40 }
      : { left: 80, right: 80, top: 40, bottom: 40 },
    children: [
      paragraphOf(
        isLetter ? label.replace(' ', '\n') : label,
        {
          alignment: isLetter ? AlignmentType.CENTER : alignments[align],
          style: 'TableText',
          keepNext: true,
        },
        { bold: true, color: 'FFFFFF', ...(isLetter ? { size: 14 } : {}) },
      ),
    ],
  });
}

function bodyCell(
  cell: Cell,
  align: Column['align'],
  width: number,
  { isName, keepNext }: { readonly isName: boolean; readonly keepNext: boolean },
): TableCell {
  const isLetter = cell.kind === 'rating' && cell.form === 'letter';
  const look: RatingLook | null = cell.kind === 'rating' ? ratingLooks[cell.rating] : null;
  const run = look === null ? { bold: isName } : { bold: true, color: wordColour(look.text) };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: thinBorders,
    verticalAlign: isLetter ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(look === null
      ? {}
      : { shading: { type: ShadingType.CLEAR, fill: wordColour(look.background), color: 'auto' } }),
    margins: isLetter
      ? { left: 0, right: 0, top: 40, bottom: 40 }
      : { left: 80, right: 80, top: 40, bottom: 40 },
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext,
        alignment: isLetter ? AlignmentType.CENTER : alignments[align],
        children: [...runsOf(cellText(cell), run)],
      }),
    ],
  });
}
