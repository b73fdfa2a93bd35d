import { describe, expect, test } from 'vitest';
import { weekday } from '../../src/kit/local-date.ts';
import { bankHolidayOn, bankHolidaysOf, easterSunday } from '../../src/plan/bank-holidays.ts';

/** England and Wales as https://www.gov.uk/bank-holidays lists them. */
const govUk: readonly (readonly [number, string])[] = [
  [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
];

test.each(govUk)('the bank holidays of %i are those of GOV.UK', (year, days) => {
  expect(bankHolidaysOf(year).map(({ day }) => day)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

test.each([
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2029, '2029-04-01'],
  [2030, '2030-04-21'],
  [2031, '2031-04-13'],
  [2032, '2032-03-28'],
  [2033, '2033-04-17'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter Sunday of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test.each([
  ['2026-12-28', 'Boxing Day (substitute day)'],
  ['2027-12-27', 'Christmas Day (substitute day)'],
  ['2027-12-28', 'Boxing Day (substitute day)'],
  ['2028-01-03', 'New Year’s Day (substitute day)'],
  ['2033-12-26', 'Boxing Day'],
  ['2033-12-27', 'Christmas Day (substitute day)'],
  ['2033-01-03', 'New Year’s Day (substitute day)'],
  ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
  ['2027-03-26', 'Good Friday'],
])('%s is %s', (day, name) => {
  expect(bankHolidayOn(day)).toBe(name);
});

describe('days that only look like bank holidays', () => {
  test.each([
    '2026-12-26',
    '2027-12-25',
    '2028-01-01',
    '2022-05-30',
    '2024-05-08',
    '2027-03-28',
    '2026-11-03',
  ])('%s is none', (day) => {
    expect(bankHolidayOn(day)).toBeNull();
  });
});

test('every year from 2023 to 2033 has eight, none at a weekend, and 2023 one more for the coronation', () => {
  for (let year = 2023; year <= 2033; year += 1) {
    const days = bankHolidaysOf(year).map(({ day }) => day);

    expect(new Set(days).size).toBe(year === 2023 ? 9 : 8);
    expect(days.filter((day) => weekday(day) > 5)).toEqual([]);
    expect(days).toEqual([...days].sort());
  }
});
