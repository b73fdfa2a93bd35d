import { z } from 'zod';
import type { CycleSettings } from '../../plan/cycle-settings.ts';
import type { PromptItem } from '../../use-cases/ports/cycle-records.ts';
import { periodShape } from './period-shape.ts';
import { shapeOf } from './shape.ts';

export const cycleSettingsShape = shapeOf<CycleSettings>()(
  z.object({
    promptDay: z.number(),
    promptTime: z.string(),
    nudgeDays: z.array(z.number()),
    deputyDay: z.number(),
    themeLeadDay: z.number(),
    nudgeTime: z.string(),
    closeDay: z.number(),
    closeTime: z.string(),
    moderationFromDay: z.number(),
    moderationUntilDay: z.number(),
    moderationTime: z.string(),
    digestDay: z.number(),
    digestTime: z.string(),
    packClearDays: z.number(),
    closedDays: z.array(z.string()),
  }),
);

const askedAs = z.enum(['owner', 'deputy', 'cover']);

const promptItemShape = shapeOf<PromptItem>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('action'),
      code: z.string(),
      as: askedAs,
      onBehalfOfPersonId: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('measure'),
      code: z.string(),
      period: periodShape,
      status: z.enum(['provisional', 'final']),
      as: askedAs,
      onBehalfOfPersonId: z.string().nullable(),
    }),
  ]),
);

export const promptItemsShape = shapeOf<readonly PromptItem[]>()(z.array(promptItemShape));
