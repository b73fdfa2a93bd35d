import { describe, expect, it } from 'vitest';
import { chartPicture } from '../../src/exports/chart-picture.ts';

const chart = {
  kind: 'rating_history',
  months: [
    { label: 'Oct 26', counts: { green: 7, red: 2 } },
    { label: 'Nov 26', counts: { green: 6, red: 3 } },
  ],
} as const;

describe('a chart as a picture', () => {
  it('is a PNG that is sharp on a phone', () => {
    const bytes = Buffer.from(chartPicture(chart));

    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1_440);
  });

  it('is the same for the same data, and another for other data', () => {
    const again = chartPicture(chart);
    const other = chartPicture({ ...chart, months: chart.months.slice(1) });

    expect(Buffer.from(again).equals(Buffer.from(chartPicture(chart)))).toBe(true);
    expect(Buffer.from(other).equals(Buffer.from(again))).toBe(false);
  });
});
