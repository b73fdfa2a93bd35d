import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFigure, comparisonInWords } from '../../src/plan/comparison.ts';
import type { MeasureValue } from '../../src/plan/value.ts';
import { figureFor, periodOf, sampleMeasure } from './rule-samples.ts';

const measure = sampleMeasure({ targets: [{ from: '2023', value: 25 }] });
const plans2024: readonly MeasureValue[] = [
  figureFor('2024', 26.7),
  figureFor('2024', 46.4, { series: 'england' }),
  figureFor('2024', 26.9, { series: 'region' }),
  figureFor('2024', 67.5, { series: 'neighbours', source: 'mean of ten similar areas' }),
  figureFor('2023', 50.3, { series: 'england' }),
];

describe('a figure held against others', () => {
  test('says better or worse in words, with the other figure, the period and the sources', () => {
    expect(comparisonInWords(measure, periodOf('2024'), plans2024)).toBe(
      '26.7% for calendar year 2024: better than the target (25%), worse than England (46.4%), about the same as the region (26.9%), worse than similar areas (67.5%). Source: DfE; mean of ten similar areas.',
    );
  });

  test('where smaller is better, the smaller figure is the better one', () => {
    const lower = sampleMeasure({ polarity: 'lower', targets: [] });

    expect(compareFigure(lower, periodOf('2024'), plans2024).map(({ standing }) => standing)).toEqual([
      'better',
      'same',
      'better',
    ]);
  });

  test('without a better direction it says higher or lower, and no target', () => {
    const neither = sampleMeasure({ polarity: 'none' });

    const standings = compareFigure(neither, periodOf('2024'), plans2024).map(({ against, standing }) => [
      against,
      standing,
    ]);

    expect(standings).toEqual([
      ['england', 'lower'],
      ['region', 'same'],
      ['neighbours', 'lower'],
    ]);
  });

  test('a figure of another period is never compared', () => {
    const onlyLastYear = [figureFor('2024', 26.7), figureFor('2023', 50.3, { series: 'england' })];

    expect(comparisonInWords(sampleMeasure({ targets: [] }), periodOf('2024'), onlyLastYear)).toBeNull();
  });

  test('a hidden figure is neither said nor compared', () => {
    const hidden = [figureFor('2024', null), ...plans2024.slice(1)];
    const hiddenThere = [figureFor('2024', 26.7), figureFor('2024', null, { series: 'england' })];

    expect(comparisonInWords(measure, periodOf('2024'), hidden)).toBeNull();
    expect(compareFigure(measure, periodOf('2024'), hiddenThere).map(({ against }) => against)).toEqual([
      'target',
    ]);
  });

  test('of several versions the latest counts, whatever the order', () => {
    const revised = figureFor('2024', 20, { series: 'england', version: 2 });

    fc.assert(
      fc.property(fc.shuffledSubarray([...plans2024, revised], { minLength: 6 }), (values) => {
        expect(compareFigure(measure, periodOf('2024'), values)[1]).toMatchObject({
          against: 'england',
          figure: 20,
          standing: 'better',
        });
      }),
    );
  });

  test('neither of two can be better than the other', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const standing = (own: number, other: number) =>
      compareFigure(sampleMeasure({ targets: [] }), periodOf('2024'), [
        figureFor('2024', own),
        figureFor('2024', other, { series: 'england' }),
      ])[0]?.standing;

    fc.assert(
      fc.property(percent, percent, (one, other) => {
        const opposite = {
          better: 'worse',
          worse: 'better',
          same: 'same',
          higher: 'lower',
          lower: 'higher',
        } as const;
        expect(standing(other, one)).toBe(opposite[standing(one, other) ?? 'same']);
      }),
    );
  });
});
