import { describe, expect, test } from 'vitest';
import { figureFreshness, freshness } from '../../src/plan/freshness.ts';
import type { PeriodKind } from '../../src/plan/period.ts';
import {
  attainment,
  bedAndBreakfast,
  careLeavers,
  claimants,
  discontinued,
  progress,
} from './collected-measures.ts';

const figure = (kind: PeriodKind, key: string, provisional = false) => ({
  period: { kind, key },
  provisional,
});

describe('how fresh the actions are', () => {
  test.each([
    ['2026-11-03', 4, 6, 'as of 3 November; 2 of 6 not updated'],
    ['2026-11-03', 6, 6, 'as of 3 November; all 6 updated'],
    ['2026-11-03', 0, 6, 'as of 3 November; none of 6 updated'],
    ['2026-11-13', 1, 1, 'as of 13 November; updated'],
    ['2026-11-13', 0, 1, 'as of 13 November; not updated'],
    ['2026-11-13', 0, 0, 'as of 13 November; nothing to update'],
  ])('on %s with %i of %i', (asOf, answered, total, words) => {
    expect(freshness(asOf, answered, total)).toBe(words);
  });

  test('more answers than actions cannot be', () => {
    expect(() => freshness('2026-11-03', 7, 6)).toThrow('7 of 6 cannot have answered');
    expect(() => freshness('2026-11-03', -1, 6)).toThrow('-1 of 6 cannot have answered');
  });
});

describe('a figure that is stale', () => {
  test.each([
    [claimants, '2026-11', figure('month', '2026-09'), 'figure for October 2026 is due and not given'],
    [
      bedAndBreakfast,
      '2027-01',
      figure('quarter', '2025/26-Q4'),
      'figure for April to June 2026 (Q1 2026/27) is due and not given',
    ],
    [
      careLeavers,
      '2027-03',
      figure('financial_year', '2024/25'),
      'figure for financial year 2025/26 is due and not given',
    ],
    [
      attainment,
      '2027-02',
      figure('academic_year', '2025/26', true),
      'final figure for academic year 2025/26 is due and not given',
    ],
    [claimants, '2026-11', null, 'figure for October 2026 is due and not given'],
  ])('$code in %s', (measure, month, newest, words) => {
    expect(figureFreshness(measure, month, newest)).toMatchObject({ state: 'stale', words });
  });

  test('names the period it waits for', () => {
    const answer = figureFreshness(claimants, '2026-11', figure('month', '2026-08'));

    expect(answer).toMatchObject({ awaited: { kind: 'month', key: '2026-10' } });
  });
});

describe('a figure that is as new as it can be', () => {
  test.each([
    [
      claimants,
      '2026-11',
      figure('month', '2026-10'),
      'latest figure is for October 2026; next figure due December 2026, for November 2026',
    ],
    [
      claimants,
      '2026-11',
      figure('month', '2026-11'),
      'latest figure is for November 2026; next figure due January 2027, for December 2026',
    ],
    [
      careLeavers,
      '2026-10',
      figure('financial_year', '2024/25'),
      'latest figure is for financial year 2024/25; next figure due November 2026, for financial year 2025/26',
    ],
    [
      attainment,
      '2026-12',
      figure('academic_year', '2025/26', true),
      'latest figure is for academic year 2025/26; next figure due February 2027, for academic year 2025/26',
    ],
    [
      attainment,
      '2026-12',
      figure('academic_year', '2025/26'),
      'latest figure is for academic year 2025/26; next figure due October 2027 (provisional), for academic year 2026/27',
    ],
    [
      progress,
      '2026-11',
      figure('academic_year', '2023/24'),
      'latest figure is for academic year 2023/24; next figure due October 2027 (provisional), for academic year 2026/27',
    ],
    [discontinued, '2026-11', null, 'no figure yet; no figure is asked for: no definition is agreed'],
  ])('$code in %s', (measure, month, newest, words) => {
    expect(figureFreshness(measure, month, newest)).toEqual({ state: 'current', words });
  });
});
