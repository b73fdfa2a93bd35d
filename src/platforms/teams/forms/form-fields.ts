import { assertNever } from '../../../kit/assert-never.ts';
import type { Choice, FormField } from '../../../messages/forms/form.ts';
import type { CardElement } from '../cards/card.ts';
import { paragraph, run, shown } from '../cards/card-text.ts';

/** Cards refuse a choice without a value, so "nothing" travels as this. */
export const nothing = '~';

/** A list of this many is searched by typing rather than scrolled. */
const longList = 12;
/** Choices of one field in one list; more go on in a second list beneath. */
const mostChoices = 150;

/**
 * The inputs of a field. Figures are asked as text, since "<5" and "12 of 48" are answers, and every limit is looked at
 * again when the form comes in: what a card checks by itself is a help for the person, never a rule.
 */
export function fieldElements(field: FormField): readonly CardElement[] {
  const base = {
    id: field.name,
    label: labelOf(field),
    ...(field.required ? { isRequired: true, errorMessage: `${shown(field.label)} is needed.` } : {}),
  };
  switch (field.kind) {
    case 'short_text':
      return [{ type: 'Input.Text', ...base, value: field.value, maxLength: field.maxLength }];
    case 'long_text':
      return [
        { type: 'Input.Text', ...base, value: field.value, maxLength: field.maxLength, isMultiline: true },
      ];
    case 'number':
      return [{ type: 'Input.Text', ...base, value: field.value }];
    case 'date':
      return [{ type: 'Input.Date', ...base, value: field.value }];
    case 'check':
      return [
        {
          type: 'Input.Toggle',
          id: field.name,
          label: labelOf(field),
          title: 'Yes',
          wrap: true,
          value: field.value ? 'true' : 'false',
          valueOn: 'true',
          valueOff: 'false',
        },
      ];
    case 'choice':
      return choiceElements(field);
    default:
      return assertNever(field);
  }
}

/** The names under which a field comes back: `!` a choice, `?` a check; a choice in several lists has several. */
export function fieldNames(field: FormField): readonly string[] {
  if (field.kind === 'check') return [`?${field.name}`];
  if (field.kind !== 'choice') return [field.name];
  return lists(field.options).map((_, index) => `!${listName(field.name, index)}`);
}

type ChoiceField = FormField & { readonly kind: 'choice' };

function choiceElements(field: ChoiceField): readonly CardElement[] {
  const found = lists(field.options);
  const describes = field.options.some(({ description }) => description !== '');
  const style =
    field.options.length > longList
      ? ('filtered' as const)
      : describes
        ? ('expanded' as const)
        : ('compact' as const);
  const none = !field.required && field.options.every(({ value }) => value !== '');
  const sets = found.map((options, index): CardElement => {
    const choices = options.map((option) => ({ title: titleOf(option, style), value: sent(option.value) }));
    const chosen = options.some(({ value }) => value === field.value) ? sent(field.value) : '';
    return {
      type: 'Input.ChoiceSet',
      id: listName(field.name, index),
      label: found.length === 1 ? labelOf(field) : `${labelOf(field)}, list ${index + 1} of ${found.length}`,
      style,
      // Without it Teams cuts what a choice says on a phone.
      wrap: true,
      ...(style === 'expanded'
        ? {}
        : { placeholder: style === 'filtered' ? 'Choose, or type to search' : 'Choose' }),
      value: chosen,
      choices: none ? [...choices, { title: 'No answer for now', value: nothing }] : choices,
      ...(field.required && found.length === 1
        ? { isRequired: true, errorMessage: `${shown(field.label)} is needed.` }
        : {}),
    };
  });
  return found.length === 1
    ? sets
    : [...paragraph([run('Choose in one of these lists.', { quiet: true })]), ...sets];
}

function titleOf({ label, description }: Choice, style: 'filtered' | 'expanded' | 'compact'): string {
  if (description === '') return shown(label);
  return shown(style === 'filtered' ? `${label} (${description})` : `${label}: ${description}`);
}

function sent(value: string): string {
  return value === '' ? nothing : value;
}

function lists(options: readonly Choice[]): readonly (readonly Choice[])[] {
  const found: (readonly Choice[])[] = [];
  for (let start = 0; start < Math.max(1, options.length); start += mostChoices) {
    found.push(options.slice(start, start + mostChoices));
  }
  return found;
}

function listName(name: string, index: number): string {
  return index === 0 ? name : `${name}~${index + 1}`;
}

function labelOf(field: FormField): string {
  const unit = field.kind === 'number' && field.unitWords !== '' ? `, ${field.unitWords}` : '';
  const hint = field.hint === '' ? '' : ` (${field.hint.replace(/\.$/, '')})`;
  return shown(`${field.label}${unit}${hint}`);
}
