import { addDays, isLocalDate, type LocalDate } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { addMonths, type Month } from './month.ts';
import type { Period, PeriodKind } from './period.ts';
import { periodShapes, type MonthlyKind } from './period-shapes.ts';

const howToWrite: Readonly<Record<PeriodKind, string>> = {
  month: 'a month; write October 2026 as 2026-10',
  quarter: 'a financial quarter; write April to June 2026 as 2026/27-Q1',
  financial_year: 'a financial year; write April 2025 to March 2026 as 2025/26',
  academic_year: 'an academic year; write September 2025 to August 2026 as 2025/26',
  calendar_year: 'a calendar year; write it as 2026',
  rolling_12_months: 'twelve months; write the twelve months to the end of October 2026 as 2026-10',
  date: 'a date; write 31 March 2026 as 2026-03-31',
};

/** No figure of a plan is older or later: beyond these years a key is a slip of the fingers. */
const firstYear = 1990;
const lastYear = 2099;

/** The period with this key; refused with a sentence where no such period exists or its year cannot be meant. */
export function parsePeriod(kind: PeriodKind, key: string): Result<Period, string> {
  const exists = kind === 'date' ? isLocalDate(key) : periodShapes[kind].firstMonthOf(key) !== null;
  if (!exists) return failure(`"${key}" is not ${howToWrite[kind]}.`);
  const year = Number(key.slice(0, 4));
  if (year < firstYear || year > lastYear) {
    return failure(`"${key}" lies outside the years ${firstYear} to ${lastYear}; check the year.`);
  }
  return success({ kind, key });
}

/** The first day of the period. */
export function periodStart(period: Period): LocalDate {
  return period.kind === 'date' ? period.key : `${firstMonth(period.kind, period.key)}-01`;
}

/** The last day of the period, which belongs to it. */
export function periodEnd(period: Period): LocalDate {
  if (period.kind === 'date') return period.key;
  const monthAfter = addMonths(firstMonth(period.kind, period.key), periodShapes[period.kind].covers);
  return addDays(`${monthAfter}-01`, -1);
}

/** The next period of the kind: for rolling months the twelve months to one month later, for a date the next day. */
export function nextPeriod(period: Period): Period {
  return addPeriods(period, 1);
}

/** The period of the kind before this one: the inverse of `nextPeriod`. */
export function previousPeriod(period: Period): Period {
  return addPeriods(period, -1);
}

/** So many periods of the kind later; a negative count goes back. */
export function addPeriods(period: Period, count: number): Period {
  if (period.kind === 'date') return { kind: 'date', key: addDays(period.key, count) };
  return movedByMonths(period.kind, period.key, count * periodShapes[period.kind].every);
}

/** What a figure is compared with "against the same time last year"; 29 February compares with 28 February. */
export function samePeriodLastYear(period: Period): Period {
  if (period.kind !== 'date') return movedByMonths(period.kind, period.key, -12);
  const yearBefore = `${addMonths(period.key.slice(0, 7), -12)}${period.key.slice(7)}`;
  return { kind: 'date', key: isLocalDate(yearBefore) ? yearBefore : addDays(period.key, -366) };
}

/** Negative when the first comes earlier: by its end, then its start, so that kinds can be mixed in one list. */
export function comparePeriods(first: Period, second: Period): number {
  // Within a kind the key itself sorts by time, and long histories are sorted often.
  if (first.kind === second.kind) return compareText(first.key, second.key);
  return (
    compareText(periodEnd(first), periodEnd(second)) ||
    compareText(periodStart(first), periodStart(second)) ||
    compareText(first.kind, second.kind)
  );
}

/** The period of the kind in which the day lies; of rolling months, the twelve that end with the day's month. */
export function periodContaining(kind: PeriodKind, day: LocalDate): Period {
  if (kind === 'date') return { kind, key: day };
  const { covers, every, beginsIn, keyFrom } = periodShapes[kind];
  const month = day.slice(0, 7);
  const monthsIn = (Number(month.slice(5, 7)) - beginsIn + 12) % every;
  return { kind, key: keyFrom(addMonths(month, every - covers - monthsIn)) };
}

/** The newest period of the kind that was over before the day began. */
export function lastPeriodEndedBefore(kind: PeriodKind, day: LocalDate): Period {
  return previousPeriod(periodContaining(kind, day));
}

function movedByMonths(kind: MonthlyKind, key: string, count: number): Period {
  return { kind, key: periodShapes[kind].keyFrom(addMonths(firstMonth(kind, key), count)) };
}

function firstMonth(kind: MonthlyKind, key: string): Month {
  const month = periodShapes[kind].firstMonthOf(key);
  // Keys are parsed at every door, so a wrong one here is a fault of ours.
  if (month === null) throw new RangeError(`"${key}" is not ${howToWrite[kind]}.`);
  return month;
}

function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
