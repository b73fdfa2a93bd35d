import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  isMonth,
  monthInWords,
  monthName,
  monthsBetween,
  shortMonth,
} from '../../src/plan/month.ts';

const someMonth = fc.integer({ min: -400, max: 400 }).map((count) => addMonths('2026-01', count));

test.each([
  ['2026-11', true],
  ['2026-01', true],
  ['2026-12', true],
  ['2026-00', false],
  ['2026-13', false],
  ['2026-1', false],
  ['26-11', false],
  ['2026-11-03', false],
])('whether "%s" is a month: %s', (text, answer) => {
  expect(isMonth(text)).toBe(answer);
});

test.each([
  ['2026-11', 3, '2027-02'],
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2026-11', -12, '2025-11'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months is %s', (month, count, later) => {
  expect(addMonths(month, count)).toBe(later);
  expect(monthsBetween(month, later)).toBe(count);
});

test('months are counted on and back alike, stay months, and sort as text as they do in time', () => {
  fc.assert(
    fc.property(someMonth, fc.integer({ min: -300, max: 300 }), (month, count) => {
      const later = addMonths(month, count);

      expect(isMonth(later)).toBe(true);
      expect(addMonths(later, -count)).toBe(month);
      expect(monthsBetween(month, later)).toBe(count);
      expect(later > month).toBe(count > 0);
    }),
  );
});

test('months are said in full, and shortly on a chart', () => {
  expect(monthInWords('2026-11')).toBe('November 2026');
  expect(monthName('2027-01')).toBe('January');
  expect(shortMonth('2026-09')).toBe('Sep 26');
});
