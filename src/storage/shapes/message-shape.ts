import { z } from 'zod';
import type { Button, Message, MessagePart, Press, Words } from '../../messages/message.ts';
import { directionShape, figureShape, shownRatingShape } from './figure-shape.ts';
import { shapeOf } from './shape.ts';

const words = shapeOf<Words>()(
  z.union([z.string(), z.array(z.union([z.string(), z.object({ strong: z.string() })]))]),
);

const monthly = { month: z.string() };
const digest = { digest: z.string() };

const pressShape = shapeOf<Press>()(
  z.discriminatedUnion('verb', [
    z.object({ verb: z.literal('update'), ...monthly }),
    z.object({ verb: z.literal('no_change'), ...monthly }),
    z.object({ verb: z.literal('not_me'), ...monthly }),
    z.object({ verb: z.literal('later'), ...monthly }),
    z.object({ verb: z.literal('undo'), ...monthly, codes: z.array(z.string()) }),
    z.object({ verb: z.literal('edit'), ...monthly }),
    z.object({ verb: z.literal('status'), words: z.string() }),
    z.object({ verb: z.literal('share'), words: z.string() }),
    z.object({ verb: z.literal('choose'), question: z.string(), option: z.number() }),
    z.object({ verb: z.literal('accept_role'), role: z.string() }),
    z.object({ verb: z.literal('decline_role'), role: z.string() }),
    z.object({ verb: z.literal('approve_digest'), ...digest }),
    z.object({ verb: z.literal('post_digest'), ...digest }),
    z.object({ verb: z.literal('download_digest'), ...digest, format: z.string() }),
    z.object({ verb: z.literal('type'), words: z.string() }),
    z.object({ verb: z.literal('help') }),
  ]),
);

const buttonShape = shapeOf<Button>()(
  z.object({ label: z.string(), press: pressShape, style: z.enum(['main', 'normal', 'danger']) }),
);

const partShape = shapeOf<MessagePart>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading'), text: z.string() }),
    z.object({ kind: z.literal('text'), text: words, tone: z.enum(['normal', 'quiet', 'notice']) }),
    z.object({ kind: z.literal('facts'), facts: z.array(z.object({ label: z.string(), value: words })) }),
    z.object({
      kind: z.literal('ratings'),
      rows: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          rating: shownRatingShape,
          direction: directionShape.nullable(),
          lines: z.array(z.string()),
        }),
      ),
    }),
    z.object({ kind: z.literal('list'), items: z.array(words) }),
    z.object({
      kind: z.literal('table'),
      caption: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    }),
    z.object({ kind: z.literal('figure'), figure: figureShape }),
    z.object({ kind: z.literal('buttons'), buttons: z.array(buttonShape) }),
  ]),
);

export const messageShape = shapeOf<Message>()(z.object({ summary: z.string(), parts: z.array(partShape) }));
