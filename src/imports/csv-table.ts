import { CsvError, parse } from 'csv-parse/sync';
import { cleanText } from '../kit/clean-text.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { FileProblem } from './file-problem.ts';
import { whatWouldBeRight } from './near-spelling.ts';
import { withoutMark, wholeFileProblem } from './text-file.ts';

/** A spreadsheet saved as CSV: rows whose cells are found by the names of their columns. */
export interface CsvTable {
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** As the spreadsheet numbers it; the heading is row 1. */
  readonly row: number;
  /** The line of the file in which the row begins; later than the row where cells hold line breaks. */
  readonly line: number;
  /** The cell's text, cleaned and without outer spaces; '' for a cell or column that is not there. Never a formula. */
  text(column: string): string;
  /** What is wrong in this row, at a column of it. */
  problem(column: string, problem: string, right: string): FileProblem;
}

export interface CsvColumns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Reads RFC 4180 text as spreadsheets write it: comma or semicolon between cells (as the machine's region has it), any
 * line ends, with or without a byte order mark. Rows that are blank throughout are passed over.
 */
export function readCsvTable(
  text: string,
  fileName: string,
  columns: CsvColumns,
): Result<CsvTable, readonly FileProblem[]> {
  const whole = wholeFileProblem(text, fileName, 'CSV UTF-8 (in Excel: Save As, "CSV UTF-8")');
  if (whole !== null) return failure([whole]);
  const records = readRecords(withoutMark(text).replace(/\r\n?/g, '\n'));
  if (!records.ok) return failure([records.error]);
  const [heading, ...others] = records.value;
  const names = (heading?.cells ?? []).map(columnName);
  const problems = headingProblems(names, columns);
  if (problems.length > 0) return failure(problems);
  const filled = others.filter((record) => record.cells.some((cell) => cell !== ''));
  if (filled.length === 0) {
    return failure([
      {
        line: 1,
        where: 'row 1',
        problem: `${fileName} holds a heading and no rows.`,
        right: 'Write one row for each entry under it.',
      },
    ]);
  }
  return success({ rows: filled.map((record) => rowOf(record, names)) });
}

interface CsvRecord {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
}

function readRecords(text: string): Result<CsvRecord[], FileProblem> {
  const lastLines: number[] = [];
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      onRecord: (record: string[], { lines }) => {
        lastLines.push(lines);
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failure({
      line: lineOfOpenQuote(text),
      where: 'the way it is written',
      problem:
        'A quotation mark is opened here and not closed, or something stands between it and the next separator.',
      right: 'Put a cell that holds quotation marks in quotation marks and double those inside.',
    });
  }
  return success(
    records.map((record, index) => ({
      row: index + 1,
      line: (lastLines[index - 1] ?? 0) + 1,
      cells: record.map((cell) => cleanText(cell).trim()),
    })),
  );
}

/** Excel in the United Kingdom writes commas, elsewhere semicolons; the heading shows which. */
function separatorOf(text: string): string {
  const heading = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const count = (mark: string) => heading.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The last line on which a quotation mark was opened and stayed open. */
function lineOfOpenQuote(text: string): number {
  let open = false;
  let line = 1;
  text.split('\n').forEach((content, index) => {
    const odd = content.split('"').length % 2 === 0;
    if (!odd) return;
    open = !open;
    if (open) line = index + 1;
  });
  return line;
}

/** `Job Title`, `job_title` and `job title` are one. */
function columnName(written: string): string {
  return written
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

function headingProblems(names: readonly string[], { required, optional }: CsvColumns): FileProblem[] {
  const known = [...required, ...optional];
  const at = (index: number, problem: string, right: string): FileProblem => ({
    line: 1,
    column: index + 1,
    where: `row 1, column ${index + 1}`,
    problem,
    right,
  });
  const wrong = names.flatMap((name, index) => {
    if (name === '') return [];
    if (!known.includes(name))
      return [at(index, `There is no column "${name}".`, whatWouldBeRight(name, known, 'columns'))];
    if (names.indexOf(name) < index)
      return [at(index, `The column "${name}" stands twice.`, 'Keep one of the two.')];
    return [];
  });
  const missing = required.filter((name) => !names.includes(name));
  return [
    ...wrong,
    ...missing.map((name) =>
      at(names.length, `The column "${name}" is missing.`, 'The first row holds the names of the columns.'),
    ),
  ];
}

function rowOf({ row, line, cells }: CsvRecord, names: readonly string[]): CsvRow {
  return {
    row,
    line,
    text: (column) => cells[names.indexOf(column)] ?? '',
    problem: (column, problem, right) => ({
      line,
      column: Math.max(1, names.indexOf(column) + 1),
      where: `row ${row}, column ${column}`,
      problem,
      right,
    }),
  };
}
