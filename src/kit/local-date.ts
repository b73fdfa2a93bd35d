import { isValid, parseISO } from 'date-fns';

/** A calendar day in London as `2026-11-03`, with no time and no zone. Compares as text. */
export type LocalDate = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for days that exist: `2026-02-30` does not. */
export function isLocalDate(text: string): boolean {
  return shape.test(text) && isValid(parseISO(text));
}

/**
 * The day `count` days later; a negative count goes back. Counted at midnight of UTC, where every day has 24 hours, and by hand: date-fns
 * counts in the zone of the machine, which may skip a day, or takes fifty times as long in a zone of its own.
 */
export function addDays(day: LocalDate, count: number): LocalDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Days from the first to the second; negative when the second comes earlier. */
export function daysBetween(first: LocalDate, second: LocalDate): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: LocalDate): number {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `3 November 2026`. */
export function dayInWords(day: LocalDate): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** `3 November`. */
export function dayAndMonth(day: LocalDate): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

/** `Friday 13 November`. */
export function dayWithWeekday(day: LocalDate): string {
  return `${weekdays[weekday(day) - 1] ?? ''} ${dayAndMonth(day)}`;
}
