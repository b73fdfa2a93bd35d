import { z } from 'zod';
import { periodKinds, type Period } from '../../plan/period.ts';
import { shapeOf } from './shape.ts';

export const periodShape = shapeOf<Period>()(z.object({ kind: z.enum(periodKinds), key: z.string() }));
