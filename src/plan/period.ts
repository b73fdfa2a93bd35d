/** The kinds of time a figure can be about (guide: months, financial quarters, three kinds of year, rolling, a date). */
export const periodKinds = [
  'month',
  'quarter',
  'financial_year',
  'academic_year',
  'calendar_year',
  'rolling_12_months',
  'date',
] as const;
export type PeriodKind = (typeof periodKinds)[number];

/**
 * What a figure is about. The key alone is unambiguous within a kind and sorts by time:
 * month `2026-10`; quarter `2026/27-Q2` (Q1 = April to June); financial and academic year `2025/26`;
 * calendar year `2026`; rolling 12 months `2026-10` (twelve months to the end of it); date `2026-03-31`.
 */
export interface Period {
  readonly kind: PeriodKind;
  readonly key: string;
}
