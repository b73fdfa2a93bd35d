import { z } from 'zod';
import { units, type Collection, type Measure } from '../../plan/plan.ts';
import { shapeOf } from './shape.ts';

const collectionShape = shapeOf<Collection>()(
  z.discriminatedUnion('every', [
    z.object({
      every: z.literal('month'),
      periodKind: z.enum(['month', 'rolling_12_months']),
      monthsBack: z.number(),
    }),
    z.object({ every: z.literal('quarter'), periodKind: z.literal('quarter'), monthsAfterEnd: z.number() }),
    z.object({
      every: z.literal('year'),
      periodKind: z.enum(['academic_year', 'calendar_year', 'financial_year']),
      releases: z.array(
        z.object({ month: z.number(), status: z.enum(['provisional', 'final']), periodsBack: z.number() }),
      ),
      pausedUntil: z.string().nullable(),
    }),
    z.object({ every: z.literal('never'), reason: z.string() }),
  ]),
);

export const measureShape = shapeOf<Measure>()(
  z.object({
    code: z.string(),
    indicatorCode: z.string(),
    themeCode: z.string(),
    label: z.string(),
    unit: z.enum(units),
    polarity: z.enum(['higher', 'lower', 'none']),
    collection: collectionShape,
    source: z.string(),
    asksFraction: z.boolean(),
    baseline: z.object({ period: z.string(), value: z.number() }).nullable(),
    targets: z.array(z.object({ from: z.string(), value: z.number() })),
    tolerance: z.object({ kind: z.enum(['relative_percent', 'absolute']), amount: z.number() }),
    minimumChange: z.number(),
    yearToDateFrom: z.number().optional(),
    suppression: z.object({ hideUpTo: z.number(), hideZero: z.boolean(), roundTo: z.number().nullable() }),
    sensitive: z.boolean(),
    sumOf: z.array(z.string()),
    notes: z.array(z.string()),
  }),
);
