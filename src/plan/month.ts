/** A calendar month in London, as `2026-11`: the name of a cycle. Compares as text. */
export type Month = string;

const shape = /^(\d{4})-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): boolean {
  return shape.test(text);
}

/** `addMonths('2026-11', 3)` is `2027-02`; a negative count goes back. */
export function addMonths(month: Month, count: number): Month {
  const position = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(position / 12)).padStart(4, '0')}-${String((position % 12) + 1).padStart(2, '0')}`;
}

/** How many months lie from the first to the second; negative when the second comes earlier. */
export function monthsBetween(first: Month, second: Month): number {
  return (
    (Number(second.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(second.slice(5, 7)) -
    Number(first.slice(5, 7))
  );
}

const names = [
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

/** `November 2026`. */
export function monthInWords(month: Month): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** `November`. */
export function monthName(month: Month): string {
  return names[Number(month.slice(5, 7)) - 1] ?? month;
}

/** `Nov 26`: for the narrow columns of a chart. */
export function shortMonth(month: Month): string {
  return `${monthName(month).slice(0, 3)} ${month.slice(2, 4)}`;
}
