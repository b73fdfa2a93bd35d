import { describe, expect, test } from 'vitest';
import { chartSubtitle, chartTable, figureInWords, letterKey } from '../../src/plan/chart-table.ts';

describe('the data of a chart as a table', () => {
  test('ratings by month: a column for each rating that occurs, in a settled order', () => {
    const table = chartTable({
      kind: 'rating_history',
      months: [
        { label: 'Oct 26', counts: { red: 2, green: 1250, amber: 0 } },
        { label: 'Nov 26', counts: { no_update: 1 } },
      ],
    });

    expect(table.columns).toEqual(['Month', 'Green', 'Red', 'No update']);
    expect(table.rows).toEqual([
      ['Oct 26', '1,250', '2', '0'],
      ['Nov 26', '0', '0', '1'],
    ]);
  });

  test('a trend: a column for each line, and words where there is no figure', () => {
    const table = chartTable({
      kind: 'trend',
      unitWords: 'Per cent',
      polarityWords: 'lower is better',
      periods: ['2024/25', '2025/26'],
      lines: [
        { name: 'Birmingham', role: 'main', values: [61.25, null] },
        { name: 'England', role: 'comparator', values: [58] },
      ],
    });

    expect(table.columns).toEqual(['Period', 'Birmingham', 'England']);
    expect(table.rows).toEqual([
      ['2024/25', '61.25%', '58%'],
      ['2025/26', 'no figure', 'no figure'],
    ]);
  });

  test('a strip: words, or letters with their key', () => {
    const chart = {
      kind: 'rating_strip',
      months: ['Oct', 'Nov'],
      rows: [{ code: 'IC1', title: 'Joyful things', ratings: ['green', 'no_update'] }],
    } as const;

    expect(chartTable(chart).rows).toEqual([['IC1', 'Joyful things', 'Green', 'No update']]);
    expect(chartTable(chart, 'letter').rows).toEqual([['IC1', 'Joyful things', 'G', '–']]);
    expect(letterKey(['green', 'no_update'])).toBe('G Green, – No update');
  });

  test('the line under the title says what is measured and which way is good', () => {
    const trend = { kind: 'trend', periods: [], lines: [] } as const;

    expect(chartSubtitle({ ...trend, unitWords: 'Per cent', polarityWords: 'higher is better' })).toBe(
      'Per cent · higher is better',
    );
    expect(chartSubtitle({ ...trend, unitWords: 'Days', polarityWords: '' })).toBe('Days');
  });

  test.each([
    [61.2, 'Per cent', '61.2%'],
    [61.2, '% of pupils', '61.2%'],
    [1.5, 'percentage points', '1.5'],
    [1234.567, 'Number', '1,234.57'],
    [0.01234, 'Rate', '0.0123'],
    [-4, 'Score', '-4'],
    [0, 'Per cent', '0%'],
  ])('%d in %s is %s', (value, unit, words) => {
    expect(figureInWords(value, unit)).toBe(words);
  });
});
