import { addDays, isLocalDate, type LocalDate } from '../kit/local-date.ts';
import { addMonths, type Month } from '../plan/month.ts';
import { lastPeriodEndedBefore, periodContaining, previousPeriod } from '../plan/period-calendar.ts';
import type { Period } from '../plan/period.ts';
import { monthNumber } from '../kit/month-names.ts';
import { newestMonth } from './months.ts';

const monthName =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const someYear = "(?: ?[,-]? ?(?:' ?)?(20\\d\\d|2\\d))?(?! ?%|\\.\\d)";
const splitYear = '(20\\d\\d|[12]\\d|3\\d) ?(?:\\/|-|–) ?(20\\d\\d|[12]\\d|3\\d)';

/** Null = the words look like a period and are none. */
export type PeriodReader = (match: RegExpExecArray, today: LocalDate) => readonly Period[] | null;

/** Tried in order at every word; each with what it reads, as the tokeniser writes it ("Q2 2026/27" is `q 2 2026 / 27`). */
export const periodRules: readonly (readonly [string, PeriodReader])[] = [
  // Q2 2026/27; 2026/27 Q2; 2026/27-Q2; second quarter of 2026/27
  [
    `(?:q|quarter|qtr) ?([1-4])(?: of)?,? (?:fy ?)?${splitYear}`,
    ([, q, one, two]) => quarterOf(Number(q), one, two),
  ],
  [
    `(?:fy ?)?${splitYear},? ?-? ?(?:q|quarter|qtr) ?([1-4])`,
    ([, one, two, q]) => quarterOf(Number(q), one, two),
  ],
  // Q1 2026: April to June 2026 for a council, January to March for a statistician
  ['(?:q|quarter|qtr) ?([1-4]) (20\\d\\d)', ([, q, year]) => bothQuarters(Number(q), Number(year))],
  ['(?:q|quarter|qtr) ?([1-4])', ([, q], today) => newestQuarters(Number(q), today)],
  [
    '(first|second|third|fourth) quarter',
    ([, name], today) =>
      newestQuarters(['first', 'second', 'third', 'fourth'].indexOf(name ?? '') + 1, today),
  ],
  // 12 months to October 2026; rolling 12 months; year ending Sept; YE March 2026
  [
    `(?:rolling )?(?:12|twelve)(?: -)? ?months?(?: rolling)?(?: average)?(?: to| ending| ended| up to| until| -)?(?: the)?(?: end)?(?: of)? ?${monthName}${someYear}`,
    rollingTo,
  ],
  [
    `(?:rolling )?(?:year|ye)(?: to| ending| ended| end)(?: the)?(?: end)?(?: of)?(?: 3[01]| 30 th| 31 st)? ?${monthName}${someYear}`,
    rollingTo,
  ],
  [`rolling(?: year)?(?: to)? ${monthName}${someYear}`, rollingTo],
  // quarter to September; quarter ending Sept 2026
  [
    `(?:the )?(?:quarter|qtr)(?: to| ending| ended| end)(?: the end of)? ${monthName}${someYear}`,
    ([, m, y], today) => [periodContaining('quarter', `${monthOf(m, y, today)}-01`)],
  ],
  // Jul-Sep 2026; April to June
  [`${monthName}(?: '?(20\\d\\d|2\\d))? (?:-|–|to|\\/|until|through) ${monthName}${someYear}`, monthsFromTo],
  // academic year 2025/26; 2025/26; 24-25; FY26
  [
    `(?:the )?(?:academic|school|ay)(?: year)?,? ?${splitYear}`,
    ([, one, two]) => yearOf('academic_year', one, two),
  ],
  [
    `(?:the )?(?:financial|fin|fy|municipal)(?: year)?,? ?${splitYear}`,
    ([, one, two]) => yearOf('financial_year', one, two),
  ],
  [
    `${splitYear}(?: (academic|school|ay|financial|fy))?(?! ?%|\\.\\d)`,
    ([, one, two, kind]) =>
      yearOf(/^(?:ac|sc|ay)/.test(kind ?? '') ? 'academic_year' : 'financial_year', one, two),
  ],
  ['fy ?(20\\d\\d|[12]\\d)', ([, year]) => [{ kind: 'financial_year', key: spanKey(fullYear(year) - 1) }]],
  [
    '(?:the )?(last|previous|this|current) (?:academic|school) year',
    ([, which], today) => [relative('academic_year', which, today)],
  ],
  [
    '(?:the )?(last|previous|this|current) (?:financial year|fin year|fy|municipal year)',
    ([, which], today) => [relative('financial_year', which, today)],
  ],
  [
    '(?:the )?(last|previous|this|current) (?:quarter|qtr)',
    ([, which], today) => [relative('quarter', which, today)],
  ],
  ['(last|previous) calendar year', (_match, today) => [relative('calendar_year', 'last', today)]],
  // The month of the prompt is still running: "43 this month" names no period.
  ['this month', () => []],
  // The rating is as it was; the figure beside it is not of that month for that.
  [
    '(?:same|unchanged|like|as|since|than|ditto)(?: as| from| since)?(?: in| for| it was)?(?: the)? last month',
    () => [],
  ],
  ['last month', (_match, today) => [relative('month', 'last', today)]],
  ['(?:autumn|spring|summer|winter)(?: term)?(?: (?:20\\d\\d|[12]\\d \\/ [12]\\d))?(?: data)?', () => []],
  // as at 30 September 2026; at 31 March
  [
    `(?:as )?(?:at|of) (\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? ${monthName}${someYear}`,
    ([, d, m, y], today) => onDay(`${monthOf(m, y, today)}-${(d ?? '').padStart(2, '0')}`),
  ],
  [
    `(?:as )?(?:at |of )?(?:the )?end(?: of)? ${monthName}${someYear}`,
    ([, m, y], today) => [{ kind: 'month', key: monthOf(m, y, today) }],
  ],
  [
    `${monthName}${someYear}`,
    ([, m, y], today) => (isNearYear(y, today) ? [{ kind: 'month', key: monthOf(m, y, today) }] : null),
  ],
  [monthName, ([, m], today) => [{ kind: 'month', key: monthOf(m, undefined, today) }]],
  // 10/2026
  [
    '(0?[1-9]|1[0-2]) \\/ (20\\d\\d)',
    ([, m, year]) => [{ kind: 'month', key: `${year ?? ''}-${(m ?? '').padStart(2, '0')}` }],
  ],
  ['(20\\d\\d) - (0[1-9]|1[0-2])', ([, year, m]) => [{ kind: 'month', key: `${year ?? ''}-${m ?? ''}` }]],
  ['(?:calendar(?: year)?|cy) (20\\d\\d)', ([, year]) => [{ kind: 'calendar_year', key: year ?? '' }]],
  ['(20\\d\\d)(?= calendar)(?: calendar year)?', ([, year]) => [{ kind: 'calendar_year', key: year ?? '' }]],
];

function fullYear(text: string | undefined): number {
  return text?.length === 2 ? 2000 + Number(text) : Number(text);
}

function spanKey(first: number): string {
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}

/** Only two years in a row are one year of ours: 2025/26, not 2020-2026 or 16-17. */
function firstOf(one: string | undefined, two: string | undefined): number | null {
  const first = fullYear(one);
  const follows =
    fullYear(two) === first + 1 && (one?.length !== 4 || two?.length === 2 || two?.length === 4);
  return follows && first >= 2012 && first <= 2060 && !(one?.length === 2 && first < 2018) ? first : null;
}

function yearOf(
  kind: 'academic_year' | 'financial_year',
  one: string | undefined,
  two: string | undefined,
): readonly Period[] | null {
  const first = firstOf(one, two);
  return first === null ? null : [{ kind, key: spanKey(first) }];
}

function quarterOf(
  quarter: number,
  one: string | undefined,
  two: string | undefined,
): readonly Period[] | null {
  const first = firstOf(one, two);
  return first === null ? null : [{ kind: 'quarter', key: `${spanKey(first)}-Q${quarter}` }];
}

function bothQuarters(quarter: number, year: number): readonly Period[] {
  const financial = { kind: 'quarter', key: `${spanKey(year)}-Q${quarter}` } as const;
  const calendar = periodContaining('quarter', `${year}-${String(quarter * 3).padStart(2, '0')}-01`);
  return [financial, calendar];
}

/** The newest quarter of that number that is over; the one still running is offered beside it. */
function newestQuarters(quarter: number, today: LocalDate): readonly Period[] | null {
  if (quarter < 1) return null;
  const running = periodContaining('quarter', today);
  let over = lastPeriodEndedBefore('quarter', today);
  while (!over.key.endsWith(`Q${quarter}`)) over = previousPeriod(over);
  return running.key.endsWith(`Q${quarter}`) ? [over, running] : [over];
}

function monthOf(name: string | undefined, year: string | undefined, today: LocalDate): Month {
  const number = monthNumber(name ?? '') ?? 1;
  return year === undefined
    ? newestMonth(number, today)
    : `${fullYear(year)}-${String(number).padStart(2, '0')}`;
}

/** "Oct 26" is October 2026; "Oct 43" is 43 in October. */
function isNearYear(year: string | undefined, today: LocalDate): boolean {
  return year === undefined || year.length === 4 || Math.abs(fullYear(year) - Number(today.slice(0, 4))) <= 1;
}

function rollingTo([, name, year]: RegExpExecArray, today: LocalDate): readonly Period[] {
  const last = monthOf(name, year, today);
  // The year ending March is the financial year, day for day.
  if (last.endsWith('-03')) return [periodContaining('financial_year', `${last}-01`)];
  return [{ kind: 'rolling_12_months', key: last }];
}

/** Three months that are a financial quarter are that quarter, twelve are a rolling year; any other stretch is no period of ours. */
function monthsFromTo([, one, oneYear, two, twoYear]: RegExpExecArray, today: LocalDate): readonly Period[] {
  const last = monthOf(two, twoYear, today);
  const number = monthNumber(one ?? '') ?? 1;
  const sameYear = `${last.slice(0, 4)}-${String(number).padStart(2, '0')}`;
  const first =
    oneYear === undefined
      ? sameYear <= last
        ? sameYear
        : addMonths(sameYear, -12)
      : `${fullYear(oneYear)}-${sameYear.slice(5)}`;
  if (addMonths(first, 2) === last && (Number(first.slice(5)) - 1) % 3 === 0)
    return [periodContaining('quarter', `${first}-01`)];
  return addMonths(first, 11) === last ? [{ kind: 'rolling_12_months', key: last }] : [];
}

function relative(
  kind: 'month' | 'quarter' | 'academic_year' | 'financial_year' | 'calendar_year',
  which: string | undefined,
  today: LocalDate,
): Period {
  return which === 'this' || which === 'current'
    ? periodContaining(kind, today)
    : lastPeriodEndedBefore(kind, today);
}

/** "As at 30 September" is September; another day is that day. */
function onDay(day: LocalDate): readonly Period[] | null {
  if (!isLocalDate(day)) return null;
  const endsMonth = !addDays(day, 1).startsWith(day.slice(0, 7));
  return [endsMonth ? { kind: 'month', key: day.slice(0, 7) } : { kind: 'date', key: day }];
}
