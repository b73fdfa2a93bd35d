import { periodContaining, periodEnd } from '../../plan/period-calendar.ts';
import type { Period } from '../../plan/period.ts';

/** Kinds of period that last a year. */
const years: ReadonlySet<Period['kind']> = new Set([
  'academic_year',
  'financial_year',
  'calendar_year',
  'rolling_12_months',
]);

/**
 * A period in the kind that a measure is asked in: itself where it is of that kind; the same twelve months under the other name ("2025/26" and
 * "12 months to March 2026"); and for a bare year ("2025") the year of the measure's own kind that was asked for where it touches that
 * year, else the one that ends in it, as exam results of 2025 are those of 2024/25. Null where it is another time.
 */
export function ownPeriod(said: Period, asked: Period): Period | null {
  if (said.kind === asked.kind) return said;
  if (!years.has(said.kind) || !years.has(asked.kind)) return null;
  const sameEnd = periodContaining(asked.kind, periodEnd(said));
  if (periodEnd(sameEnd) === periodEnd(said)) return sameEnd;
  if (said.kind !== 'calendar_year' || asked.kind === 'rolling_12_months') return null;
  const ended = periodContaining(asked.kind, `${said.key}-01-01`);
  return asked.key.startsWith(said.key) ? asked : ended;
}
