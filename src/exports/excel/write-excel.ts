import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Block, Cell, Document, Table } from '../../documents/document.ts';
import { printable } from '../../kit/printable.ts';
import { figureTable } from '../figure-annex.ts';
import { settled } from '../settled-zip.ts';
import { sheetName } from './sheet-names.ts';
import { sheetOfTable } from './sheet-of-table.ts';
import { sheetOfWords } from './sheet-of-words.ts';

/** Any day will do: the same document gives the same bytes. */
const noDay = new Date('1980-01-01T00:00:00Z');

/**
 * The document as a workbook: a sheet of words first, then each table, and the data of each chart, on a sheet of its own. What people wrote is
 * always text, also when it begins like a formula.
 */
export async function documentExcel(document: Document): Promise<Uint8Array> {
  const tables = document.blocks.flatMap((block) => {
    const table = tableOf(block);
    return table === null ? [] : [{ block, table }];
  });
  const names = new Map<Block, string>(
    tables.map(({ block, table }, index) => [block, sheetName(index + 1, printable(table.caption))]),
  );
  const nameOf = (block: Block): string => names.get(block) ?? '';
  const sheets = [
    sheetOfWords(document, nameOf),
    ...tables.map(({ block, table }) => sheetOfTable(nameOf(block), table)),
  ];
  const written = await writeXlsx({
    sheets: sheets.map((sheet) => marked(sheet, document)),
    defaultFont: { name: 'Calibri', size: 11 },
    properties: {
      title: printable(document.title),
      creator: printable(document.partnership),
      created: noDay,
      modified: noDay,
    },
  });
  return settled(written);
}

function tableOf(block: Block): Table | null {
  if (block.kind === 'table') return block.table;
  if (block.kind !== 'figure') return null;
  const { columns, rows } = figureTable(block.figure);
  return {
    caption: block.figure.title,
    columns: columns.map((label) => ({ label, width: 1, align: 'start' })),
    rows: rows.map((row) => row.map(figureCell)),
  };
}

/** A figure of a chart as a number, so that it can be counted with. */
function figureCell(text: string): Cell {
  const [, digits] = /^(-?[\d,]+(?:\.\d+)?)%?$/u.exec(text) ?? [];
  return digits === undefined
    ? { kind: 'text', text }
    : { kind: 'number', value: Number(digits.replaceAll(',', '')), text };
}

/** The marking at the head and foot of every printed page. */
function marked(sheet: WriteSheet, { marking, position }: Document): WriteSheet {
  const shown = headerText(marking);
  return {
    ...sheet,
    headerFooter: {
      oddHeader: `&C${shown}`,
      oddFooter: `&L${headerText(position)}&C${shown}&RPage &P of &N`,
    },
  };
}

/** In a header `&` begins a code, and a text may be 255 characters with its codes (ECMA-376, 18.3.1.36). */
function headerText(text: string): string {
  const shown = printable(text).replaceAll('\n', ' ').replaceAll('&', '&&');
  return shown.length <= 80 ? shown : '';
}
