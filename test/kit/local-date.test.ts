import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayAndMonth,
  dayInWords,
  dayWithWeekday,
  daysBetween,
  isLocalDate,
  weekday,
} from '../../src/kit/local-date.ts';
import { underTimeZones } from './under-time-zones.ts';

const someDay = fc.integer({ min: -3000, max: 6000 }).map((count) => addDays('2023-01-01', count));

test.each([
  ['2026-11-03', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-3', false],
  ['03/11/2026', false],
  ['', false],
])('whether "%s" is a day: %s', (text, answer) => {
  expect(isLocalDate(text)).toBe(answer);
});

describe('counting days', () => {
  test.each([
    ['2026-10-24', 2, '2026-10-26'],
    ['2027-03-27', 2, '2027-03-29'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s and %i days is %s', (day, count, later) => {
    expect(addDays(day, count)).toBe(later);
    expect(daysBetween(day, later)).toBe(count);
  });

  test('going on and coming back ends on the same day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('the weekday moves on by one each day and the text sorts by time', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const next = addDays(day, 1);

        expect(weekday(next)).toBe((weekday(day) % 7) + 1);
        expect(next > day).toBe(true);
      }),
    );
  });

  test('a machine in any zone counts the same days', () => {
    const answers = underTimeZones(() =>
      ['2026-10-24', '2027-03-27', '2027-10-30', '2011-12-29'].map(
        (day) =>
          `${addDays(day, 1)} ${weekday(day)} ${daysBetween(day, '2028-03-01')} ${String(isLocalDate(day))}`,
      ),
    );

    for (const answer of answers.values()) expect(answer).toEqual(answers.get('UTC'));
  });
});

test('days are said as a Birmingham reader says them', () => {
  expect(dayInWords('2026-11-03')).toBe('3 November 2026');
  expect(dayAndMonth('2027-03-28')).toBe('28 March');
  expect(dayWithWeekday('2026-11-13')).toBe('Friday 13 November');
  expect(dayWithWeekday('2026-11-15')).toBe('Sunday 15 November');
});
