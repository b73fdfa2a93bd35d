import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/kit/local-date.ts';
import { addMonths } from '../../src/plan/month.ts';
import {
  clearWorkingDaysBefore,
  countWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  nthWorkingDay,
  workingDayOnOrAfter,
  workingDaysBefore,
} from '../../src/plan/working-days.ts';

const someDay = fc.integer({ min: 0, max: 4017 }).map((count) => addDays('2023-01-01', count));
const someMonth = fc.integer({ min: 0, max: 131 }).map((count) => addMonths('2023-01', count));
const someClosedDays = fc.array(someDay, { maxLength: 30 });

describe('whether people work', () => {
  test.each([
    ['2026-11-03', true, 'a Tuesday'],
    ['2026-11-07', false, 'a Saturday'],
    ['2026-11-08', false, 'a Sunday'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-12-28', false, 'the substitute for Boxing Day'],
    ['2026-12-29', true, 'the day after it'],
  ])('on %s is %s: %s', (day, answer) => {
    expect(isWorkingDay(day)).toBe(answer);
  });

  test('a day on which the partnership is closed is no working day', () => {
    expect(isWorkingDay('2026-12-29', ['2026-12-29'])).toBe(false);
    expect(nextWorkingDay('2026-12-24', ['2026-12-29'])).toBe('2026-12-30');
  });
});

describe('the first working day', () => {
  test.each([
    ['2026-11', '2026-11-02', 'the 1st is a Sunday'],
    ['2027-01', '2027-01-04', 'New Year’s Day is a Friday'],
    ['2028-01', '2028-01-04', 'New Year’s Day moves to Monday the 3rd'],
    ['2026-05', '2026-05-01', 'the 1st is a Friday, the bank holiday comes after it'],
    ['2023-05', '2023-05-02', 'the 1st is the early May bank holiday'],
    ['2028-02', '2028-02-01', 'a leap year'],
  ])('of %s is %s: %s', (month, day) => {
    expect(nthWorkingDay(month, 1)).toBe(day);
  });
});

test.each([
  ['2026-11', '2026-11-13', 'a plain month'],
  ['2027-03', '2027-03-12', 'Easter comes after it'],
  ['2026-04', '2026-04-16', 'Easter takes two days from it'],
  ['2023-05', '2023-05-16', 'two bank holidays and the coronation'],
])('the tenth working day of %s is %s: %s', (month, day) => {
  expect(nthWorkingDay(month, 10)).toBe(day);
});

test('working days are counted from one', () => {
  expect(() => nthWorkingDay('2026-11', 0)).toThrow('counted from 1, not 0');
  expect(() => nthWorkingDay('2026-11', 1.5)).toThrow('counted from 1, not 1.5');
});

test('a month that is closed for too long counts on into the next', () => {
  const shutFromThe14th = Array.from({ length: 18 }, (_, index) => addDays('2026-12-14', index));

  expect(countWorkingDays('2026-12', shutFromThe14th)).toBe(9);
  expect(nthWorkingDay('2026-12', 10, shutFromThe14th)).toBe('2027-01-04');
});

describe('papers that go out before a meeting', () => {
  test.each([
    ['2026-11-19', '2026-11-11', 'a plain fortnight'],
    ['2027-01-07', '2026-12-29', 'over Christmas and New Year'],
    ['2027-04-01', '2027-03-22', 'over Easter'],
    ['2026-11-22', '2026-11-13', 'a meeting on a Sunday'],
  ])('of %s leave on %s with five clear working days between: %s', (meeting, day) => {
    expect(clearWorkingDaysBefore(meeting, 5)).toBe(day);
  });

  test('no clear day asked for means the working day before', () => {
    expect(clearWorkingDaysBefore('2026-11-16', 0)).toBe('2026-11-13');
  });

  test('whatever the meeting, exactly that many working days lie between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 12 }), someClosedDays, (meeting, clear, closed) => {
        const out = clearWorkingDaysBefore(meeting, clear, closed);
        let between = 0;
        for (let day = addDays(out, 1); day < meeting; day = addDays(day, 1)) {
          if (isWorkingDay(day, closed)) between += 1;
        }

        expect(between).toBe(clear);
        expect(isWorkingDay(out, closed)).toBe(true);
      }),
    );
  });
});

test('the working days of a month are its own, in order, none left out', () => {
  fc.assert(
    fc.property(someMonth, someClosedDays, (month, closed) => {
      const count = countWorkingDays(month, closed);
      const days = Array.from({ length: count }, (_, index) => nthWorkingDay(month, index + 1, closed));
      const plainCount: string[] = [];
      for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
        if (isWorkingDay(day, closed)) plainCount.push(day);
      }

      expect(days).toEqual(plainCount);
    }),
  );
});

test('a deadline rolls forward to a working day and never past one', () => {
  fc.assert(
    fc.property(someDay, someClosedDays, (day, closed) => {
      const rolled = workingDayOnOrAfter(day, closed);

      expect(isWorkingDay(rolled, closed)).toBe(true);
      expect(rolled >= day).toBe(true);
      expect(workingDaysBefore(rolled, 1, closed) < day).toBe(true);
    }),
  );
});

test('the working day before the next working day is where one began', () => {
  fc.assert(
    fc.property(someDay, someClosedDays, (day, closed) => {
      fc.pre(isWorkingDay(day, closed));

      expect(workingDaysBefore(nextWorkingDay(day, closed), 1, closed)).toBe(day);
    }),
  );
});

test('every month from 2023 to 2033 has at least the eighteen working days that settings may use', () => {
  for (let index = 0; index < 132; index += 1) {
    expect(countWorkingDays(addMonths('2023-01', index))).toBeGreaterThanOrEqual(18);
  }
});
