import { stringify } from 'csv-stringify/sync';
import { assertNever } from '../kit/assert-never.ts';
import { printable } from '../kit/printable.ts';
import { chartTable } from '../plan/chart-table.ts';
import { ratingLooks } from '../plan/rating.ts';
import type { Block, Cell, Document } from '../documents/document.ts';
import { cellText } from './cell-text.ts';

/** One table of the file; every one of its lines starts with its name. */
interface NamedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Field[])[];
}

type Field = string | number;

/**
 * The document as one CSV file for a spreadsheet: what it is, its tables, the data of its figures, and last its text.
 * The column "Table" names the table of each line, so that one can be filtered out; each table has its own header
 * line. Every line has the same number of fields. No field can be read as a formula: a text that begins like one gets
 * an apostrophe before it (OWASP, CSV injection).
 */
export function documentCsv(document: Document): string {
  const tables = [aboutTable(document), ...document.blocks.flatMap(dataTables), textTable(document.blocks)];
  const width =
    1 +
    Math.max(
      ...tables.map(({ columns, rows }) => Math.max(columns.length, ...rows.map((row) => row.length))),
    );
  const lines = tables
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ name, columns, rows }) => [['Table', ...columns], ...rows.map((row) => [name, ...row])]);
  return stringify(
    lines.map((line) => Array.from({ length: width }, (_, index) => safeField(line[index] ?? ''))),
    {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      // Without it a field with a bare line break would stand unquoted and break its row.
      quoted_match: /[\r\n]/,
    },
  );
}

function aboutTable(document: Document): NamedTable {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Title', document.title],
    ['Subtitle', document.subtitle],
    ['Partnership', document.partnership],
    ['Marking', document.marking],
    ['Position', document.position],
    ['Notice', document.banner],
    ['Record', document.auditHead],
  ];
  const rows = facts.flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
  return { name: 'About this file', columns: ['What', 'Value'], rows };
}

function dataTables(block: Block): NamedTable[] {
  if (block.kind === 'table') {
    const { caption, columns, rows } = block.table;
    return [
      {
        name: caption,
        columns: columns.map(({ label }) => label),
        rows: rows.map((row) => row.map(cellField)),
      },
    ];
  }
  if (block.kind === 'figure') return [{ name: block.figure.title, ...chartTable(block.figure.chart) }];
  return [];
}

/** Everything that is not a table, line by line under its heading, so that the file leaves nothing out. */
function textTable(blocks: readonly Block[]): NamedTable {
  let part = '';
  const rows = blocks.flatMap((block): (readonly string[])[] => {
    switch (block.kind) {
      case 'heading':
        part = block.text;
        return [[part, 'Heading', '', '', '']];
      case 'paragraph':
        return [[part, 'Paragraph', '', '', block.text]];
      case 'list':
        return block.items.map((item) => [part, 'List', '', '', item]);
      case 'callout':
        return [
          [
            part,
            'Callout',
            block.title,
            block.rating === null ? '' : ratingLooks[block.rating].word,
            block.text,
          ],
        ];
      case 'figure':
        return [[part, 'Figure', block.figure.title, '', `${block.figure.alt}\n${block.caption}`]];
      case 'table':
      case 'page_break':
        return [];
      default:
        return assertNever(block);
    }
  });
  return { name: 'Text', columns: ['Part', 'Kind', 'Title', 'Rating', 'Text'], rows };
}

/** Days sort as 2027-03-31; a number that is written as itself is a number, one with a unit stays as the board saw it. */
function cellField(cell: Cell): Field {
  if (cell.kind === 'date') return cell.day;
  if (
    cell.kind === 'number' &&
    Number(cell.text.replaceAll(',', '')) === cell.value &&
    cell.text.trim() !== ''
  ) {
    return cell.value;
  }
  return cellText(cell);
}

/**
 * A spreadsheet looks past leading space when it looks for a formula, so what follows the space decides. The writer's
 * own guard (first character only) stays on behind this one.
 */
function safeField(field: Field): Field {
  if (typeof field === 'number') return field;
  const text = printable(field);
  return /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\n]/.test(text) ? `'${text}` : text;
}
