import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratingDirection } from '../../src/plan/direction-of-travel.ts';
import { measureDirection, worsensThreeRunning } from '../../src/plan/measure-direction.ts';
import { judgeRun } from '../../src/plan/measure-run.ts';
import { actionRatings, type ShownRating } from '../../src/plan/rating.ts';
import { figureFor, monthlyMeasure, monthsFrom, sampleMeasure } from './rule-samples.ts';

const shownRatings: readonly ShownRating[] = [...actionRatings, 'no_update', 'awaited'];

describe('direction of travel of an action', () => {
  test.each<[ShownRating | null, ShownRating, string | null]>([
    ['amber', 'green', 'better'],
    ['red', 'amber', 'better'],
    ['green', 'complete', 'better'],
    ['green', 'amber', 'worse'],
    ['complete', 'red', 'worse'],
    ['green', 'on_hold', 'worse'],
    ['amber', 'amber', 'same'],
    ['not_started', 'not_started', 'same'],
    ['red', 'on_hold', 'same'],
    ['on_hold', 'red', 'same'],
    ['not_started', 'green', 'new'],
    ['no_update', 'green', 'new'],
    [null, 'red', 'new'],
    ['green', 'no_update', null],
    ['green', 'awaited', null],
    [null, 'awaited', null],
  ])('from %s to %s is %s', (before, now, direction) => {
    expect(ratingDirection(before, now)).toBe(direction);
  });

  test('there and back again are opposites', () => {
    const opposite = { better: 'worse', worse: 'better', same: 'same', new: 'new' } as const;
    const given = fc.constantFrom(...actionRatings);

    fc.assert(
      fc.property(given, given, (before, now) => {
        const direction = ratingDirection(before, now);

        expect(direction).not.toBeNull();
        expect(ratingDirection(now, before)).toBe(opposite[direction ?? 'new']);
      }),
    );
  });

  test('silence never has a direction, whatever was said before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...shownRatings),
        fc.constantFrom('no_update', 'awaited'),
        (before, now) => {
          expect(ratingDirection(before, now)).toBeNull();
        },
      ),
    );
  });
});

describe('direction of travel of a measure', () => {
  test('with few figures the last step counts, once it is big enough', () => {
    const small = measureDirection(sampleMeasure(), [figureFor('2024', 50), figureFor('2025', 50.4)]);
    const big = measureDirection(sampleMeasure(), [figureFor('2024', 50), figureFor('2025', 50.5)]);

    expect(small.shortTerm).toMatchObject({
      direction: 'same',
      words: 'About the same as calendar year 2024 (50%)',
    });
    expect(big.shortTerm).toMatchObject({
      direction: 'better',
      words: 'Better than calendar year 2024 (50%)',
    });
    expect(big.polarity).toBe('bigger is better');
  });

  test('small steps the same way count together from the third on', () => {
    const drifting = measureDirection(monthlyMeasure(), monthsFrom(0, [50, 50.2, 50.4, 50.6]));

    expect(drifting.shortTerm).toMatchObject({
      direction: 'better',
      words: 'Better than January 2025 (50%), 3 moves running',
    });
  });

  test('one high month among many is not yet a direction', () => {
    const spike = measureDirection(monthlyMeasure(), monthsFrom(0, [50, 51, 49, 50, 51, 50, 58]));

    expect(spike.shortTerm).toMatchObject({
      direction: 'same',
      words: 'Same: the last three figures are about what is usual (50%)',
    });
  });

  test('three months on one side of what was usual are', () => {
    const shifted = measureDirection(
      monthlyMeasure({ polarity: 'lower' }),
      monthsFrom(0, [50, 51, 49, 50, 55, 57, 56]),
    );

    expect(shifted.shortTerm).toMatchObject({
      direction: 'worse',
      words: 'Worse: the last three figures are all worse than usual (50%)',
    });
    expect(shifted.polarity).toBe('smaller is better');
  });

  test('the same time last year is a comparison of its own', () => {
    const figures = [figureFor('2025-10', 61), figureFor('2026-09', 50), figureFor('2026-10', 55)];

    const direction = measureDirection(monthlyMeasure(), figures);

    expect(direction.shortTerm.direction).toBe('better');
    expect(direction.yearOnYear).toMatchObject({
      direction: 'worse',
      words: 'Worse than October 2025 (61%)',
    });
  });

  test('without a better direction a move is higher or lower, and needs explaining', () => {
    const adopted = sampleMeasure({ unit: 'count', polarity: 'none', minimumChange: 5 });

    const direction = measureDirection(adopted, [figureFor('2024', 100), figureFor('2025', 120)]);

    expect(direction.shortTerm).toMatchObject({
      direction: null,
      words: 'Higher than calendar year 2024 (100); a change needs explaining',
    });
    expect(direction.polarity).toBe('no better or worse direction: a change needs explaining');
  });

  test.each([
    ['no figures at all', [], 'New: there is no figure yet'],
    ['a single figure', [figureFor('2025', 50)], 'New: there is no earlier figure to compare with'],
    [
      'a newest figure that is hidden',
      [figureFor('2024', 50), figureFor('2025', null)],
      'New: the figure is too small to be shown',
    ],
  ])('%s: new, and why', (_, figures, words) => {
    expect(measureDirection(sampleMeasure(), figures).shortTerm).toEqual({
      direction: 'new',
      against: null,
      words,
    });
  });

  test('a gap last year is said, not filled', () => {
    const { yearOnYear } = measureDirection(monthlyMeasure(), monthsFrom(0, [50, 55]));

    expect(yearOnYear.words).toBe('New: there is no figure for February 2024 to compare with');
  });

  test('getting worse three times running is told from a wobble', () => {
    const lower = monthlyMeasure({ polarity: 'lower' });

    expect(worsensThreeRunning(lower, monthsFrom(0, [50, 51, 52, 53]))).toBe(true);
    expect(worsensThreeRunning(lower, monthsFrom(0, [50, 51, 50, 53]))).toBe(false);
    expect(worsensThreeRunning(lower, monthsFrom(0, [50, 50.1, 50.2, 50.3]))).toBe(false);
    expect(worsensThreeRunning(monthlyMeasure(), monthsFrom(0, [50, 51, 52, 53]))).toBe(false);
  });
});

describe('a run', () => {
  const gains = fc.array(
    fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10),
    { minLength: 2, maxLength: 24 },
  );
  const least = fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10);

  test('turned upside down is the same run the other way', () => {
    fc.assert(
      fc.property(gains, least, (series, enough) => {
        const run = judgeRun(series, enough);
        const mirrored = judgeRun(
          series.map((gain) => -gain),
          enough,
        );

        expect((mirrored?.way ?? 0) + (run?.way ?? 0)).toBe(0);
        expect(mirrored?.how).toBe(run?.how);
      }),
    );
  });

  test('that stays level, or within noise, is the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 24 }), (noise) => {
        const series = noise.map((tenths) => 50 + tenths / 10);

        expect(judgeRun(series, 1)?.way).toBe(0);
      }),
    );
  });

  test('of one figure is none', () => {
    expect(judgeRun([], 1)).toBeNull();
    expect(judgeRun([50], 1)).toBeNull();
  });
});
