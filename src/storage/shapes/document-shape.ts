import { z } from 'zod';
import type { Block, Cell, Document } from '../../documents/document.ts';
import { directionShape, figureShape, shownRatingShape } from './figure-shape.ts';
import { shapeOf } from './shape.ts';

const cellShape = shapeOf<Cell>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('number'), value: z.number(), text: z.string() }),
    z.object({ kind: z.literal('date'), day: z.string() }),
    z.object({
      kind: z.literal('rating'),
      rating: z.union([shownRatingShape, z.literal('not_rated')]),
      form: z.enum(['word', 'letter']),
    }),
    z.object({ kind: z.literal('direction'), direction: directionShape.nullable() }),
  ]),
);

const blockShape = shapeOf<Block>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: z.string() }),
    z.object({ kind: z.literal('paragraph'), text: z.string() }),
    z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
    z.object({
      kind: z.literal('callout'),
      title: z.string(),
      text: z.string(),
      rating: shownRatingShape.nullable(),
    }),
    z.object({
      kind: z.literal('table'),
      table: z.object({
        caption: z.string(),
        columns: z.array(
          z.object({ label: z.string(), width: z.number(), align: z.enum(['start', 'end', 'centre']) }),
        ),
        rows: z.array(z.array(cellShape)),
      }),
    }),
    z.object({ kind: z.literal('figure'), figure: figureShape, caption: z.string() }),
    z.object({ kind: z.literal('page_break') }),
  ]),
);

export const documentShape = shapeOf<Document>()(
  z.object({
    title: z.string(),
    subtitle: z.string(),
    partnership: z.string(),
    marking: z.string(),
    position: z.string(),
    banner: z.string().nullable(),
    auditHead: z.string(),
    blocks: z.array(blockShape),
  }),
);
