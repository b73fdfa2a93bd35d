import { z } from 'zod';
import type { Press } from '../../../messages/message.ts';

const id = z.string().min(1).max(200);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const words = z.string().max(4_000);
const ofMonth = <const Verb extends string>(verb: Verb) => z.strictObject({ verb: z.literal(verb), month });

const press = z.discriminatedUnion('verb', [
  ofMonth('update'),
  ofMonth('no_change'),
  ofMonth('not_me'),
  ofMonth('later'),
  ofMonth('edit'),
  z.strictObject({ verb: z.literal('undo'), month, codes: z.array(id).max(300) }),
  z.strictObject({ verb: z.literal('status'), words }),
  z.strictObject({ verb: z.literal('share'), words }),
  z.strictObject({ verb: z.literal('choose'), question: id, option: z.int().min(0) }),
  z.strictObject({ verb: z.literal('accept_role'), role: id }),
  z.strictObject({ verb: z.literal('decline_role'), role: id }),
  z.strictObject({ verb: z.literal('approve_digest'), digest: id }),
  z.strictObject({ verb: z.literal('post_digest'), digest: id }),
  z.strictObject({ verb: z.literal('download_digest'), digest: id, format: id }),
  z.strictObject({ verb: z.literal('type'), words }),
  z.strictObject({ verb: z.literal('help') }),
]) satisfies z.ZodType<Press>;

const stored = z.strictObject({ in: id.nullable(), press });

/** What a button carries: its press, and the partnership whose message it stands in (a person may be in two). */
export interface PressValue {
  readonly in: string | null;
  readonly press: Press;
}

export function pressToValue(value: PressValue): string {
  return JSON.stringify(value);
}

/** Null when it is not ours or not of today's vocabulary. */
export function pressFromValue(value: string): PressValue | null {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return null;
  }
  const read = stored.safeParse(json);
  return read.success ? read.data : null;
}
