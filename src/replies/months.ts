import type { LocalDate } from '../kit/local-date.ts';
import { addMonths, type Month } from '../plan/month.ts';

const names = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const short: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** 1 to 12 for `October` or `oct`; null for every other word. */
export function monthNumber(word: string): number | null {
  const place = names.indexOf(word);
  return place >= 0 ? place + 1 : (short[word] ?? null);
}

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
