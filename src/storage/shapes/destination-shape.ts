import { z } from 'zod';
import { platformNames } from '../../plan/people.ts';
import type { Destination } from '../../use-cases/ports/delivery-records.ts';
import { shapeOf } from './shape.ts';

const platform = z.enum(platformNames);

export const destinationShape = shapeOf<Destination>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('account'),
      platform,
      tenantId: z.string(),
      accountId: z.string(),
      personId: z.string(),
    }),
    z.object({
      kind: z.literal('channel'),
      platform,
      tenantId: z.string(),
      channelId: z.string(),
      readers: z.literal('anyone').exactOptional(),
    }),
    z.object({ kind: z.literal('nobody'), personId: z.string(), reason: z.string() }),
  ]),
);
