import type { Indicator } from '../plan/plan.ts';
import { fileLimits } from './file-limits.ts';
import { readMeasure } from './measure-fields.ts';
import { RecordReader } from './record-reader.ts';
import type { Cell, YamlSheet } from './yaml-sheet.ts';

/** A line of the plan and the measures behind it; an only measure may take over the line's code and words. */
export function readIndicator(sheet: YamlSheet, cell: Cell): Indicator {
  const fields = new RecordReader(sheet, cell, ['code', 'theme', 'text', 'measures', 'notes']);
  const code = fields.code('code', fileLimits.code);
  const themeCode = fields.text('theme', fileLimits.longCode);
  const text = fields.text('text', fileLimits.text);
  const count = fields.count('measures');
  if (count === 0) {
    sheet.report(
      fields.field('measures'),
      'The indicator has no measure.',
      'Write "measures:" and at least one entry with unit, polarity, collection and source.',
    );
  }
  const home = { indicatorCode: code, themeCode, text, alone: count === 1 };
  return {
    code,
    themeCode,
    text,
    measures: fields.list('measures', 'measure', (item) => readMeasure(sheet, item, home)),
    notes: fields.words('notes', fileLimits.note),
  };
}
