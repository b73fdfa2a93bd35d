import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceInWords, figureInWords, polarityInWords } from '../../src/plan/figure-words.ts';
import { units, type Unit } from '../../src/plan/plan.ts';
import { decimalsOf, difference, roundTo, tidyNumber } from '../../src/plan/tidy-number.ts';

describe('a figure in words', () => {
  test.each<[number, Unit, string]>([
    [61.3, 'percent', '61.3%'],
    [65.599999999999994, 'percent', '65.6%'],
    [0, 'percent', '0%'],
    [98.82, 'percent', '98.82%'],
    [44.1, 'points', '44.1 points'],
    [1, 'points', '1 point'],
    [0.12, 'score', '+0.12'],
    [-0.24, 'score', '−0.24'],
    [-0.2, 'score', '−0.20'],
    [0, 'score', '0.00'],
    [-0.001, 'score', '0.00'],
    [1204, 'count', '1,204'],
    [431, 'days', '431 days'],
    [1, 'days', '1 day'],
    [27.5, 'per_100000', '27.5 per 100,000'],
    [7.1, 'per_1000_live_births', '7.1 per 1,000 live births'],
    [31.04, 'per_1000', '31.04 per 1,000'],
    [2.5, 'per_100_pupils', '2.5 per 100 pupils'],
  ])('%d %s reads %s', (value, unit, words) => {
    expect(figureInWords(value, unit)).toBe(words);
  });

  test('a difference of percentages is said in percentage points', () => {
    expect(differenceInWords(-6.8, 'percent')).toBe('6.8 percentage points');
    expect(differenceInWords(1, 'percent')).toBe('1 percentage point');
    expect(differenceInWords(0.3, 'score')).toBe('0.30');
    expect(differenceInWords(-12, 'days')).toBe('12 days');
  });

  test('which way is better is said in words, never as up or down', () => {
    expect(polarityInWords('higher')).toBe('bigger is better');
    expect(polarityInWords('lower')).toBe('smaller is better');
    expect(polarityInWords('none')).toBe('no better or worse direction: a change needs explaining');
  });

  test('no figure is ever written with more than two decimals', () => {
    const anyFigure = fc.double({ min: -1e9, max: 1e9, noNaN: true });

    fc.assert(
      fc.property(anyFigure, fc.constantFrom(...units), (value, unit) => {
        expect(figureInWords(value, unit)).toMatch(/^[+−]?\d{1,3}(,\d{3})*(\.\d{1,2})?(%| .+)?$/);
      }),
    );
  });
});

describe('tidy numbers', () => {
  test('the noise of binary fractions goes, the number stays', () => {
    expect(tidyNumber(65.599999999999994)).toBe(65.6);
    expect(tidyNumber(0.1 + 0.2)).toBe(0.3);
    expect(Object.is(tidyNumber(-1e-12), 0)).toBe(true);
    expect(difference(60, 54.000000000000004)).toBe(6);
    expect(roundTo(-0.125, 2)).toBe(-0.13);
    expect(roundTo(1.005, 2)).toBe(1.01);
    expect([61, 61.2, 61.25, 1e-7].map(decimalsOf)).toEqual([0, 1, 2, 7]);
  });

  test('a number with up to four decimals is left as it was typed, however it is added up', () => {
    const typed = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((whole) => whole / 10_000);

    fc.assert(
      fc.property(typed, typed, (first, second) => {
        expect(tidyNumber(first)).toBe(first);
        expect(difference(first + second, second)).toBe(first);
      }),
    );
  });
});
