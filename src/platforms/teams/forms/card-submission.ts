import { cleanText } from '../../../kit/clean-text.ts';
import type { Submission } from '../../../messages/forms/form.ts';
import { nothing } from './form-fields.ts';
import type { FormMark } from '../cards/press-data.ts';

/** Longer than any field may be; what is over its own limit is said at its field, not here. */
const longest = 20_000;

/**
 * What a form's card brought back, as every platform's form does. Teams sends figures as text or as numbers, leaves empty
 * fields out or sends them empty, and sends a check as text or as a truth value: all of it means the same.
 */
export function cardSubmission(mark: FormMark, data: unknown): Submission {
  const given: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? { ...data } : {};
  const answers: Record<string, string> = {};
  for (const field of mark.fields) {
    const sign = /^[?!]/.exec(field)?.[0] ?? '';
    const id = field.slice(sign.length);
    const text = textOf(Object.hasOwn(given, id) ? given[id] : undefined);
    if (sign === '?') answers[id] = text === 'true' ? 'true' : 'false';
    else if (sign === '') answers[id] = text;
    else {
      const name = id.replace(/~\d+$/, '');
      const before = answers[name] ?? '';
      answers[name] = before === '' && text !== nothing ? text : before;
    }
  }
  return { kind: mark.kind, carries: mark.carries, answers };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanText(value.slice(0, longest));
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'boolean' ? String(value) : '';
}
