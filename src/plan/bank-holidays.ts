import { addDays, weekday, type LocalDate } from '../kit/local-date.ts';

/** A day on which England and Wales do not work, with the name GOV.UK gives it. */
export interface BankHoliday {
  readonly day: LocalDate;
  readonly name: string;
}

/**
 * Holidays that a proclamation added, and days it took away, where the rules alone would be wrong. A new one is
 * added here; until then a partnership can name it among the closed days of its cycle settings.
 * Source: https://www.gov.uk/bank-holidays (England and Wales) and the proclamations in the London Gazette.
 */
const proclaimed: readonly BankHoliday[] = [
  { day: '2022-06-02', name: 'Spring bank holiday' },
  { day: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
  { day: '2022-09-19', name: 'Bank Holiday for the State Funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Bank holiday for the coronation of King Charles III' },
];
const moved: readonly LocalDate[] = ['2022-05-30'];

const knownYears = new Map<number, readonly BankHoliday[]>();

/**
 * The bank holidays of England and Wales in a year, in time order, with the substitute days that follow a holiday
 * that falls on a weekend. By the rules of the Banking and Financial Dealings Act 1971, schedule 1, as in force since
 * 1978, with New Year's Day and early May by yearly proclamation; checked against https://www.gov.uk/bank-holidays.
 */
export function bankHolidaysOf(year: number): readonly BankHoliday[] {
  const known = knownYears.get(year);
  if (known) return known;
  const holidays = [
    ...byRule(year).filter(({ day }) => !moved.includes(day)),
    ...proclaimed.filter(({ day }) => yearOf(day) === year),
  ];
  holidays.sort((one, other) => (one.day < other.day ? -1 : 1));
  knownYears.set(year, holidays);
  return holidays;
}

/** The name of the bank holiday on this day; null on every other day. */
export function bankHolidayOn(day: LocalDate): string | null {
  return bankHolidaysOf(yearOf(day)).find((holiday) => holiday.day === day)?.name ?? null;
}

function byRule(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year);
  return [
    orSubstitute(`${year}-01-01`, 'New Year’s Day', { 6: 2, 7: 1 }),
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: firstMondayFrom(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: firstMondayFrom(`${year}-05-25`), name: 'Spring bank holiday' },
    { day: firstMondayFrom(`${year}-08-25`), name: 'Summer bank holiday' },
    orSubstitute(`${year}-12-25`, 'Christmas Day', { 6: 2, 7: 2 }),
    orSubstitute(`${year}-12-26`, 'Boxing Day', { 6: 2, 7: 2 }),
  ];
}

/** `later` says how many days later the substitute is, for a Saturday (6) and for a Sunday (7). */
function orSubstitute(day: LocalDate, name: string, later: Readonly<Record<6 | 7, number>>): BankHoliday {
  const falls = weekday(day);
  if (falls !== 6 && falls !== 7) return { day, name };
  return { day: addDays(day, later[falls]), name: `${name} (substitute day)` };
}

function firstMondayFrom(day: LocalDate): LocalDate {
  return addDays(day, (8 - weekday(day)) % 7);
}

/**
 * Easter Sunday: the Sunday after the full moon of the church calendar, which the golden number of the year gives
 * (Calendar (New Style) Act 1750, annexed tables; these are the tables for 1900 to 2199).
 */
export function easterSunday(year: number): LocalDate {
  const goldenNumber = (year % 19) + 1;
  const epact = (19 * (goldenNumber - 1) + 24) % 30;
  // The tables pull the two latest moons forward, so that Easter never falls after 25 April.
  const isLateMoon = epact === 29 || (epact === 28 && goldenNumber > 11);
  const fullMoon = addDays(`${year}-03-21`, isLateMoon ? epact - 1 : epact);
  return addDays(fullMoon, 7 - (weekday(fullMoon) % 7));
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
