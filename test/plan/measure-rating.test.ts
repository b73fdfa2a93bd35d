import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateMeasure } from '../../src/plan/measure-rating.ts';
import { publishedBy } from '../../src/plan/measure-series.ts';
import type { MeasureRating } from '../../src/plan/rating.ts';
import { figureFor, monthlyMeasure, monthsFrom, periodOf, sampleMeasure } from './rule-samples.ts';

const share = sampleMeasure();

describe('the rating of a measure', () => {
  test.each<[string, number, number, MeasureRating]>([
    ['better than the target is green', 50, 61, 'green'],
    ['on the target is green', 50, 60, 'green'],
    ['exactly 10% below the target is still green', 70, 54, 'green'],
    ['a hair beyond the tolerance and worse is red', 70, 53.9, 'red'],
    ['beyond the tolerance but improved is amber', 40, 45, 'amber'],
    ['beyond the tolerance and held is amber', 45, 45, 'amber'],
    ['beyond the tolerance and worse by less than counts is amber', 45.4, 45, 'amber'],
    ['beyond the tolerance and worse by just what counts is red', 45.5, 45, 'red'],
  ])('%s', (_, before, now, rating) => {
    const judgement = rateMeasure(share, [figureFor('2024', before), figureFor('2025', now)]);

    expect(judgement.rating).toBe(rating);
    expect(judgement.target).toBe(60);
  });

  test('where smaller is better, below the target is green and a rise beyond it is red', () => {
    const moves = sampleMeasure({ polarity: 'lower', targets: [{ from: '2023', value: 20 }] });

    expect(rateMeasure(moves, [figureFor('2025', 18)]).rating).toBe('green');
    expect(rateMeasure(moves, [figureFor('2025', 22)]).rating).toBe('green');
    expect(rateMeasure(moves, [figureFor('2024', 24), figureFor('2025', 25)]).rating).toBe('red');
    expect(rateMeasure(moves, [figureFor('2024', 26), figureFor('2025', 25)]).rating).toBe('amber');
  });

  test('a score below zero keeps its tolerance on the right side', () => {
    const score = sampleMeasure({
      unit: 'score',
      targets: [{ from: '2023', value: -0.1 }],
      tolerance: { kind: 'absolute', amount: 0.1 },
      minimumChange: 0.05,
    });

    expect(rateMeasure(score, [figureFor('2025', -0.2)]).rating).toBe('green');
    expect(rateMeasure(score, [figureFor('2024', -0.1), figureFor('2025', -0.3)]).rating).toBe('red');
  });

  test('a month is held against the same month of last year, not against the month before', () => {
    const figures = [figureFor('2025-10', 40), figureFor('2026-09', 50), figureFor('2026-10', 45)];

    const judgement = rateMeasure(monthlyMeasure(), figures);

    expect(judgement.rating).toBe('amber');
    expect(judgement.reason).toBe(
      '45% for October 2026 is 15 percentage points short of the target of 60%, beyond tolerance, and better than for October 2025 (40%).',
    );
  });

  test('the newest target that has begun is the one that counts', () => {
    const rising = sampleMeasure({
      targets: [
        { from: '2025', value: 80 },
        { from: '2023', value: 60 },
        { from: '2027', value: 95 },
      ],
    });

    expect(rateMeasure(rising, [figureFor('2024', 60)]).target).toBe(60);
    expect(rateMeasure(rising, [figureFor('2026', 60)]).target).toBe(80);
  });

  test.each([
    ['no figure yet', share, [], 'Not rated: there is no figure yet.'],
    [
      'nothing but a baseline',
      sampleMeasure({ baseline: { period: '2024', value: 70 } }),
      [],
      'Not rated: there is no figure yet.',
    ],
    [
      'no target',
      sampleMeasure({ targets: [] }),
      [figureFor('2025', 50)],
      'Not rated: no target is set for calendar year 2025.',
    ],
    [
      'a target that begins later',
      sampleMeasure({ targets: [{ from: '2026', value: 60 }] }),
      [figureFor('2025', 50)],
      'Not rated: no target is set for calendar year 2025.',
    ],
    [
      'no better direction',
      sampleMeasure({ polarity: 'none' }),
      [figureFor('2025', 50)],
      'Not rated: no direction is better, so a change needs explaining.',
    ],
    [
      'a hidden figure',
      share,
      [figureFor('2025', null)],
      'Not rated: the figure for calendar year 2025 is too small to be shown.',
    ],
    [
      'a small numerator',
      share,
      [figureFor('2025', 30, { numerator: 3, denominator: 10 })],
      'Not rated: the figure for calendar year 2025 is too small to be shown.',
    ],
    [
      'nothing to tell worse from held',
      share,
      [figureFor('2025', 50)],
      'Not rated: 50% for calendar year 2025 is 10 percentage points short of the target of 60%, beyond tolerance, but there is no figure for calendar year 2024 that says whether it is getting worse.',
    ],
  ])('%s: not rated, and the reason is said', (_, measure, figures, reason) => {
    const judgement = rateMeasure(measure, figures);

    expect(judgement.rating).toBe('not_rated');
    expect(judgement.reason).toBe(reason);
  });

  test('the baseline of the plan stands in for last year until a figure does', () => {
    const withBaseline = sampleMeasure({ baseline: { period: '2024', value: 55 } });

    expect(rateMeasure(withBaseline, [figureFor('2025', 50)]).rating).toBe('red');
    expect(rateMeasure(withBaseline, [figureFor('2024', 45), figureFor('2025', 50)]).rating).toBe('amber');
  });

  test('a later version replaces an earlier one, and a year that was not published leaves the year before standing', () => {
    const revised = [figureFor('2025', 62), figureFor('2025', 40, { version: 2 }), figureFor('2024', 50)];
    const notPublished = figureFor('2026', null, { state: 'not_published' });

    expect(rateMeasure(share, revised).rating).toBe('red');
    expect(rateMeasure(share, [...revised, notPublished]).period).toEqual(periodOf('2025'));
  });

  test('as of a period, later figures play no part; figures under embargo can be left out', () => {
    const figures = [figureFor('2024', 61), figureFor('2025', 30, { embargoUntil: '2026-12-01' })];

    expect(rateMeasure(share, figures, periodOf('2024')).rating).toBe('green');
    expect(rateMeasure(share, publishedBy('2026-11-30', figures)).rating).toBe('green');
    expect(rateMeasure(share, publishedBy('2026-12-01', figures)).rating).toBe('red');
  });

  test('a count that is published rounded is rated and quoted rounded', () => {
    const families = monthlyMeasure({
      unit: 'count',
      polarity: 'lower',
      targets: [{ from: '2023-04', value: 15 }],
      suppression: { hideUpTo: 7, hideZero: false, roundTo: 5 },
    });

    expect(rateMeasure(families, [figureFor('2026-10', 17)]).reason).toBe(
      '15 for October 2026 meets the target of 15.',
    );
  });

  test('the rating does not depend on the order of the figures, and figures of others play no part', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(null));
    const shuffledMonths = fc.array(value, { minLength: 1, maxLength: 30 }).chain((values) => {
      const figures = monthsFrom(0, values);
      const whole = { minLength: figures.length, maxLength: figures.length };
      return fc.record({ figures: fc.constant(figures), shuffled: fc.shuffledSubarray([...figures], whole) });
    });

    fc.assert(
      fc.property(shuffledMonths, ({ figures, shuffled }) => {
        const others = figures.flatMap((figure) => [
          { ...figure, series: 'england' as const, value: 1, version: 9 },
          { ...figure, measureCode: 'I06', value: 1, version: 9 },
        ]);

        expect(rateMeasure(monthlyMeasure(), [...others, ...shuffled])).toEqual(
          rateMeasure(monthlyMeasure(), figures),
        );
      }),
    );
  });

  test('a better figure never gets a worse rating, whichever way is better', () => {
    const rank: Readonly<Record<MeasureRating, number>> = { red: 0, amber: 1, green: 2, not_rated: 3 };
    const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);

    fc.assert(
      fc.property(
        percent,
        percent,
        percent,
        fc.constantFrom('higher' as const, 'lower' as const),
        (before, one, other, polarity) => {
          const measure = sampleMeasure({ polarity });
          const rate = (now: number) =>
            rank[rateMeasure(measure, [figureFor('2024', before), figureFor('2025', now)]).rating];
          const [worse, better] = [Math.min(one, other), Math.max(one, other)];

          const [low, high] =
            polarity === 'higher' ? [rate(worse), rate(better)] : [rate(better), rate(worse)];

          expect(high).toBeGreaterThanOrEqual(low);
        },
      ),
    );
  });
});
