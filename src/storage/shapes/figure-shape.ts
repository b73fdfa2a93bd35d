import { z } from 'zod';
import type { Figure } from '../../messages/figure.ts';
import type { ChartData } from '../../plan/chart-data.ts';
import { actionRatings, type ShownRating } from '../../plan/rating.ts';
import type { Direction } from '../../plan/direction.ts';
import { shapeOf } from './shape.ts';

export const shownRatingShape = shapeOf<ShownRating>()(z.enum([...actionRatings, 'no_update', 'awaited']));
export const directionShape = shapeOf<Direction>()(z.enum(['better', 'same', 'worse', 'new']));

const chartShape = shapeOf<ChartData>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rating_history'),
      months: z.array(z.object({ label: z.string(), counts: z.partialRecord(shownRatingShape, z.number()) })),
    }),
    z.object({
      kind: z.literal('trend'),
      unitWords: z.string(),
      polarityWords: z.string(),
      periods: z.array(z.string()),
      lines: z.array(
        z.object({
          name: z.string(),
          values: z.array(z.number().nullable()),
          role: z.enum(['main', 'target', 'comparator']),
        }),
      ),
    }),
    z.object({
      kind: z.literal('rating_strip'),
      months: z.array(z.string()),
      rows: z.array(z.object({ code: z.string(), title: z.string(), ratings: z.array(shownRatingShape) })),
    }),
  ]),
);

export const figureShape = shapeOf<Figure>()(
  z.object({ title: z.string(), alt: z.string(), chart: chartShape }),
);
