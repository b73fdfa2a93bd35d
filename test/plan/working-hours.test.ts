import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingHoursBetween } from '../../src/plan/working-hours.ts';

const hours = (from: string, to: string, closed: readonly string[] = []) =>
  workingHoursBetween(new Date(from), new Date(to), closed);

describe('working hours', () => {
  it.each([
    ['within a day', '2026-11-03T10:00:00Z', '2026-11-03T14:30:00Z', 4.5],
    ['over a night', '2026-11-03T16:00:00Z', '2026-11-04T10:00:00Z', 2],
    ['over a weekend', '2026-11-06T16:00:00Z', '2026-11-09T10:00:00Z', 2],
    ['over Christmas and its substitute day', '2026-12-24T16:00:00Z', '2026-12-29T10:00:00Z', 2],
    ['in summer time', '2026-07-01T08:00:00Z', '2026-07-01T16:00:00Z', 8],
    ['before and after work', '2026-11-03T05:00:00Z', '2026-11-03T22:00:00Z', 8],
    ['the wrong way round', '2026-11-04T10:00:00Z', '2026-11-03T10:00:00Z', 0],
  ])('%s', (_what, from, to, expected) => {
    expect(hours(from, to)).toBe(expected);
  });

  it('leave out the days on which a partnership is closed', () => {
    expect(hours('2026-11-03T09:00:00Z', '2026-11-05T09:00:00Z', ['2026-11-04'])).toBe(8);
  });

  it('add up: a time in between changes nothing', () => {
    const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), (times) => {
        const [from = 0, middle = 0, to = 0] = [...times].sort((one, other) => one - other);
        const between = (start: number, end: number) => workingHoursBetween(new Date(start), new Date(end));

        expect(between(from, middle) + between(middle, to)).toBeCloseTo(between(from, to), 6);
      }),
      { numRuns: 20 },
    );
  });
});
