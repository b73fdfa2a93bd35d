import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/kit/local-date.ts';
import { periodContaining } from '../../src/plan/period-calendar.ts';
import { periodInWords, shortPeriod } from '../../src/plan/period-words.ts';
import { periodKinds, type PeriodKind } from '../../src/plan/period.ts';

test.each<[PeriodKind, string, string, string]>([
  ['month', '2026-10', 'October 2026', 'Oct 26'],
  ['quarter', '2026/27-Q1', 'April to June 2026 (Q1 2026/27)', 'Q1 26/27'],
  ['quarter', '2026/27-Q2', 'July to September 2026 (Q2 2026/27)', 'Q2 26/27'],
  ['quarter', '2026/27-Q4', 'January to March 2027 (Q4 2026/27)', 'Q4 26/27'],
  ['financial_year', '2025/26', 'financial year 2025/26', '2025/26'],
  ['academic_year', '2025/26', 'academic year 2025/26', '2025/26'],
  ['calendar_year', '2026', 'calendar year 2026', '2026'],
  ['rolling_12_months', '2026-10', '12 months to October 2026', 'to Oct 26'],
  ['date', '2026-03-31', 'at 31 March 2026', '31 Mar 26'],
  ['date', '2026-11-03', 'at 3 November 2026', '3 Nov 26'],
])('%s %s is said as "%s" and stands on a chart as "%s"', (kind, key, words, short) => {
  expect(periodInWords({ kind, key })).toBe(words);
  expect(shortPeriod({ kind, key })).toBe(short);
});

test('two periods of a kind are never said alike, and a chart label has ten characters at most', () => {
  const someDay = fc.integer({ min: 0, max: 15_000 }).map((count) => addDays('2001-01-01', count));

  fc.assert(
    fc.property(fc.constantFrom(...periodKinds), someDay, someDay, (kind, day, otherDay) => {
      const [one, other] = [periodContaining(kind, day), periodContaining(kind, otherDay)];

      expect(periodInWords(one) === periodInWords(other)).toBe(one.key === other.key);
      expect(shortPeriod(one) === shortPeriod(other)).toBe(one.key === other.key);
      expect(shortPeriod(one).length).toBeLessThanOrEqual(10);
    }),
  );
});
