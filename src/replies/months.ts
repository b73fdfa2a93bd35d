import type { LocalDate } from '../kit/local-date.ts';
import { monthNumber } from '../kit/month-names.ts';
import { addMonths, type Month } from '../plan/month.ts';

/** The newest month of that name that had begun by today: in November 2026 "October" is 2026-10, "December" 2025-12. */
export function newestMonth(number: number, today: LocalDate): Month {
  const year = today.slice(0, 4);
  const month = `${year}-${String(number).padStart(2, '0')}`;
  return month <= today.slice(0, 7) ? month : addMonths(month, -12);
}

/** Full or short month names in some words, read as the newest months of those names. */
export function monthsNamed(words: string, today: LocalDate): readonly Month[] {
  return words
    .split(' ')
    .map((word) => (word === 'may' ? null : monthNumber(word)))
    .filter((number) => number !== null)
    .map((number) => newestMonth(number, today));
}
