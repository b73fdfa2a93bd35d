import { z } from 'zod';
import { formKinds, type Form, type Submission } from '../../../messages/forms/form.ts';
import type { Press } from '../../../messages/message.ts';

/** Ids only; rights are looked at again when the form comes back. */
const metadata = z.strictObject({
  in: z.string().nullable(),
  kind: z.enum(formKinds),
  carries: z.record(z.string(), z.string()),
  /** The one group that this view asks about; null = the whole form. */
  only: z.string().nullable(),
  /** The channel in which it was opened: where somebody who has no chat with bcp is told what came of it. */
  at: z.string().optional(),
});
export type ViewMetadata = z.infer<typeof metadata>;

export function readMetadata(text: string): ViewMetadata | null {
  try {
    const read = metadata.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const option = z.object({ value: z.string() });
const answer = z.union([
  z.object({ type: z.literal('plain_text_input'), value: z.string().nullish() }),
  z.object({ type: z.enum(['radio_buttons', 'static_select']), selected_option: option.nullish() }),
  z.object({ type: z.literal('checkboxes'), selected_options: z.array(option) }),
  z.object({ type: z.literal('datepicker'), selected_date: z.string().nullish() }),
]);
const state = z.record(z.string(), z.record(z.string(), answer));

/** What somebody typed into a view, by field; null when Slack sent something else than answers. */
export function readAnswers(values: unknown): Submission['answers'] | null {
  const read = state.safeParse(values);
  if (!read.success) return null;
  return Object.fromEntries(
    Object.entries(read.data).flatMap(([field, elements]) =>
      Object.values(elements).map((element) => [field, answerText(element)]),
    ),
  );
}

function answerText(element: z.infer<typeof answer>): string {
  switch (element.type) {
    case 'plain_text_input':
      return element.value ?? '';
    case 'radio_buttons':
    case 'static_select':
      return element.selected_option?.value.slice(1) ?? '';
    case 'checkboxes':
      return String(element.selected_options.length > 0);
    case 'datepicker':
      return element.selected_date ?? '';
  }
}

/** The press that opens such a form again with everything in it; null for a form that no button opens. */
export function pressThatOpens(kind: Form['kind'], carries: Form['carries']): Press | null {
  const month = carries['month'] ?? '';
  switch (kind) {
    case 'update':
    case 'correction':
      return { verb: 'edit', month };
    case 'no_change':
    case 'not_me':
    case 'later':
      return { verb: kind, month };
    default:
      return carries['typed'] === undefined ? null : { verb: 'type', words: carries['typed'] };
  }
}
