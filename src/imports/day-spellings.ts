import { isLocalDate, type LocalDate } from '../kit/local-date.ts';
import { monthNumber } from '../kit/month-names.ts';

/**
 * A day as people in Birmingham write it: `2026-11-03`, `3/11/2026` (the day first), `3 Nov 2026`, `3 November 2026`.
 * Null where it is none of these, or no day in the calendar (31 June).
 */
export function readDay(written: string): LocalDate | null {
  const text = written.trim().toLowerCase();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], Number(dayFirst[2]), dayFirst[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[-\s]+([a-z]+)\.?,?[-\s]+(\d{4})$/.exec(text);
  return named ? dayOf(named[3], monthNumber(named[2] ?? '') ?? 0, named[1]) : null;
}

function dayOf(year = '', month: number, day = ''): LocalDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}
