import { z } from 'zod';
import { failure, success, type Result } from '../../kit/result.ts';
import { formKinds } from '../../messages/forms/form.ts';
import type { Press } from '../../messages/message.ts';

/** The longest reply that is read, in characters; said beside the box before it is reached. */
export const replyLimit = 4_000;

const id = z.string().min(1).max(200);
const ids = z.array(id).max(200);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const words = z.string().max(replyLimit);

const ofMonth = <const Verb extends string>(verb: Verb) => z.strictObject({ verb: z.literal(verb), month });

const press = z.discriminatedUnion('verb', [
  ofMonth('update'),
  ofMonth('no_change'),
  ofMonth('not_me'),
  ofMonth('later'),
  ofMonth('edit'),
  z.strictObject({ verb: z.literal('undo'), month, codes: ids }),
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

/** Who acts, where, and the page's own name for the act: the same act sent twice has one effect. */
const act = {
  as: id,
  conversation: z.string().regex(/^(person|channel):./),
  eventKey: z.string().regex(/^[\w-]{8,64}$/),
};

export const heardInput = z.strictObject({
  ...act,
  text: z
    .string()
    .trim()
    .min(1, 'Write something first.')
    .max(replyLimit, `A reply has at most ${replyLimit} characters. Shorten it, or send it in two parts.`),
});

export const pressedInput = z.strictObject({ ...act, press });

const texts = z.record(z.string().max(200), z.string().max(20_000));

export const submittedInput = z.strictObject({
  ...act,
  submission: z.strictObject({
    kind: z.enum(formKinds),
    carries: texts,
    answers: texts,
  }),
});

export const stepInput = z.strictObject({
  to: z.union([z.enum(['next_event', 'next_day']), z.iso.datetime()]),
});

export const faultsInput = z.strictObject({
  platformDown: z.boolean(),
  slow: z.boolean(),
  missingAccounts: ids,
});

/** Reads a JSON body by a schema; the error is one sentence for the person at the page. */
export function readInput<T>(schema: z.ZodType<T>, body: Uint8Array): Result<T, string> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return failure('This was not understood: the page sent no JSON. Reload the page.');
  }
  const read = schema.safeParse(json);
  if (read.success) return success(read.data);
  const [first] = read.error.issues;
  const where = first === undefined || first.path.length === 0 ? '' : ` (${first.path.join('.')})`;
  return failure(`${first?.message ?? 'This was not understood.'}${where}`);
}
