import { isScalar } from 'yaml';
import {
  units,
  type Measure,
  type MeasureTarget,
  type PeriodFigure,
  type Suppression,
  type Tolerance,
  type Unit,
} from '../plan/plan.ts';
import { readCollection } from './collection-fields.ts';
import { fileLimits } from './file-limits.ts';
import { RecordReader } from './record-reader.ts';
import { numberIn, type NumberRule } from './scalar-values.ts';
import type { Cell, YamlSheet } from './yaml-sheet.ts';

const measureFields = [
  'code',
  'label',
  'unit',
  'polarity',
  'collection',
  'source',
  'asks_fraction',
  'baseline',
  'targets',
  'tolerance',
  'minimum_change',
  'suppression',
  'year_to_date_from',
  'sensitive',
  'sum_of',
  'notes',
] as const;

/** What a figure of the unit can be at all; Progress 8 (score) may be negative. */
export const unitRanges: Readonly<Record<Unit, NumberRule>> = {
  percent: { least: 0, most: 100, whole: false },
  points: { least: 0, most: 1000, whole: false },
  score: { least: -10, most: 10, whole: false },
  count: { least: 0, most: 100_000_000, whole: true },
  days: { least: 0, most: 10_000, whole: false },
  per_100_pupils: { least: 0, most: 1000, whole: false },
  per_1000: { least: 0, most: 1000, whole: false },
  per_1000_live_births: { least: 0, most: 1000, whole: false },
  per_100000: { least: 0, most: 100_000, whole: false },
};

/** The least difference that counts where the file names none: about what rounding alone can move. */
const usualMinimumChange: Readonly<Record<Unit, number>> = {
  percent: 0.5,
  points: 0.3,
  score: 0.05,
  count: 5,
  days: 10,
  per_100_pupils: 0.5,
  per_1000: 0.5,
  per_1000_live_births: 0.5,
  per_100000: 5,
};

/** What a measure takes over from the indicator it stands under. */
export interface MeasureHome {
  readonly indicatorCode: string;
  readonly themeCode: string;
  readonly text: string;
  /** True when it is the indicator's only measure: then it may share the indicator's code and words. */
  readonly alone: boolean;
}

export function readMeasure(sheet: YamlSheet, cell: Cell, home: MeasureHome): Measure {
  const fields = new RecordReader(sheet, cell, measureFields);
  const unit = fields.oneOf('unit', units);
  return {
    code: home.alone && !fields.has('code') ? home.indicatorCode : fields.code('code', fileLimits.code),
    indicatorCode: home.indicatorCode,
    themeCode: home.themeCode,
    label: home.alone
      ? (fields.optionalText('label', fileLimits.label) ?? home.text)
      : fields.text('label', fileLimits.label),
    unit,
    polarity: fields.oneOf('polarity', ['higher', 'lower', 'none']),
    collection: readCollection(sheet, fields),
    source: fields.text('source', fileLimits.source),
    asksFraction: fields.flag('asks_fraction'),
    baseline: fields.has('baseline') ? readBaseline(sheet, fields.field('baseline'), unit) : null,
    targets: fields.list('targets', 'target', (item) => readTarget(sheet, item, unit)),
    tolerance: readTolerance(sheet, fields, unit),
    minimumChange: fields.number(
      'minimum_change',
      { least: 0, most: 100_000, whole: false },
      usualMinimumChange[unit],
    ),
    suppression: readSuppression(sheet, fields),
    ...(fields.has('year_to_date_from') && {
      yearToDateFrom: fields.number('year_to_date_from', { least: 1, most: 12, whole: true }),
    }),
    sensitive: fields.flag('sensitive'),
    sumOf: fields.words('sum_of', fileLimits.code),
    notes: fields.words('notes', fileLimits.note),
  };
}

function readBaseline(sheet: YamlSheet, cell: Cell, unit: Unit): PeriodFigure {
  const fields = new RecordReader(sheet, cell, ['period', 'value']);
  return { period: fields.text('period', fileLimits.code), value: fields.number('value', unitRanges[unit]) };
}

function readTarget(sheet: YamlSheet, cell: Cell, unit: Unit): MeasureTarget {
  const fields = new RecordReader(sheet, cell, ['from', 'value']);
  return { from: fields.text('from', fileLimits.code), value: fields.number('value', unitRanges[unit]) };
}

/** `tolerance: 5` is five per cent of the target; `tolerance: {absolute: 2}` is two of the measure's own unit. */
function readTolerance(sheet: YamlSheet, fields: RecordReader, unit: Unit): Tolerance {
  const anyAmount: NumberRule = { least: 0, most: 100_000, whole: false };
  const usual: Tolerance =
    unit === 'score' ? { kind: 'absolute', amount: 0.1 } : { kind: 'relative_percent', amount: 10 };
  if (!fields.has('tolerance')) return usual;
  const cell = fields.field('tolerance');
  if (isScalar(cell.node)) {
    return { kind: 'relative_percent', amount: numberIn(sheet, cell, { least: 0, most: 100, whole: false }) };
  }
  const inner = new RecordReader(sheet, cell, ['relative_percent', 'absolute']);
  if (inner.has('absolute')) return { kind: 'absolute', amount: inner.number('absolute', anyAmount) };
  return {
    kind: 'relative_percent',
    amount: inner.number('relative_percent', { least: 0, most: 100, whole: false }),
  };
}

/** Counts of 1 to 4 are hidden unless the file says otherwise: "fewer than five" is the usual rule of publication. */
function readSuppression(sheet: YamlSheet, fields: RecordReader): Suppression {
  if (!fields.has('suppression')) return { hideUpTo: 4, hideZero: false, roundTo: null };
  const inner = new RecordReader(sheet, fields.field('suppression'), ['hide_up_to', 'hide_zero', 'round_to']);
  return {
    hideUpTo: inner.number('hide_up_to', { least: 0, most: 100, whole: true }, 4),
    hideZero: inner.flag('hide_zero'),
    roundTo: inner.has('round_to') ? inner.number('round_to', { least: 2, most: 100, whole: true }) : null,
  };
}
