import { addDays, weekday, type LocalDate } from '../kit/local-date.ts';
import { bankHolidayOn } from './bank-holidays.ts';
import type { Month } from './month.ts';

/**
 * True on Monday to Friday, unless it is a bank holiday in England or one of the days the partnership is closed.
 * `closed` is for what no national list knows: a shutdown between Christmas and New Year, a day of mourning.
 */
export function isWorkingDay(day: LocalDate, closed: readonly LocalDate[] = []): boolean {
  return weekday(day) <= 5 && bankHolidayOn(day) === null && !closed.includes(day);
}

/** The first working day after this day. */
export function nextWorkingDay(day: LocalDate, closed: readonly LocalDate[] = []): LocalDate {
  return step(day, 1, 1, closed);
}

/** The day itself when it is a working day, else the next one: where a deadline on a Sunday really falls. */
export function workingDayOnOrAfter(day: LocalDate, closed: readonly LocalDate[] = []): LocalDate {
  return isWorkingDay(day, closed) ? day : nextWorkingDay(day, closed);
}

/**
 * The `n`th working day of a month, counting from 1. Where a month is closed for so long that it has fewer, the
 * count goes on into the next month: a cycle is late then, never lost. Throws a RangeError when `n` is not 1 or more.
 */
export function nthWorkingDay(month: Month, n: number, closed: readonly LocalDate[] = []): LocalDate {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`Working days of a month are counted from 1, not ${n}.`);
  return step(addDays(`${month}-01`, -1), n, 1, closed);
}

/** How many working days the month has. */
export function countWorkingDays(month: Month, closed: readonly LocalDate[] = []): number {
  let count = 0;
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    if (isWorkingDay(day, closed)) count += 1;
  }
  return count;
}

/** The `n`th working day before this day, which itself is not counted; 0 gives the day back, working or not. */
export function workingDaysBefore(day: LocalDate, n: number, closed: readonly LocalDate[] = []): LocalDate {
  return step(day, n, -1, closed);
}

/**
 * The last day on which papers can go out so that `n` whole working days lie between it and the meeting: neither the
 * day of sending nor the day of the meeting counts (Local Government Act 1972, section 100B, as councils read it).
 */
export function clearWorkingDaysBefore(
  meeting: LocalDate,
  n: number,
  closed: readonly LocalDate[] = [],
): LocalDate {
  return workingDaysBefore(meeting, n + 1, closed);
}

function step(from: LocalDate, count: number, direction: 1 | -1, closed: readonly LocalDate[]): LocalDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, direction);
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day;
}
