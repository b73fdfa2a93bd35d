import { addMonths, isMonth, type Month } from './month.ts';
import type { PeriodKind } from './period.ts';

/** The kinds that are made of whole months. */
export type MonthlyKind = Exclude<PeriodKind, 'date'>;

/** How the periods of a kind lie in the calendar, and how their keys are written. */
export interface PeriodShape {
  /** How many months one period covers. */
  readonly covers: number;
  /** How many months after one begins the next one does. */
  readonly every: number;
  /** A calendar month, 1 to 12, in which one begins. */
  readonly beginsIn: number;
  /** The first month of the period with this key; null when no period has it. */
  readonly firstMonthOf: (key: string) => Month | null;
  readonly keyFrom: (firstMonth: Month) => string;
}

/** Every kind but the date, as DfE, ONS and the NHS cut their years: April, September and January. */
export const periodShapes: Readonly<Record<MonthlyKind, PeriodShape>> = {
  month: {
    covers: 1,
    every: 1,
    beginsIn: 1,
    firstMonthOf: (key) => (isMonth(key) ? key : null),
    keyFrom: (first) => first,
  },
  quarter: { covers: 3, every: 3, beginsIn: 4, firstMonthOf: firstMonthOfQuarter, keyFrom: quarterFrom },
  financial_year: splitYear(4),
  academic_year: splitYear(9),
  calendar_year: {
    covers: 12,
    every: 12,
    beginsIn: 1,
    firstMonthOf: (key) => (/^\d{4}$/.test(key) ? `${key}-01` : null),
    keyFrom: (first) => first.slice(0, 4),
  },
  rolling_12_months: {
    covers: 12,
    every: 1,
    beginsIn: 1,
    firstMonthOf: (key) => (isMonth(key) ? addMonths(key, -11) : null),
    keyFrom: (first) => addMonths(first, 11),
  },
};

/** A year that begins in one calendar year and ends in the next, written `2025/26`. */
function splitYear(beginsIn: number): PeriodShape {
  const monthNumber = String(beginsIn).padStart(2, '0');
  return {
    covers: 12,
    every: 12,
    beginsIn,
    firstMonthOf: (key) => {
      const first = firstOfSplitYear(key);
      return first === null ? null : `${first}-${monthNumber}`;
    },
    keyFrom: (first) => splitYearKey(first.slice(0, 4)),
  };
}

/** `2025/26` from `2025`. */
function splitYearKey(firstYear: string): string {
  return `${firstYear}/${String((Number(firstYear) + 1) % 100).padStart(2, '0')}`;
}

/** `2025` from `2025/26`; null for `2025/27`, which no year is. */
function firstOfSplitYear(key: string): string | null {
  const firstYear = key.slice(0, 4);
  return /^\d{4}$/.test(firstYear) && splitYearKey(firstYear) === key ? firstYear : null;
}

function firstMonthOfQuarter(key: string): Month | null {
  const [year = '', quarter = '', ...rest] = key.split('-Q');
  const firstYear = firstOfSplitYear(year);
  if (firstYear === null || !/^[1-4]$/.test(quarter) || rest.length > 0) return null;
  return addMonths(`${firstYear}-04`, (Number(quarter) - 1) * 3);
}

function quarterFrom(first: Month): string {
  // Three months back, the financial year lies within one calendar year: April reads as January.
  const shifted = addMonths(first, -3);
  return `${splitYearKey(shifted.slice(0, 4))}-Q${Math.ceil(Number(shifted.slice(5, 7)) / 3)}`;
}
