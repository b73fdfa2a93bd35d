import { describe, expect, it } from 'vitest';
import { showChange } from '../../src/guard/change.ts';
import { showTogether } from '../../src/guard/measures-together.ts';
import { showValue } from '../../src/guard/small-numbers.ts';
import { hideInTotals } from '../../src/guard/totals.ts';
import { given, measureOf, upToFour } from './measures.ts';

const today = '2026-11-03';
const count = measureOf('count');
const percent = measureOf('percent');
const ncmp = measureOf('count', { hideUpTo: 7, hideZero: false, roundTo: 5 });

describe('a figure on its way out', () => {
  it.each([
    ['four children are hidden', count, given(4), 'fewer than 5'],
    ['one child is hidden', count, given(1), 'fewer than 5'],
    ['five children are shown', count, given(5), '5'],
    ['none is shown', count, given(0), '0'],
    [
      'none is hidden where the measure says so',
      measureOf('count', { ...upToFour, hideZero: true }),
      given(0),
      'fewer than 5',
    ],
    ['seven are hidden by the child measurement programme', ncmp, given(7), 'fewer than 8'],
    ['eight are rounded to the nearest five', ncmp, given(8), '10'],
    ['1,203 is rounded to the nearest five', ncmp, given(1203), '1,205'],
    [
      'two do not become none by rounding',
      measureOf('count', { hideUpTo: 0, hideZero: false, roundTo: 5 }),
      given(2),
      'fewer than 3',
    ],
    ['a large count is shown', count, given(1204), '1,204'],
    [
      'a percentage with a small numerator is hidden',
      percent,
      given(3.3, { numerator: 4, denominator: 120 }),
      'hidden: small numbers',
    ],
    [
      'a percentage with a small remainder is hidden',
      percent,
      given(98.3, { numerator: 118, denominator: 120 }),
      'hidden: small numbers',
    ],
    [
      'a percentage of a small group is hidden',
      percent,
      given(100, { numerator: 4, denominator: 4 }),
      'hidden: small numbers',
    ],
    [
      'a small numerator nobody wrote down is hidden',
      percent,
      given(2.5, { denominator: 120 }),
      'hidden: small numbers',
    ],
    ['all of a large group is shown', percent, given(100, { numerator: 120, denominator: 120 }), '100%'],
    ['an ordinary percentage is shown', percent, given(61.3, { numerator: 613, denominator: 1000 }), '61.3%'],
    [
      'a percentage is worked out from its fraction',
      percent,
      given(null, { numerator: 3, denominator: 4 * 100 }),
      'hidden: small numbers',
    ],
    [
      'a rate with a small numerator is hidden',
      measureOf('per_100000'),
      given(2.6, { numerator: 3 }),
      'hidden: small numbers',
    ],
    [
      'an average over three children is hidden',
      measureOf('days'),
      given(431, { denominator: 3 }),
      'hidden: small numbers',
    ],
    ['a negative score is shown', measureOf('score'), given(-0.24), '−0.24'],
    ['a figure given as small stays hidden', count, given(null, { state: 'suppressed' }), 'fewer than 5'],
    [
      'a figure given as small stays hidden where nothing else is',
      measureOf('count', { hideUpTo: 0, hideZero: false, roundTo: null }),
      given(null, { state: 'suppressed' }),
      'a small number, hidden',
    ],
    ['not published is said', count, given(null, { state: 'not_published' }), 'not published'],
    ['not collected is said', count, given(null, { state: 'not_collected' }), 'not collected'],
    ['not applicable is said', count, given(null, { state: 'not_applicable' }), 'not applicable'],
    [
      'a figure is held back until its publication day',
      count,
      given(120, { embargoUntil: '2026-11-26' }),
      'held back until 26 November 2026',
    ],
    ['a figure is shown on its publication day', count, given(120, { embargoUntil: '2026-11-03' }), '120'],
  ])('%s', (_name, measure, value, text) => {
    expect(showValue(measure, value, 'public', today).text).toBe(text);
  });

  it('is shown raw to a named role, unrounded and before its publication day', () => {
    const shown = showValue(ncmp, given(3, { embargoUntil: '2026-12-01' }), 'named_role', today);

    expect(shown).toMatchObject({ kind: 'number', value: 3, text: '3' });
  });

  it('never carries the hidden number inside', () => {
    const shown = [
      showValue(count, given(3), 'public', today),
      showValue(percent, given(2.75, { numerator: 3, denominator: 109 }), 'public', today),
      showValue(count, given(3333, { embargoUntil: '2026-12-01' }), 'public', today),
    ];

    expect(JSON.stringify(shown)).not.toMatch(/\b3\b|2\.75|109|3333/);
  });

  it('keeps the fraction behind a shown percentage, rounded like a count', () => {
    const rounding = measureOf('percent', { hideUpTo: 7, hideZero: false, roundTo: 5 });

    const shown = showValue(rounding, given(21.4, { numerator: 2571, denominator: 12013 }), 'public', today);

    expect(shown).toMatchObject({ fraction: { numerator: 2570, denominator: 12015 } });
  });
});

describe('a change between two figures', () => {
  const figure = (value: number) => showValue(count, given(value), 'public', today);

  it.each([
    ['is a difference where both are shown', 12, 20, '8 higher'],
    ['says when nothing changed', 12, 12, 'the same'],
    ['is a direction where the earlier one is hidden', 3, 20, 'higher than before'],
    ['is a direction where the later one is hidden', 20, 3, 'lower than before'],
    ['is not shown where both are hidden', 1, 4, 'change not shown'],
    ['says lower when a hidden number becomes none', 2, 0, 'lower than before'],
  ])('%s', (_name, earlier, later, text) => {
    expect(showChange(count, figure(earlier), figure(later)).text).toBe(text);
  });

  it('is in percentage points for percentages', () => {
    const earlier = showValue(percent, given(61.3), 'public', today);
    const later = showValue(percent, given(54.5), 'public', today);

    expect(showChange(percent, earlier, later).text).toBe('6.8 percentage points lower');
  });

  it('is not shown where there is nothing to compare', () => {
    expect(showChange(count, { kind: 'absent', text: 'not published' }, figure(12)).kind).toBe('none');
  });
});

describe('parts beside their total', () => {
  const shownParts = (values: readonly number[]) =>
    values.map((value, index) => ({
      code: `part ${index + 1}`,
      figure: showValue(count, given(value), 'public', today),
    }));
  const texts = (values: readonly number[]) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const result = hideInTotals(shownParts(values), showValue(count, given(total), 'public', today));
    return [...result.parts.map((part) => part.figure.text), result.total.text];
  };
  const small = 'fewer than 5';
  const guarded = 'not shown, to protect a small number';

  it.each([
    ['stay as they are where none is hidden', [10, 20, 30], ['10', '20', '30', '60']],
    ['lose the smallest other part where one is hidden', [3, 20, 30], [small, guarded, '30', '53']],
    ['lose no part that is nought', [3, 0, 30], [small, '0', guarded, '33']],
    ['lose the total where there is no other part', [3, 0], [small, '0', small]],
    ['lose no more where two are hidden and uncertain', [3, 2, 30], [small, small, '30', '35']],
    [
      'lose one more where two hidden ones must both be 1',
      [1, 1, 30, 40],
      [small, small, guarded, '40', '72'],
    ],
    [
      'lose one more where two hidden ones must both be 4',
      [4, 4, 30, 40],
      [small, small, guarded, '40', '78'],
    ],
    [
      'lose both of two equal parts, as a reader who knows the rule could tell the first',
      [2, 5, 5, 40],
      [small, guarded, guarded, '40', '52'],
    ],
  ])('%s', (_name, values, expected) => {
    expect(texts(values)).toEqual(expected);
  });

  it('lose the total where all parts but a small one are nought and the total is not small', () => {
    const parts = shownParts([0, 4]);

    const result = hideInTotals(
      parts,
      showValue(
        measureOf('count', { hideUpTo: 2, hideZero: false, roundTo: null }),
        given(4),
        'public',
        today,
      ),
    );

    expect(result.total.kind).toBe('hidden');
  });

  it('protect a part that is held back until its publication day', () => {
    const held = {
      code: 'held',
      figure: showValue(count, given(50, { embargoUntil: '2026-12-01' }), 'public', today),
    };

    const result = hideInTotals([held, ...shownParts([20])], showValue(count, given(70), 'public', today));

    expect(result.parts[1]?.figure.text).toBe(guarded);
  });

  it('are found by the sums that the plan names', () => {
    const neet = measureOf('percent', upToFour, { code: 'I31a' });
    const notKnown = measureOf('percent', upToFour, { code: 'I31b' });
    const both = measureOf('percent', upToFour, { code: 'I31c', sumOf: ['I31a', 'I31b'] });

    const shown = showTogether(
      [
        { measure: neet, value: given(0.3, { numerator: 3, denominator: 1000 }) },
        { measure: notKnown, value: given(4.1, { numerator: 41, denominator: 1000 }) },
        { measure: both, value: given(4.4, { numerator: 44, denominator: 1000 }) },
      ],
      'public',
      today,
    );

    expect([...shown].map(([code, figure]) => [code, figure.kind])).toEqual([
      ['I31a', 'hidden'],
      ['I31b', 'hidden'],
      ['I31c', 'number'],
    ]);
  });

  it('are all shown to a named role', () => {
    const shown = showTogether([{ measure: count, value: given(2) }], 'named_role', today);

    expect(shown.get('I28')?.text).toBe('2');
  });
});
