import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionRatings, type ShownRating } from '../../src/plan/rating.ts';
import {
  compareCodes,
  countRatings,
  countsInWords,
  orderActionLines,
  type ActionLine,
} from '../../src/plan/status-order.ts';

const line = (code: string, before: ShownRating | null, shown: ShownRating): ActionLine => ({
  code,
  before,
  shown,
});
const shown = fc.constantFrom<ShownRating>(...actionRatings, 'no_update', 'awaited');
const lines = fc.uniqueArray(
  fc.record({ code: fc.stringMatching(/^(IC|SA|JO)\d{1,2}$/), shown, before: fc.option(shown) }),
  { selector: ({ code }) => code, maxLength: 17 },
);

test('red first, then worse than last month, then no update, then the rest by code', () => {
  const ordered = orderActionLines([
    line('JO1', 'green', 'green'),
    line('IC10', 'amber', 'amber'),
    line('IC2', 'amber', 'amber'),
    line('SA1', 'green', 'no_update'),
    line('SA5', 'green', 'complete'),
    line('SA2', 'green', 'amber'),
    line('SA3', 'red', 'red'),
    line('SA4', 'green', 'red'),
    line('JO2', null, 'on_hold'),
  ]);

  expect(ordered.map(({ code }) => code)).toEqual([
    'SA3',
    'SA4',
    'SA2',
    'SA1',
    'IC2',
    'IC10',
    'JO2',
    'JO1',
    'SA5',
  ]);
});

test('what is there is counted in words, worst first', () => {
  const counts = countRatings([
    line('A', null, 'green'),
    line('B', null, 'red'),
    line('C', null, 'no_update'),
    line('D', null, 'green'),
  ]);

  expect(countsInWords(counts)).toBe('1 red, 2 green, 1 no update');
  expect(countsInWords(countRatings([]))).toBe('no actions');
});

test('the order is the same however the lines come in, and no line is lost', () => {
  const twice = lines.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );

  fc.assert(
    fc.property(twice, ([all, shuffled]) => {
      const ordered = orderActionLines(all);

      expect(orderActionLines(shuffled)).toEqual(ordered);
      expect(new Set(ordered)).toEqual(new Set(all));
    }),
  );
});

test('the counts of the parts add up to the counts of the whole, and to the number of actions', () => {
  fc.assert(
    fc.property(lines, fc.nat({ max: 17 }), (all, at) => {
      const [whole, first, second] = [all, all.slice(0, at), all.slice(at)].map((part) => countRatings(part));
      const sum = (counts: Readonly<Record<ShownRating, number>> | undefined) =>
        Object.values(counts ?? {}).reduce((total, count) => total + count, 0);

      expect(sum(whole)).toBe(all.length);
      for (const rating of [...actionRatings, 'no_update', 'awaited'] as const) {
        expect((first?.[rating] ?? 0) + (second?.[rating] ?? 0)).toBe(whole?.[rating]);
      }
    }),
  );
});

test('codes sort as people count', () => {
  expect(['IC10', 'I07b', 'IC2', 'I07a'].sort(compareCodes)).toEqual(['I07a', 'I07b', 'IC2', 'IC10']);
});
