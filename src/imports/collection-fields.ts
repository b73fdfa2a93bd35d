import { isScalar } from 'yaml';
import { isMonth } from '../plan/month.ts';
import type { Collection, Release } from '../plan/plan.ts';
import { fileLimits } from './file-limits.ts';
import { RecordReader } from './record-reader.ts';
import { numberIn, textIn } from './scalar-values.ts';
import { nearest } from './near-spelling.ts';
import type { Cell, YamlSheet } from './yaml-sheet.ts';

const calendarMonth = { least: 1, most: 12, whole: true };
/** The last month, the one before; a claimant count for a month comes out in the middle of the next. */
const monthly: Collection = { every: 'month', periodKind: 'month', monthsBack: 1 };
const quarterly: Collection = { every: 'quarter', periodKind: 'quarter', monthsAfterEnd: 1 };
const never: Collection = { every: 'never', reason: '' };

const howToWrite =
  'Write monthly, quarterly, {every: year, period: academic_year, releases: [11]}, or {never: the reason}.';

/** When a figure is asked for: one word for the usual cases, a group of fields for the others. */
export function readCollection(sheet: YamlSheet, fields: RecordReader): Collection {
  const cell = fields.field('collection');
  if (!fields.has('collection')) {
    sheet.report(cell, '"collection" is missing.', howToWrite);
    return never;
  }
  if (isScalar(cell.node)) return oneWord(sheet, cell, textIn(sheet, cell, fileLimits.name));
  const inner = new RecordReader(sheet, cell, [
    'every',
    'never',
    'period',
    'months_back',
    'months_after_end',
    'releases',
    'paused_until',
  ]);
  if (inner.has('never')) return { every: 'never', reason: inner.text('never', fileLimits.note) };
  return byRhythm(sheet, inner);
}

function oneWord(sheet: YamlSheet, cell: Cell, word: string): Collection {
  if (word === 'monthly') return monthly;
  if (word === 'quarterly') return quarterly;
  const near = nearest(word, ['monthly', 'quarterly']);
  sheet.report(
    cell,
    `"${word}" does not say when the figure is due.`,
    near === null ? howToWrite : `Did you mean "${near}"?`,
  );
  return never;
}

function byRhythm(sheet: YamlSheet, inner: RecordReader): Collection {
  const every = inner.oneOf('every', ['month', 'quarter', 'year']);
  const belongs = fieldsOf[every];
  for (const name of ['period', 'months_back', 'months_after_end', 'releases', 'paused_until']) {
    if (inner.has(name) && !belongs.includes(name)) {
      sheet.report(
        inner.field(name),
        `"${name}" does not belong to a figure of every ${every}.`,
        `Its fields are: ${belongs.join(', ')}.`,
      );
    }
  }
  switch (every) {
    case 'month':
      return {
        every,
        periodKind: inner.oneOf('period', ['month', 'rolling_12_months'], 'month'),
        monthsBack: inner.number('months_back', { least: 0, most: 36, whole: true }, 1),
      };
    case 'quarter':
      return {
        every,
        periodKind: 'quarter',
        monthsAfterEnd: inner.number('months_after_end', { least: 1, most: 24, whole: true }, 1),
      };
    case 'year':
      return {
        every,
        periodKind: inner.oneOf('period', ['academic_year', 'calendar_year', 'financial_year']),
        releases: readReleases(sheet, inner),
        pausedUntil: readPause(sheet, inner),
      };
  }
}

const fieldsOf: Readonly<Record<'month' | 'quarter' | 'year', readonly string[]>> = {
  month: ['period', 'months_back'],
  quarter: ['months_after_end'],
  year: ['period', 'releases', 'paused_until'],
};

function readReleases(sheet: YamlSheet, inner: RecordReader): Release[] {
  const releases = inner.list('releases', 'release', (cell): Release => {
    if (isScalar(cell.node))
      return { month: numberIn(sheet, cell, calendarMonth), status: 'final', periodsBack: 0 };
    const fields = new RecordReader(sheet, cell, ['month', 'status', 'periods_back']);
    return {
      month: fields.number('month', calendarMonth),
      status: fields.oneOf('status', ['provisional', 'final'], 'final'),
      periodsBack: fields.number('periods_back', { least: -1, most: 5, whole: true }, 0),
    };
  });
  if (releases.length === 0) {
    sheet.report(
      inner.field('releases'),
      'No month is named in which the figure comes out.',
      'Write e.g. releases: [11] for November.',
    );
  }
  return releases;
}

function readPause(sheet: YamlSheet, inner: RecordReader): string | null {
  if (!inner.has('paused_until')) return null;
  const cell = inner.field('paused_until');
  const written = textIn(sheet, cell, fileLimits.name);
  if (isMonth(written)) return written;
  sheet.report(cell, `"${written}" is not a month.`, 'Write a month as 2027-10.');
  return null;
}
