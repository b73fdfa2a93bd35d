import { isScalar } from 'yaml';
import { cleanText } from '../kit/clean-text.ts';
import type { Cell, YamlSheet } from './yaml-sheet.ts';

export interface NumberRule {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** The text of a place, within its limit and cleaned of what cannot be seen; '' when it is none. */
export function textIn(sheet: YamlSheet, cell: Cell, limit: number): string {
  const written = asWritten(cell);
  if (written === null) {
    sheet.report(
      cell,
      'A text should stand here.',
      'Write it on the same line, in quotes if it begins with a mark or holds ": ".',
    );
    return '';
  }
  const text = cleanText(written).trim();
  if (text === '') {
    sheet.report(cell, 'The text is empty.', 'Write it, or leave the whole line out where it is not needed.');
  } else if (text.length > limit) {
    sheet.report(
      cell,
      `The text has ${text.length} characters; there is room for ${limit}.`,
      'Say it more briefly.',
    );
  }
  return text;
}

/** The number of a place; 0 when there is none or it lies outside the rule. */
export function numberIn(sheet: YamlSheet, cell: Cell, rule: NumberRule): number {
  const value: unknown = isScalar(cell.node) ? cell.node.value : undefined;
  const fits =
    typeof value === 'number' &&
    value >= rule.least &&
    value <= rule.most &&
    (!rule.whole || Number.isInteger(value));
  if (fits) return value;
  const written = asWritten(cell);
  sheet.report(
    cell,
    `${written === null ? 'This' : `"${written}"`} does not fit here.`,
    `Write ${inWords(rule)}.`,
  );
  return 0;
}

/** `a whole number from 1 to 12`. */
export function inWords(rule: NumberRule): string {
  return `a ${rule.whole ? 'whole ' : ''}number from ${rule.least} to ${rule.most}`;
}

/** What stands in the file: a code such as `2026` is meant as text though it looks like a number. */
export function asWritten(cell: Cell): string | null {
  if (!isScalar(cell.node) || cell.node.value === null) return null;
  const value: unknown = cell.node.value;
  return typeof value === 'string' ? value : (cell.node.source ?? '');
}
