import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/kit/local-date.ts';
import {
  addPeriods,
  comparePeriods,
  lastPeriodEndedBefore,
  nextPeriod,
  parsePeriod,
  periodContaining,
  periodEnd,
  periodStart,
  previousPeriod,
  samePeriodLastYear,
} from '../../src/plan/period-calendar.ts';
import { periodKinds, type PeriodKind } from '../../src/plan/period.ts';

const someDay = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays('1993-06-01', count));
const someKind = fc.constantFrom(...periodKinds);
const somePeriod = fc.tuple(someKind, someDay).map(([kind, day]) => periodContaining(kind, day));

describe('the first and the last day', () => {
  test.each<[PeriodKind, string, string, string]>([
    ['month', '2026-10', '2026-10-01', '2026-10-31'],
    ['month', '2028-02', '2028-02-01', '2028-02-29'],
    ['quarter', '2026/27-Q1', '2026-04-01', '2026-06-30'],
    ['quarter', '2026/27-Q2', '2026-07-01', '2026-09-30'],
    ['quarter', '2026/27-Q3', '2026-10-01', '2026-12-31'],
    ['quarter', '2026/27-Q4', '2027-01-01', '2027-03-31'],
    ['financial_year', '2025/26', '2025-04-01', '2026-03-31'],
    ['academic_year', '2025/26', '2025-09-01', '2026-08-31'],
    ['academic_year', '1999/00', '1999-09-01', '2000-08-31'],
    ['calendar_year', '2026', '2026-01-01', '2026-12-31'],
    ['rolling_12_months', '2026-10', '2025-11-01', '2026-10-31'],
    ['rolling_12_months', '2028-02', '2027-03-01', '2028-02-29'],
    ['date', '2026-03-31', '2026-03-31', '2026-03-31'],
  ])('of %s %s are %s and %s', (kind, key, start, end) => {
    expect(periodStart({ kind, key })).toBe(start);
    expect(periodEnd({ kind, key })).toBe(end);
  });
});

describe('a period that does not exist is refused with a sentence', () => {
  test.each<[PeriodKind, string, string]>([
    ['month', '2026-13', '"2026-13" is not a month; write October 2026 as 2026-10.'],
    ['month', '2026', '"2026" is not a month; write October 2026 as 2026-10.'],
    ['quarter', '2026/27-Q5', 'write April to June 2026 as 2026/27-Q1.'],
    ['quarter', '2026-Q1', '"2026-Q1" is not a financial quarter'],
    ['quarter', '2026/28-Q1', '"2026/28-Q1" is not a financial quarter'],
    ['quarter', '2026/27-Q1-Q2', 'is not a financial quarter'],
    [
      'financial_year',
      '2025/27',
      '"2025/27" is not a financial year; write April 2025 to March 2026 as 2025/26.',
    ],
    ['financial_year', '2025', '"2025" is not a financial year'],
    ['academic_year', '2025-26', 'write September 2025 to August 2026 as 2025/26.'],
    ['calendar_year', '26', '"26" is not a calendar year; write it as 2026.'],
    ['rolling_12_months', '2026-00', 'write the twelve months to the end of October 2026 as 2026-10.'],
    ['date', '2026-02-30', '"2026-02-30" is not a date; write 31 March 2026 as 2026-03-31.'],
    ['calendar_year', '2206', '"2206" lies outside the years 1990 to 2099; check the year.'],
    ['month', '0206-10', '"0206-10" lies outside the years 1990 to 2099; check the year.'],
  ])('%s "%s"', (kind, key, sentence) => {
    const parsed = parsePeriod(kind, key);

    expect(parsed.ok ? '' : parsed.error).toContain(sentence);
  });
});

test('a wrong key that slipped past the door is not counted with', () => {
  expect(() => periodEnd({ kind: 'month', key: '2026/27' })).toThrow('"2026/27" is not a month');
});

test('the key of any period reads back as the same period', () => {
  fc.assert(
    fc.property(somePeriod, (period) => {
      expect(parsePeriod(period.kind, period.key)).toEqual({ ok: true, value: period });
    }),
  );
});

test('a key that is accepted is written in the one way there is', () => {
  const nearlyKeys = fc.stringMatching(/^(19|20)\d\d([-/]\d\d)?(-(Q\d|\d\d))?$/);

  fc.assert(
    fc.property(someKind, nearlyKeys, (kind, key) => {
      const parsed = parsePeriod(kind, key);

      if (parsed.ok) expect(periodContaining(kind, periodEnd(parsed.value)).key).toBe(key);
    }),
    { numRuns: 1000 },
  );
});

describe('one period on or back', () => {
  test.each<[PeriodKind, string, string]>([
    ['month', '2026-12', '2027-01'],
    ['quarter', '2026/27-Q3', '2026/27-Q4'],
    ['quarter', '2026/27-Q4', '2027/28-Q1'],
    ['financial_year', '2025/26', '2026/27'],
    ['academic_year', '1999/00', '2000/01'],
    ['calendar_year', '2026', '2027'],
    ['rolling_12_months', '2026-12', '2027-01'],
    ['date', '2028-02-28', '2028-02-29'],
  ])('%s %s is followed by %s', (kind, key, next) => {
    expect(nextPeriod({ kind, key })).toEqual({ kind, key: next });
    expect(previousPeriod({ kind, key: next })).toEqual({ kind, key });
  });

  test('going on and coming back ends where one began', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
      }),
    );
  });

  test('so many periods on are that many single steps', () => {
    fc.assert(
      fc.property(somePeriod, fc.integer({ min: 0, max: 15 }), (period, count) => {
        let walked = period;
        for (let step = 0; step < count; step += 1) walked = nextPeriod(walked);

        expect(addPeriods(period, count)).toEqual(walked);
        expect(addPeriods(walked, -count)).toEqual(period);
      }),
    );
  });

  test('periods lie end to end, with no day between and none in two; rolling months move on by a month', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        const next = nextPeriod(period);

        if (period.kind === 'rolling_12_months') {
          expect(next.key).toBe(addDays(periodEnd(period), 1).slice(0, 7));
        } else {
          expect(periodStart(next)).toBe(addDays(periodEnd(period), 1));
        }
      }),
    );
  });
});

describe('the same time last year', () => {
  test.each<[PeriodKind, string, string]>([
    ['month', '2026-10', '2025-10'],
    ['quarter', '2026/27-Q4', '2025/26-Q4'],
    ['financial_year', '2025/26', '2024/25'],
    ['academic_year', '2000/01', '1999/00'],
    ['calendar_year', '2026', '2025'],
    ['rolling_12_months', '2026-01', '2025-01'],
    ['date', '2026-03-31', '2025-03-31'],
    ['date', '2028-02-29', '2027-02-28'],
    ['date', '2029-02-28', '2028-02-28'],
  ])('for %s %s is %s', (kind, key, yearBefore) => {
    expect(samePeriodLastYear({ kind, key })).toEqual({ kind, key: yearBefore });
  });
});

describe('time order', () => {
  test('keys of a kind sort as text as their periods do in time', () => {
    fc.assert(
      fc.property(someKind, someDay, someDay, (kind, day, otherDay) => {
        const [one, other] = [periodContaining(kind, day), periodContaining(kind, otherDay)];
        const byKey = one.key === other.key ? 0 : one.key < other.key ? -1 : 1;

        expect(Math.sign(comparePeriods(one, other))).toBe(byKey);
      }),
    );
  });

  test('of two kinds that end together the longer comes first', () => {
    const periods = [
      { kind: 'date', key: '2026-03-31' },
      { kind: 'month', key: '2026-03' },
      { kind: 'calendar_year', key: '2026' },
      { kind: 'quarter', key: '2025/26-Q4' },
      { kind: 'financial_year', key: '2025/26' },
      { kind: 'academic_year', key: '2024/25' },
    ] as const;

    expect([...periods].sort(comparePeriods).map(({ kind }) => kind)).toEqual([
      'academic_year',
      'financial_year',
      'quarter',
      'month',
      'date',
      'calendar_year',
    ]);
  });

  test('two kinds over the same days have a fixed order', () => {
    const year = { kind: 'calendar_year', key: '2026' } as const;
    const rolling = { kind: 'rolling_12_months', key: '2026-12' } as const;

    expect(comparePeriods(year, rolling)).toBe(-1);
    expect(comparePeriods(rolling, year)).toBe(1);
    expect(comparePeriods(year, { ...year })).toBe(0);
  });
});

describe('the period of a day', () => {
  test.each<[PeriodKind, string, string]>([
    ['financial_year', '2026-03-31', '2025/26'],
    ['financial_year', '2026-04-01', '2026/27'],
    ['academic_year', '2026-08-31', '2025/26'],
    ['academic_year', '2026-09-01', '2026/27'],
    ['quarter', '2027-01-01', '2026/27-Q4'],
    ['quarter', '2027-04-01', '2027/28-Q1'],
    ['calendar_year', '2026-12-31', '2026'],
    ['rolling_12_months', '2026-10-15', '2026-10'],
  ])('%s of %s is %s', (kind, day, key) => {
    expect(periodContaining(kind, day)).toEqual({ kind, key });
  });

  test('a day lies between the first and the last of its period', () => {
    fc.assert(
      fc.property(someKind, someDay, (kind, day) => {
        const period = periodContaining(kind, day);

        expect(periodStart(period) <= day && day <= periodEnd(period)).toBe(true);
      }),
    );
  });

  test('the last period that was over is over, and the next one is not', () => {
    fc.assert(
      fc.property(someKind, someDay, (kind, day) => {
        const last = lastPeriodEndedBefore(kind, day);

        expect(periodEnd(last) < day).toBe(true);
        expect(periodEnd(nextPeriod(last)) >= day).toBe(true);
      }),
    );
  });
});
