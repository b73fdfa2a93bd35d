import { failure, success, type Result } from '../kit/result.ts';
import { parsePeriod } from '../plan/period-calendar.ts';
import { periodKinds, type Period, type PeriodKind } from '../plan/period.ts';
import type { Measure, Plan } from '../plan/plan.ts';
import { valueSeries, type ValueSeries } from '../plan/value.ts';
import { readCsvTable, type CsvColumns, type CsvRow } from './csv-table.ts';
import { inFileOrder, type FileProblem } from './file-problem.ts';
import { unitRanges } from './measure-fields.ts';
import { whatWouldBeRight } from './near-spelling.ts';
import { measuresOf } from './plan-references.ts';
import { inWords } from './scalar-values.ts';

/** One figure from outside: of the partnership itself or of a comparator. */
export interface FigureRow {
  readonly measureCode: string;
  readonly series: ValueSeries;
  /** Not always of the kind in which the measure is collected: a yearly official figure stands beside monthly local ones. */
  readonly period: Period;
  /** In the measure's unit. */
  readonly value: number;
  readonly source: string;
}

const figureColumns: CsvColumns = {
  required: ['measure', 'series', 'period kind', 'period', 'value', 'source'],
  optional: [],
};

/** A figures file (CSV, one row for each figure) read against its plan, or every mistake in it by row and column. */
export function readFiguresFile(
  text: string,
  plan: Plan,
  fileName: string,
): Result<readonly FigureRow[], readonly FileProblem[]> {
  const table = readCsvTable(text, fileName, figureColumns);
  if (!table.ok) return table;
  const problems: FileProblem[] = [];
  const measures = new Map(measuresOf(plan).map((measure) => [measure.code.toLowerCase(), measure]));
  const firstRows = new Map<string, number>();
  const figures = table.value.rows.flatMap((row) => {
    const figure = readFigure(row, measures, problems);
    if (figure === null) return [];
    const key = [figure.measureCode, figure.series, figure.period.kind, figure.period.key].join(' ');
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, row.row);
    else
      problems.push(
        row.problem('period', `This figure stands in row ${first} already.`, 'Keep the one that holds.'),
      );
    return [figure];
  });
  return problems.length === 0 ? success(figures) : failure(inFileOrder(problems));
}

function readFigure(
  row: CsvRow,
  measures: ReadonlyMap<string, Measure>,
  problems: FileProblem[],
): FigureRow | null {
  const measure = measures.get(row.text('measure').toLowerCase());
  if (measure === undefined) {
    const known = [...measures.values()].map(({ code }) => code);
    problems.push(
      row.problem(
        'measure',
        `There is no measure "${row.text('measure')}".`,
        whatWouldBeRight(row.text('measure'), known, 'measures'),
      ),
    );
  }
  const series = oneOf(row, 'series', valueSeries, problems);
  const kind = oneOf(row, 'period kind', periodKinds, problems);
  const period = kind === null ? null : readPeriod(row, kind, problems);
  const value = readValue(row, measure, problems);
  const source = row.text('source');
  if (source === '')
    problems.push(
      row.problem(
        'source',
        'It is not said where the figure comes from.',
        'Name the publication or the system.',
      ),
    );
  if (measure === undefined || series === null || period === null || value === null) return null;
  return { measureCode: measure.code, series, period, value, source };
}

function oneOf<T extends string>(
  row: CsvRow,
  column: string,
  options: readonly T[],
  problems: FileProblem[],
): T | null {
  const written = row
    .text(column)
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const found = options.find((option) => option === written);
  if (found !== undefined) return found;
  const said = written === '' ? `The cell is blank.` : `"${row.text(column)}" is not known.`;
  problems.push(row.problem(column, said, `Write one of: ${options.join(', ')}.`));
  return null;
}

function readPeriod(row: CsvRow, kind: PeriodKind, problems: FileProblem[]): Period | null {
  const period = parsePeriod(kind, row.text('period'));
  if (period.ok) return period.value;
  problems.push(row.problem('period', 'The period does not fit its kind.', period.error));
  return null;
}

/** A plain number as spreadsheets save it: no separators of thousands, no sign of the unit. Comparators may be means. */
function readValue(row: CsvRow, measure: Measure | undefined, problems: FileProblem[]): number | null {
  const written = row.text('value');
  if (!/^-?\d+(\.\d+)?$/.test(written)) {
    const said = written === '' ? 'The cell is blank.' : `"${written}" is not a number.`;
    problems.push(
      row.problem(
        'value',
        said,
        'Write a number as 61.3 or 1250, without % and without a comma; leave the row out where there is none.',
      ),
    );
    return null;
  }
  const value = Number(written);
  if (measure === undefined) return value;
  const rule = { ...unitRanges[measure.unit], whole: false };
  if (value >= rule.least && value <= rule.most) return value;
  problems.push(
    row.problem(
      'value',
      `${written} is not possible for a figure in ${measure.unit}.`,
      `Write ${inWords(rule)}.`,
    ),
  );
  return null;
}
