import { addDays, isLocalDate, weekday, type LocalDate } from '../kit/local-date.ts';
import { addMonths, type Month } from '../plan/month.ts';
import { monthNumber } from '../kit/month-names.ts';

/** A day named at the start of some words, and how many of the words name it. */
export interface NamedDay {
  readonly day: LocalDate;
  /** The last day of what was named: of "next week" its Friday, of "January" the 31st. */
  readonly last: LocalDate;
  /** The day on which what was named begins: of "next week" its Monday. */
  readonly words: number;
}

const month =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';
const weekdayName =
  '(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)(?= |$)';
const number = '(\\d{1,2}|a|an|one|two|three|four|five|six|couple of|a couple of)';

type Reader = (
  match: RegExpExecArray,
  today: LocalDate,
) => { readonly day: LocalDate; readonly last?: LocalDate } | null;

/** Tried in order; each with what it reads. Words are as the tokeniser gives them: "4th" is `4 th`, "04/11" is `04 / 11`. */
const rules: readonly (readonly [string, Reader])[] = [
  // 2026-11-04
  ['(\\d{4}-\\d{2}-\\d{2})', ([, day]) => real(day ?? '')],
  // 04/11/2026, 4/11
  [
    '(\\d{1,2}) [/-] (\\d{1,2})(?: [/-] (\\d{4}|\\d{2}))?(?= |$)',
    ([, d, m, y], today) => dayOf(d, Number(m), y, today),
  ],
  // 04.11 is not read: it is a number; 04.11.26 is a date
  ['(\\d{1,2})\\.(\\d{2}) \\. (\\d{4}|\\d{2})', ([, d, m, y], today) => dayOf(d, Number(m), y, today)],
  // Fri 13 Nov, the 4th of November 2026, 4 Nov
  [
    `(?:${weekdayName} ,? ?)?(?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? ${month}(?: ,? ?(20\\d\\d))?(?= |$)`,
    ([, , d, m, y], today) => dayOf(d, monthNumber(m ?? '') ?? 0, y, today),
  ],
  // November 4th 2026, Nov 4
  [
    `(?:${weekdayName} ,? ?)?${month} (?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: ,? ?(20\\d\\d))?(?! ?%|\\d)(?= |$)`,
    ([, , m, d, y], today) => dayOf(d, monthNumber(m ?? '') ?? 0, y, today),
  ],
  // Monday 9th, the 4th, 4th
  [
    `(?:${weekdayName} ,? ?)?(?:the )?(\\d{1,2}) ?(?:st|nd|rd|th)(?= |$)`,
    ([, , d], today) => nextDayOfMonth(Number(d), today),
  ],
  [`${weekdayName} (?:the )?(\\d{1,2})(?= |$)`, ([, , d], today) => nextDayOfMonth(Number(d), today)],
  // the 16 (only after "the")
  ['the (\\d{1,2})(?= |$)', ([, d], today) => nextDayOfMonth(Number(d), today)],
  ['the day after tomorrow|day after tomorrow', (_match, today) => on(addDays(today, 2))],
  [
    'today|tonight|this (?:morning|afternoon|evening)|later today|eod|cop today|end of (?:the |play )?(?:today|day)|end of play(?: today)?|close of play(?: today)?|cop(?= |$)(?! \\w*day)',
    (_match, today) => on(today),
  ],
  ['tomorrow(?: (?:morning|afternoon|am|pm|night))?', (_match, today) => on(addDays(today, 1))],
  // a week on Monday, Monday week
  [
    `(?:a )?week (?:on |from )?${weekdayName}|${weekdayName} week(?= |$)`,
    (match, today) => on(addDays(nextWeekday(match[1] ?? match[2] ?? '', today), 7)),
  ],
  [`(?:next|nxt) ${weekdayName}`, ([, name], today) => on(weekdayOfWeek(name ?? '', today, 1))],
  [
    `(?:cop |close of play |end of play |eod |end of |on |this |coming |this coming )?${weekdayName}(?: (?:morning|afternoon|am|pm|next week))?(?= |$)`,
    (match, today) =>
      on(
        /next week$/.test(match[0])
          ? weekdayOfWeek(match[1] ?? '', today, 1)
          : nextWeekday(match[1] ?? '', today),
      ),
  ],
  ['(?:the )?end of next week', (_match, today) => on(weekdayOfWeek('friday', today, 1))],
  [
    '(?:the )?(?:end of (?:the |this )?week|eow)|this week|rest of (?:the |this )?week',
    (_match, today) => ({ day: today, last: weekdayOfWeek('friday', today, 0) }),
  ],
  [
    '(?:early |start of |beginning of )?next week',
    (_match, today) => ({ day: weekdayOfWeek('monday', today, 1), last: weekdayOfWeek('friday', today, 1) }),
  ],
  [
    'week after next|the week after next',
    (_match, today) => ({ day: weekdayOfWeek('monday', today, 2), last: weekdayOfWeek('friday', today, 2) }),
  ],
  [
    '(?:the )?(?:end of (?:the |this )?month|month end|eom|rest of (?:the |this )?month)',
    (_match, today) => wholeMonth(today.slice(0, 7), today),
  ],
  ['(?:the )?end of next month', (_match, today) => on(lastDay(addMonths(today.slice(0, 7), 1)))],
  ['next month', (_match, today) => wholeMonth(addMonths(today.slice(0, 7), 1), today)],
  [
    `in (?:about )?${number} (day|week|fortnight|month)s?(?: time| 's time)?|${number} (day|week|month)s? (?:time|from (?:now|today))|${number} (day|week|fortnight|month)s?(?= |$)`,
    inSoMany,
  ],
  ["(?:a |the )?fortnight(?: 's time)?|in a fortnight", (_match, today) => on(addDays(today, 14))],
  ['(?:the )?new year', (_match, today) => on(`${Number(today.slice(0, 4)) + 1}-01-01`)],
  ['christmas|xmas', (_match, today) => on(`${today.slice(0, 4)}-12-25`)],
  [
    `(?:the )?(?:end of|late) ${month}(?: (20\\d\\d))?(?= |$)`,
    ([, m, y], today) => onLast(monthAhead(monthNumber(m ?? '') ?? 0, y, today)),
  ],
  [
    `(?:the )?(?:start of|beginning of|early) ${month}(?: (20\\d\\d))?(?= |$)`,
    ([, m, y], today) => on(`${monthAhead(monthNumber(m ?? '') ?? 0, y, today)}-01`),
  ],
  [
    `(?:the )?(?:middle of|mid)(?: -)? ${month}(?: (20\\d\\d))?(?= |$)`,
    ([, m, y], today) => on(`${monthAhead(monthNumber(m ?? '') ?? 0, y, today)}-15`),
  ],
  [
    `${month}(?: (20\\d\\d))?(?= |$)`,
    ([, m, y], today) => wholeMonth(monthAhead(monthNumber(m ?? '') ?? 0, y, today), today),
  ],
];

const compiled = rules.map(([pattern, read]) => [new RegExp(`^(?:${pattern})`), read] as const);

/**
 * The day named by the first of these words, looking ahead from today: "the 4th" is the next 4th, "Friday" the next Friday, "next
 * Tues" the Tuesday of next week, "January" the coming one. Null = they name none.
 */
export function dayNamed(words: string, today: LocalDate): NamedDay | null {
  for (const [pattern, read] of compiled) {
    const match = pattern.exec(words);
    const found = match === null ? null : read(match, today);
    if (match !== null && found !== null) {
      return { day: found.day, last: found.last ?? found.day, words: match[0].trim().split(' ').length };
    }
  }
  return null;
}

function on(day: LocalDate): { readonly day: LocalDate } {
  return { day };
}

function onLast(of: Month): { readonly day: LocalDate } {
  return { day: lastDay(of) };
}

function real(day: string): { readonly day: LocalDate } | null {
  return isLocalDate(day) ? { day } : null;
}

/** A day and month without a year is the next one, or one up to a month ago ("since 28 October"). */
function dayOf(
  d: string | undefined,
  m: number,
  y: string | undefined,
  today: LocalDate,
): { readonly day: LocalDate } | null {
  const pad = (part: number) => String(part).padStart(2, '0');
  if (y !== undefined) return real(`${y.length === 2 ? `20${y}` : y}-${pad(m)}-${pad(Number(d))}`);
  const thisYear = `${today.slice(0, 4)}-${pad(m)}-${pad(Number(d))}`;
  if (isLocalDate(thisYear) && thisYear >= addDays(today, -31)) return { day: thisYear };
  return real(`${Number(today.slice(0, 4)) + 1}-${pad(m)}-${pad(Number(d))}`);
}

function nextDayOfMonth(d: number, today: LocalDate): { readonly day: LocalDate } | null {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const day = `${addMonths(today.slice(0, 7), ahead)}-${String(d).padStart(2, '0')}`;
    if (isLocalDate(day) && day >= today) return { day };
  }
  return null;
}

const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function nextWeekday(name: string, today: LocalDate): LocalDate {
  const wanted = order.indexOf(name.slice(0, 3)) + 1;
  return addDays(today, ((wanted - weekday(today) + 6) % 7) + 1);
}

function weekdayOfWeek(name: string, today: LocalDate, weeksAhead: number): LocalDate {
  return addDays(today, order.indexOf(name.slice(0, 3)) + 1 - weekday(today) + weeksAhead * 7);
}

function monthAhead(m: number, y: string | undefined, today: LocalDate): Month {
  const pad = String(m).padStart(2, '0');
  if (y !== undefined) return `${y}-${pad}`;
  const thisYear = `${today.slice(0, 4)}-${pad}`;
  return thisYear >= today.slice(0, 7) ? thisYear : addMonths(thisYear, 12);
}

function wholeMonth(of: Month, today: LocalDate): { readonly day: LocalDate; readonly last: LocalDate } {
  const first = `${of}-01`;
  return { day: first < today ? today : first, last: lastDay(of) };
}

export function lastDay(of: Month): LocalDate {
  return addDays(`${addMonths(of, 1)}-01`, -1);
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  'couple of': 2,
  'a couple of': 2,
};
const lengths: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

function inSoMany(match: RegExpExecArray, today: LocalDate): { readonly day: LocalDate } {
  const amount = match[1] ?? match[3] ?? match[5] ?? 'a';
  const unit = match[2] ?? match[4] ?? match[6] ?? 'day';
  const count = counts[amount] ?? Number(amount);
  if (unit === 'month') {
    const target = addMonths(today.slice(0, 7), count);
    const same = `${target}${today.slice(7)}`;
    return { day: isLocalDate(same) ? same : lastDay(target) };
  }
  return { day: addDays(today, count * (lengths[unit] ?? 1)) };
}
