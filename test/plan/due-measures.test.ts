import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueFigures, dueMeasures, lastDue, nextDue, whenNextDue } from '../../src/plan/due-measures.ts';
import { addMonths } from '../../src/plan/month.ts';
import { nextPeriod, periodEnd } from '../../src/plan/period-calendar.ts';
import type { Collection, Measure, Release } from '../../src/plan/plan.ts';
import {
  attainment,
  bedAndBreakfast,
  careLeavers,
  carePlans,
  claimants,
  destinations,
  discontinued,
  measureCollected,
  planOf,
  progress,
  reReferrals,
} from './collected-measures.ts';

const someMonth = fc.integer({ min: 0, max: 131 }).map((count) => addMonths('2023-01', count));
const plan = planOf([
  claimants,
  reReferrals,
  bedAndBreakfast,
  carePlans,
  careLeavers,
  destinations,
  attainment,
  progress,
  discontinued,
]);
const asked = (month: string) =>
  dueMeasures(plan, month).map(({ measure, period, status }) => `${measure.code} ${period.key} ${status}`);

describe('what a cycle asks for', () => {
  test.each([
    ['2026-10', ['I32a 2026-09 final', 'I15 2026-08 final', 'I11 2024/25 final', 'I07a 2025/26 provisional']],
    ['2026-11', ['I32a 2026-10 final', 'I15 2026-09 final', 'I25 2026/27-Q1 final', 'I26 2025/26 final']],
    ['2026-12', ['I32a 2026-11 final', 'I15 2026-10 final']],
    ['2027-01', ['I32a 2026-12 final', 'I15 2026-11 final']],
    ['2027-02', ['I32a 2027-01 final', 'I15 2026-12 final', 'I25 2026/27-Q2 final', 'I07a 2025/26 final']],
    ['2027-06', ['I32a 2027-05 final', 'I15 2027-04 final', 'I05 2026 final']],
    [
      '2027-10',
      [
        'I32a 2027-09 final',
        'I15 2027-08 final',
        'I11 2025/26 final',
        'I07a 2026/27 provisional',
        'I07e 2026/27 provisional',
      ],
    ],
  ])('in %s', (month, figures) => {
    expect(asked(month)).toEqual(figures);
  });

  test.each([
    [0, '2026-06', '2026/27-Q1'],
    [1, '2026-07', '2026/27-Q1'],
    [3, '2026-12', '2026/27-Q2'],
    [4, '2027-07', '2026/27-Q4'],
  ])('a quarter that takes %i months is asked for in %s: %s', (monthsAfterEnd, month, key) => {
    const measure = measureCollected('Q', { every: 'quarter', periodKind: 'quarter', monthsAfterEnd });

    expect(dueFigures(measure, month).map(({ period }) => period.key)).toEqual([key]);
    expect(dueFigures(measure, addMonths(month, 1))).toEqual([]);
  });

  test('in September the academic year that ended the day before is the last one', () => {
    const releases: Release[] = [{ month: 9, status: 'provisional', periodsBack: 0 }];
    const measure = measureCollected('I06', {
      every: 'year',
      periodKind: 'academic_year',
      releases,
      pausedUntil: null,
    });

    expect(dueFigures(measure, '2026-09').map(({ period }) => period.key)).toEqual(['2025/26']);
  });

  test('two periods that come out in one month are both asked for, the newer first', () => {
    const releases: Release[] = [
      { month: 3, status: 'final', periodsBack: 1 },
      { month: 3, status: 'provisional', periodsBack: 0 },
    ];
    const measure = measureCollected('I08a', {
      every: 'year',
      periodKind: 'academic_year',
      releases,
      pausedUntil: null,
    });

    expect(dueFigures(measure, '2027-03').map(({ period, status }) => `${period.key} ${status}`)).toEqual([
      '2025/26 provisional',
      '2024/25 final',
    ]);
  });
});

const someRelease: fc.Arbitrary<Release> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  status: fc.constantFrom('provisional', 'final'),
  periodsBack: fc.integer({ min: 0, max: 2 }),
});
const someMeasure: fc.Arbitrary<Measure> = fc
  .oneof(
    fc.record({
      every: fc.constant('month' as const),
      periodKind: fc.constantFrom('month' as const, 'rolling_12_months' as const),
      monthsBack: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({
      every: fc.constant('quarter' as const),
      periodKind: fc.constant('quarter' as const),
      monthsAfterEnd: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({
      every: fc.constant('year' as const),
      periodKind: fc.constantFrom(
        'academic_year' as const,
        'calendar_year' as const,
        'financial_year' as const,
      ),
      releases: fc.array(someRelease, { minLength: 1, maxLength: 3 }),
      pausedUntil: fc.option(someMonth, { nil: null }),
    }),
  )
  .map((collection: Collection) => measureCollected('M', collection));
const timesAYear = ({ collection }: Measure) => {
  if (collection.every === 'year') return collection.releases.length;
  return { month: 12, quarter: 4, never: 0 }[collection.every];
};
const isUnpaused = ({ collection }: Measure) =>
  collection.every !== 'year' || collection.pausedUntil === null;

test('over any twelve months a monthly figure is asked for twelve times, a quarterly four, a yearly release once', () => {
  fc.assert(
    fc.property(someMeasure.filter(isUnpaused), someMonth, (measure, month) => {
      const year = Array.from({ length: 12 }, (_, index) =>
        dueMeasures(planOf([measure]), addMonths(month, index)),
      );

      expect(year.flat()).toHaveLength(timesAYear(measure));
    }),
  );
});

test('no figure is asked for before its period is over', () => {
  fc.assert(
    fc.property(someMeasure, someMonth, (measure, month) => {
      for (const { period } of dueFigures(measure, month))
        expect(periodEnd(period) < `${month}-01`).toBe(true);
    }),
  );
});

test('a monthly or quarterly figure leaves no period out', () => {
  fc.assert(
    fc.property(someMeasure, someMonth, (measure, month) => {
      fc.pre(measure.collection.every !== 'year');
      const first = nextDue(measure, month)!;

      expect(nextDue(measure, first.month)?.period).toEqual(nextPeriod(first.period));
    }),
  );
});

test('the next figure is the first there is, and none is asked for in the months before it', () => {
  fc.assert(
    fc.property(someMeasure, someMonth, (measure, month) => {
      const next = nextDue(measure, month)!;

      expect(next.month > month).toBe(true);
      expect(dueFigures(measure, next.month)).toContainEqual(next);
      for (let between = addMonths(month, 1); between < next.month; between = addMonths(between, 1)) {
        expect(dueFigures(measure, between)).toEqual([]);
      }
    }),
  );
});

describe('what would be news', () => {
  const year = (key: string, provisional: boolean) => ({
    period: { kind: 'academic_year' as const, key },
    provisional,
  });

  test.each([
    ['a provisional figure is followed by the final one', year('2025/26', true), '2025/26 final in 2027-02'],
    ['a final figure by the next year', year('2025/26', false), '2026/27 provisional in 2027-10'],
    [
      'a figure of long ago by the release that comes next',
      year('2023/24', false),
      '2025/26 final in 2027-02',
    ],
  ])('%s', (_name, known, answer) => {
    const next = nextDue(attainment, '2026-11', known)!;

    expect(`${next.period.key} ${next.status} in ${next.month}`).toBe(answer);
  });

  test('nothing is, when a figure lies years ahead of the calendar', () => {
    expect(nextDue(attainment, '2026-11', year('2035/36', false))).toBeNull();
  });
});

test('nothing is asked for while a series is paused', () => {
  fc.assert(
    fc.property(someMeasure, someMonth, (measure, month) => {
      const pausedUntil = measure.collection.every === 'year' ? measure.collection.pausedUntil : null;
      fc.pre(pausedUntil !== null && month < pausedUntil);

      expect(dueFigures(measure, month)).toEqual([]);
    }),
  );
});

describe('the newest figure that was asked for so far', () => {
  test.each([
    [claimants, '2026-11', '2026-10 final in 2026-11'],
    [bedAndBreakfast, '2026-12', '2026/27-Q1 final in 2026-11'],
    [attainment, '2026-12', '2025/26 provisional in 2026-10'],
    [attainment, '2027-03', '2025/26 final in 2027-02'],
    [attainment, '2027-09', '2025/26 final in 2027-02'],
    [careLeavers, '2026-10', '2024/25 final in 2025-11'],
    [careLeavers, '2026-11', '2025/26 final in 2026-11'],
  ])('of $code in %s is %s', (measure, month, answer) => {
    const due = lastDue(measure, month);

    expect(`${due!.period.key} ${due!.status} in ${due!.month}`).toBe(answer);
  });

  test('is none for a paused series and for one nobody collects', () => {
    expect(lastDue(progress, '2027-09')).toBeNull();
    expect(lastDue(discontinued, '2026-11')).toBeNull();
  });
});

describe('when the next figure comes is said in words', () => {
  test.each([
    [careLeavers, '2026-10', 'next figure due November 2026, for financial year 2025/26'],
    [careLeavers, '2026-11', 'next figure due November 2027, for financial year 2026/27'],
    [attainment, '2026-09', 'next figure due October 2026 (provisional), for academic year 2025/26'],
    [attainment, '2026-10', 'next figure due February 2027, for academic year 2025/26'],
    [progress, '2026-11', 'next figure due October 2027 (provisional), for academic year 2026/27'],
    [bedAndBreakfast, '2026-11', 'next figure due February 2027, for July to September 2026 (Q2 2026/27)'],
    [reReferrals, '2026-10', 'next figure due November 2026, for 12 months to September 2026'],
    [discontinued, '2026-11', 'no figure is asked for: no definition is agreed'],
  ])('$code after %s', (measure, month, words) => {
    expect(whenNextDue(measure, month)).toBe(words);
  });

  test('also where a plan names no release', () => {
    const measure = measureCollected('M', {
      every: 'year',
      periodKind: 'calendar_year',
      releases: [],
      pausedUntil: null,
    });

    expect(nextDue(measure, '2026-11')).toBeNull();
    expect(whenNextDue(measure, '2026-11')).toBe('no new figure is due within two years');
  });
});
