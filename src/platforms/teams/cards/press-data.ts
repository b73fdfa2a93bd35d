import { z } from 'zod';
import { formKinds } from '../../../messages/forms/form.ts';
import type { Press } from '../../../messages/message.ts';

const id = z.string().min(1).max(200);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const words = z.string().max(4_000);

const ofMonth = <const Verb extends string>(verb: Verb) => z.strictObject({ verb: z.literal(verb), month });

/** A button's meaning as it comes back from a card: what anybody could have changed on the way is checked again. */
const press = z.discriminatedUnion('verb', [
  ofMonth('update'),
  ofMonth('no_change'),
  ofMonth('not_me'),
  ofMonth('later'),
  ofMonth('edit'),
  z.strictObject({ verb: z.literal('undo'), month, codes: z.array(id).max(200).readonly() }),
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

const texts = z.record(z.string().max(200), z.string().max(20_000));

const formMark = z.strictObject({
  kind: z.enum(formKinds),
  carries: texts,
  /** Names of the fields, in the order of the card; a check begins with `?`. */
  fields: z.array(z.string().min(1).max(200)).max(400).readonly(),
  /** Codes of the groups that come on the next pages of the same form. */
  rest: z.array(z.string().max(100)).max(200).readonly(),
});

export type FormMark = z.infer<typeof formMark>;

/** Which card of a long prompt is looked at: one of several, or the one with the buttons; left out where there is one. */
const part = z.union([
  z.strictObject({ number: z.int().min(1), of: z.int().min(2) }),
  z.literal('with_buttons'),
]);

/** What hangs on every button of ours: the partnership, and what the button is for. */
const mark = z.discriminatedUnion('do', [
  /** `only` is the person for whom a button before many works; left out where it works for whoever presses. */
  z.strictObject({ do: z.literal('press'), p: id, press, only: id.optional() }),
  z.strictObject({ do: z.literal('form'), p: id, form: formMark }),
  /** Asks for the card as it stands now; never records anything. */
  z.strictObject({ do: z.literal('look'), p: id, month, part: part.optional() }),
  /** A digest that was offered to somebody as a file: what is needed to write it again, by any instance and after a restart. */
  z.strictObject({
    do: z.literal('file'),
    p: id,
    offer: id,
    person: id,
    at: z.iso.datetime(),
    digest: id,
    format: id,
  }),
]);

export type ButtonMark = z.infer<typeof mark>;

/** The mark of a button that came back, or null when it is none of ours. */
export function readMark(data: unknown): ButtonMark | null {
  const read = z.object({ bcp: mark }).safeParse(data);
  return read.success ? read.data.bcp : null;
}

export function marked(value: ButtonMark): { readonly bcp: ButtonMark } {
  return { bcp: value };
}
