import fc from 'fast-check';
import type {
  ChartData,
  RatingHistoryChart,
  RatingStripChart,
  TrendChart,
} from '../../src/plan/chart-data.ts';
import type { ShownRating } from '../../src/plan/rating.ts';
import { ratingOrder } from '../../src/plan/chart-table.ts';

const twelve = [
  'Dec 25',
  'Jan 26',
  'Feb 26',
  'Mar 26',
  'Apr 26',
  'May 26',
  'Jun 26',
  'Jul 26',
  'Aug 26',
  'Sep 26',
];

export const history: RatingHistoryChart = {
  kind: 'rating_history',
  months: [
    { label: 'Oct 26', counts: { green: 7, amber: 6, red: 3, no_update: 1 } },
    { label: 'Nov 26', counts: { green: 7, amber: 4, red: 3, no_update: 3 } },
  ],
};

export const trend: TrendChart = {
  kind: 'trend',
  unitWords: 'Per cent',
  polarityWords: 'higher is better',
  periods: ['Aug 26', 'Sep 26', 'Oct 26', 'Nov 26'],
  lines: [
    { name: 'Birmingham', role: 'main', values: [28, null, 29.5, 30.5] },
    { name: 'Target', role: 'target', values: [32.7, 32.7, 32.7, 32.7] },
    { name: 'England', role: 'comparator', values: [30.8, 30.8, 30.8, 30.8] },
  ],
};

export const strip: RatingStripChart = {
  kind: 'rating_strip',
  months: ['Sep 26', 'Oct 26', 'Nov 26'],
  rows: [
    { code: 'IC3', title: 'Youth voice and influence', ratings: ['amber', 'amber', 'red'] },
    { code: 'IC6', title: 'Relationship-based workforce', ratings: ['green', 'amber', 'no_update'] },
  ],
};

/** A month's, action's or line's name as a plan would have it, short or very long. */
const name = fc.oneof(
  fc.constantFrom(
    ...twelve,
    'West Midlands region',
    'Statistical neighbours (10 local authorities)',
    'IC5',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const rating: fc.Arbitrary<ShownRating> = fc.constantFrom(...ratingOrder);
const count = fc.oneof(fc.nat(20), fc.constantFrom(0, 1, 300, 1_000_000));
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: 20, max: 30, noNaN: true }),
  fc.constantFrom(0, -4.5, 1e9, -1e12, 0.0003),
);

const histories: fc.Arbitrary<ChartData> = fc.record({
  kind: fc.constant('rating_history' as const),
  months: fc.array(fc.record({ label: name, counts: fc.dictionary(rating, count, { maxKeys: 8 }) }), {
    maxLength: 60,
  }),
});

const trends: fc.Arbitrary<ChartData> = fc.nat(60).chain((length) =>
  fc.record({
    kind: fc.constant('trend' as const),
    unitWords: fc.constantFrom('Per cent', 'Number', 'Rate per 10,000 children', ''),
    polarityWords: fc.constantFrom('higher is better', 'lower is better', ''),
    periods: fc.array(name, { minLength: length, maxLength: length }),
    lines: fc.array(
      fc.record({
        name,
        role: fc.constantFrom('main' as const, 'target' as const, 'comparator' as const),
        values: fc.array(value, { minLength: length, maxLength: length }),
      }),
      { maxLength: 6 },
    ),
  }),
);

const strips: fc.Arbitrary<ChartData> = fc.nat(60).chain((length) =>
  fc.record({
    kind: fc.constant('rating_strip' as const),
    months: fc.array(name, { minLength: length, maxLength: length }),
    rows: fc.array(
      fc.record({
        code: name,
        title: name,
        ratings: fc.array(rating, { minLength: length, maxLength: length }),
      }),
      { maxLength: 12 },
    ),
  }),
);

/** Charts of every kind and every plausible and implausible size. */
export const anyChart = fc.oneof(histories, trends, strips);
