import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/plan/plan.ts';
import { checkValue, completeValue, valueFromFraction } from '../../src/plan/value-rules.ts';
import { checkTotals } from '../../src/plan/value-totals.ts';
import type { ValueContent } from '../../src/plan/value.ts';
import { figureFor, monthlyMeasure, periodOf, sampleMeasure } from './rule-samples.ts';

const today = '2026-11-03';
const share = monthlyMeasure();
const given = (changes: Partial<ValueContent>): ValueContent => ({
  state: 'value',
  value: null,
  numerator: null,
  denominator: null,
  provisional: false,
  embargoUntil: null,
  ...changes,
});
const check = (
  measure: Measure,
  changes: Partial<ValueContent>,
  before: number | null = null,
  key = '2026-10',
) =>
  checkValue(
    measure,
    periodOf(key),
    given(changes),
    before === null ? null : figureFor('2026-09', before),
    today,
  );
const refusals = (measure: Measure, changes: Partial<ValueContent>, key = '2026-10') =>
  check(measure, changes, null, key).problems.map(({ words }) => words);
const questions = (measure: Measure, value: number, before: number | null) =>
  check(measure, { value }, before).doubts.map(({ words, instead }) => [words, instead]);

describe('a figure is taken when', () => {
  test.each<[string, Measure, Partial<ValueContent>]>([
    ['it is a percentage', share, { value: 61.3 }],
    ['it is nought', share, { value: 0 }],
    ['it is a hundred percent', share, { value: 100 }],
    ['it comes with the fraction it rounds from', share, { value: 61.3, numerator: 19, denominator: 31 }],
    ['it is rounded to the whole', share, { value: 61, numerator: 19, denominator: 31 }],
    ['only the fraction is given', share, { numerator: 19, denominator: 31 }],
    ['it is a score below zero', monthlyMeasure({ unit: 'score' }), { value: -0.24 }],
    ['it is a count', monthlyMeasure({ unit: 'count' }), { value: 1204 }],
    [
      'it is a rate of more than a hundred per hundred pupils',
      monthlyMeasure({ unit: 'per_100_pupils' }),
      { value: 130 },
    ],
    ['it is fewer than five', share, { state: 'suppressed' }],
    ['it was not published', share, { state: 'not_published' }],
  ])('%s', (_, measure, changes) => {
    expect(check(measure, changes)).toEqual({ problems: [], doubts: [] });
  });
});

test('a figure of today is taken, one of tomorrow is not', () => {
  const counted = monthlyMeasure({ collection: { every: 'never', reason: 'counted when asked' } });

  expect(check(counted, { value: 61 }, null, '2026-11-03')).toEqual({ problems: [], doubts: [] });
  expect(refusals(counted, { value: 61 }, '2026-11-04')).toEqual([
    'There can be no figure for 4 November 2026 yet: it has not begun.',
  ]);
});

describe('a figure is refused when', () => {
  test.each<[string, Measure, Partial<ValueContent>, string]>([
    [
      'it is over a hundred percent',
      share,
      { value: 101 },
      'I05 is a percentage: it lies between 0 and 100, and 101 does not.',
    ],
    [
      'it is below nought percent',
      share,
      { value: -3 },
      'I05 is a percentage: it lies between 0 and 100, and −3 does not.',
    ],
    [
      'a count is not whole',
      monthlyMeasure({ unit: 'count' }),
      { value: 12.5 },
      'I05 is a count: it must be a whole number, 0 or more, and 12.5 is not.',
    ],
    [
      'days are below zero',
      monthlyMeasure({ unit: 'days' }),
      { value: -1 },
      'I05 cannot be below 0, and −1 is.',
    ],
    ['it is no number', share, { value: Number.NaN }, 'This is not a number.'],
    ['nothing is given', share, {}, 'Give a figure, or say why there is none.'],
    [
      'a figure and a reason for none are given',
      share,
      { state: 'suppressed', value: 3 },
      'Give either a figure or the reason why there is none, not both.',
    ],
    [
      'half a fraction is given',
      share,
      { numerator: 19 },
      'The denominator is missing: give both parts, such as 19 of 31.',
    ],
    [
      'the numerator is above the denominator',
      share,
      { numerator: 32, denominator: 31 },
      '32 of 31 is more than all: the numerator cannot be above the denominator.',
    ],
    [
      'the denominator is nought',
      share,
      { numerator: 0, denominator: 0 },
      'The denominator must be a whole number, 1 or more.',
    ],
    [
      'the numerator is not whole',
      share,
      { numerator: 1.5, denominator: 31 },
      'The numerator must be a whole number, 0 or more.',
    ],
    [
      'it does not fit its fraction',
      share,
      { value: 63, numerator: 19, denominator: 31 },
      '19 of 31 is 61.3%, not 63%. Which of them is right?',
    ],
    [
      'a count comes with a fraction',
      monthlyMeasure({ unit: 'count' }),
      { value: 3, numerator: 1, denominator: 2 },
      'I05 is a figure of its own: it has no numerator and denominator.',
    ],
    [
      'its embargo ends on no day',
      share,
      { value: 61, embargoUntil: '2026-02-30' },
      'There is no day “2026-02-30”. Write it as 2026-11-30.',
    ],
  ])('%s', (_, measure, changes, words) => {
    expect(refusals(measure, changes)).toEqual([words]);
  });

  test('its period has not begun, or is of another kind, or does not exist', () => {
    expect(refusals(share, { value: 61 }, '2026-12')).toEqual([
      'There can be no figure for December 2026 yet: it has not begun.',
    ]);
    expect(refusals(share, { value: 61 }, '2026')).toEqual(['I05 is about a month, not a calendar year.']);
    expect(refusals(sampleMeasure(), { value: 61 }, '1899')).toEqual([
      '"1899" lies outside the years 1990 to 2099; check the year.',
    ]);
  });
});

describe('a figure is asked about when', () => {
  test('it may have lost its scale', () => {
    expect(questions(share, 0.613, null)).toEqual([['Do you mean 61.3% or really 0.613%?', 61.3]]);
    expect(questions(share, 0.613, 58)).toEqual([['Do you mean 61.3% or really 0.613%?', 61.3]]);
    expect(questions(share, 0.6, 0.7)).toEqual([]);
  });

  test('it is ten times the one before, or a tenth of it', () => {
    expect(questions(monthlyMeasure({ unit: 'count' }), 4310, 431)).toEqual([
      ['4,310 is ten times 431 for September 2026 or more. Is it right?', 431],
    ]);
    expect(questions(share, 6.1, 61)).toEqual([
      ['6.1% is a tenth of 61% for September 2026 or less. Is it right?', 61],
    ]);
    expect(questions(share, 6.2, 61)).toEqual([]);
  });

  test('small counts may jump without a question', () => {
    expect(questions(monthlyMeasure({ unit: 'count' }), 12, 1)).toEqual([]);
  });

  test('it falls to nought, or a score lies far from zero', () => {
    expect(questions(share, 0, 61)).toEqual([
      [
        '0 counts as a figure, and the one before was 61% for September 2026. Is it really 0, or is there no figure yet?',
        null,
      ],
    ]);
    expect(questions(monthlyMeasure({ unit: 'score' }), -24, -0.2)).toEqual([
      ['−24.00 is far from 0 for a score. Is it right?', null],
    ]);
  });

  test('its period is still running, unless the statistic comes out early', () => {
    const census = sampleMeasure({
      collection: {
        every: 'year',
        periodKind: 'calendar_year',
        releases: [{ month: 7, status: 'final', periodsBack: -1 }],
        pausedUntil: null,
      },
    });

    expect(check(share, { value: 61 }, null, '2026-11').doubts.map(({ words }) => words)).toEqual([
      'Is the figure for the whole of November 2026? It is not over yet.',
    ]);
    expect(check(census, { value: 61 }, null, '2026').doubts).toEqual([]);
  });
});

describe('a fraction', () => {
  test('gives the figure to one decimal, in the unit of the measure', () => {
    expect(valueFromFraction({ unit: 'percent' }, 19, 31)).toBe(61.3);
    expect(valueFromFraction({ unit: 'per_1000' }, 31, 1204)).toBe(25.7);
    expect(valueFromFraction({ unit: 'per_100000' }, 12, 45_000)).toBe(26.7);
    expect(valueFromFraction({ unit: 'days' }, 12, 3)).toBeNull();
    expect(valueFromFraction({ unit: 'percent' }, 0, 0)).toBeNull();
  });

  test('is worked out before storing, and float noise goes', () => {
    expect(completeValue(share, given({ numerator: 19, denominator: 31 })).value).toBe(61.3);
    expect(completeValue(share, given({ value: 65.599999999999994 })).value).toBe(65.6);
    expect(completeValue(share, given({ state: 'suppressed' }))).toEqual(given({ state: 'suppressed' }));
  });

  test('of part of a whole is always taken, with or without its percentage', () => {
    const part = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));

    fc.assert(
      fc.property(part, ([numerator, denominator]) => {
        const value = valueFromFraction(share, numerator, denominator);

        expect(check(share, { numerator, denominator }).problems).toEqual([]);
        expect(check(share, { value, numerator, denominator }).problems).toEqual([]);
      }),
    );
  });
});

describe('a total', () => {
  const total = sampleMeasure({ code: 'I31c', sumOf: ['I31a', 'I31b'] });

  test('that is not the sum of its parts is asked about, with the sum', () => {
    const figures = new Map([
      ['I31a', 3.1],
      ['I31b', 2.4],
      ['I31c', 6.5],
    ]);

    expect(checkTotals(total, figures)).toEqual({
      field: 'value',
      words: 'I31a 3.1% and I31b 2.4% make 5.5%, but I31c is 6.5%. Which of them is right?',
      instead: 5.5,
    });
  });

  test('that rounding explains is left alone, and so is one with a part missing', () => {
    expect(
      checkTotals(
        total,
        new Map([
          ['I31a', 3.1],
          ['I31b', 2.4],
          ['I31c', 5.6],
        ]),
      ),
    ).toBeNull();
    expect(
      checkTotals(
        total,
        new Map([
          ['I31a', 3.1],
          ['I31c', 9],
        ]),
      ),
    ).toBeNull();
    expect(checkTotals(sampleMeasure(), new Map([['I05', 9]]))).toBeNull();
  });

  test('of counts that are published to the nearest five may be off by half a step for each', () => {
    const rounded = sampleMeasure({
      code: 'I31c',
      unit: 'count',
      sumOf: ['I31a', 'I31b'],
      suppression: { hideUpTo: 7, hideZero: false, roundTo: 5 },
    });
    const parts: [string, number][] = [
      ['I31a', 10],
      ['I31b', 10],
    ];

    expect(checkTotals(rounded, new Map([...parts, ['I31c', 25]]))).toBeNull();
    expect(checkTotals(rounded, new Map([...parts, ['I31c', 27]]))).toBeNull();
    expect(checkTotals(rounded, new Map([...parts, ['I31c', 28]]))).toMatchObject({ instead: 20 });
  });

  test('of counts must fit exactly, whatever the counts', () => {
    const counts = sampleMeasure({ code: 'I31c', unit: 'count', sumOf: ['I31a', 'I31b'] });
    const count = fc.integer({ min: 0, max: 100_000 });

    fc.assert(
      fc.property(count, count, count, (first, second, third) => {
        const doubt = checkTotals(
          counts,
          new Map([
            ['I31a', first],
            ['I31b', second],
            ['I31c', third],
          ]),
        );

        expect(doubt === null).toBe(first + second === third);
      }),
    );
  });
});
