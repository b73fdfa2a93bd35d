import { dayInWords } from '../kit/local-date.ts';
import { monthInWords, monthName, shortMonth } from './month.ts';
import { periodEnd, periodStart } from './period-calendar.ts';
import type { Period } from './period.ts';

/** The period as a sentence says it: `October 2026`, `July to September 2026 (Q2 2026/27)`, `at 31 March 2026`. */
export function periodInWords(period: Period): string {
  switch (period.kind) {
    case 'month':
      return monthInWords(period.key);
    case 'quarter':
      return `${monthName(periodStart(period).slice(0, 7))} to ${monthInWords(periodEnd(period).slice(0, 7))} (${period.key.slice(8)} ${period.key.slice(0, 7)})`;
    case 'financial_year':
      return `financial year ${period.key}`;
    case 'academic_year':
      return `academic year ${period.key}`;
    case 'calendar_year':
      return `calendar year ${period.key}`;
    case 'rolling_12_months':
      return `12 months to ${monthInWords(period.key)}`;
    case 'date':
      return `at ${dayInWords(period.key)}`;
  }
}

/** The period for the axis of a chart, at most ten characters: `Oct 26`, `Q2 26/27`, `2025/26`, `31 Mar 26`. */
export function shortPeriod(period: Period): string {
  switch (period.kind) {
    case 'month':
      return shortMonth(period.key);
    case 'quarter':
      return `${period.key.slice(8)} ${period.key.slice(2, 7)}`;
    case 'financial_year':
    case 'academic_year':
    case 'calendar_year':
      return period.key;
    case 'rolling_12_months':
      return `to ${shortMonth(period.key)}`;
    case 'date':
      return `${Number(period.key.slice(8, 10))} ${shortMonth(period.key.slice(0, 7))}`;
  }
}
