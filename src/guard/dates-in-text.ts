import { isLocalDate, type LocalDate } from '../kit/local-date.ts';

/** A full date in a text: day, month and year. */
export interface DateInText {
  readonly start: number;
  readonly end: number;
  readonly date: LocalDate;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const year = "(?<year>(?:19|20)\\d{2}|'?\\d{2})";
const day = '(?<day>\\d{1,2})(?:\\s?(?:st|nd|rd|th))?';

const shapes = [
  new RegExp(`(?<![\\d/.-])${day}(?<gap>[/.-])(?<month>\\d{1,2})\\k<gap>${year}(?![\\d/-]|\\.\\d)`, 'giu'),
  /(?<![\d/.-])(?<year>(?:19|20)\d{2})(?<gap>[-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})(?!\d)/gu,
  new RegExp(
    `(?<![\\d/.])${day}(?:\\s{1,2}of)?[\\s/.-]{0,2}${month}\\.?[\\s,/.-]{0,3}${year}(?!\\d|\\s?%)`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})${month}\\.?\\s{1,2}${day},?\\s{1,2}${year}(?!\\d|\\s?%)`, 'giu'),
];

/** A date run together or parted by blanks; read only where a word such as DOB stands before it. */
export const bareDate = /(?<day>\d{2})\s?(?<month>\d{2})\s?(?<year>(?:19|20)\d{2}|\d{2})(?!\d)/u;

/** Every full date, with the day first as here, and with the month first where it can be nothing else. */
export function datesIn(text: string): readonly DateInText[] {
  return shapes
    .flatMap((shape) => [...text.matchAll(shape)])
    .flatMap((match) => {
      const date = dateFrom(match.groups);
      return date === null ? [] : [{ start: match.index, end: match.index + match[0].length, date }];
    })
    .sort((first, second) => first.start - second.start);
}

export function dateFrom(groups: Record<string, string> | undefined): LocalDate | null {
  if (groups === undefined) return null;
  const month = monthNumber(groups['month'] ?? '');
  const day = Number(groups['day']);
  const year = fullYear(groups['year'] ?? '');
  const asWritten = asDate(year, month, day);
  return asWritten ?? asDate(year, day, month);
}

function monthNumber(text: string): number {
  return /^\d/u.test(text) ? Number(text) : monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** Two digits are of this century up to 40, of the last above it: nobody in a children's plan was born in between. */
function fullYear(text: string): number {
  const number = Number(text.replace("'", ''));
  if (number > 99) return number;
  return number <= 40 ? 2000 + number : 1900 + number;
}

function asDate(year: number, month: number, day: number): LocalDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
