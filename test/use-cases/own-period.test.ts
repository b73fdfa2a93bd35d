import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/plan/period.ts';
import { ownPeriod } from '../../src/use-cases/conversation/own-period.ts';

const asked = (kind: Period['kind'], key: string): Period => ({ kind, key });

describe('a year that somebody names', () => {
  it.each([
    ['is the academic year that was asked for', '2025', asked('academic_year', '2025/26'), '2025/26'],
    ['is the academic year that ended in it', '2025', asked('academic_year', '2024/25'), '2024/25'],
    ['is the financial year that was asked for', '2025', asked('financial_year', '2025/26'), '2025/26'],
    ['is itself for a measure of calendar years', '2025', asked('calendar_year', '2024'), '2025'],
    ['is the twelve months to its December', '2025', asked('rolling_12_months', '2026-03'), '2025-12'],
  ])('%s', (_name, year, period, key) => {
    expect(ownPeriod(asked('calendar_year', year), period)).toEqual({ kind: period.kind, key });
  });

  it('is the same twelve months under the other name', () => {
    const said = asked('financial_year', '2025/26');

    expect(ownPeriod(said, asked('rolling_12_months', '2026-03'))?.key).toBe('2026-03');
    expect(ownPeriod(asked('rolling_12_months', '2026-03'), said)?.key).toBe('2025/26');
  });

  it('is asked about where the measure goes by months or quarters, or by another year', () => {
    expect(ownPeriod(asked('calendar_year', '2025'), asked('month', '2025-10'))).toBeNull();
    expect(ownPeriod(asked('calendar_year', '2025'), asked('quarter', '2025/26-Q2'))).toBeNull();
    expect(ownPeriod(asked('financial_year', '2025/26'), asked('academic_year', '2025/26'))).toBeNull();
  });
});
