import type { Choice, FormField, FormGroup } from './form.ts';

interface Beside {
  readonly hint?: string;
  /** Fields are asked for unless this is true. */
  readonly optional?: boolean;
}

interface WithValue extends Beside {
  readonly value?: string;
}

export function choiceField(
  name: string,
  label: string,
  options: readonly Choice[],
  { value = '', ...beside }: WithValue = {},
): FormField {
  return { kind: 'choice', name, label, ...basics(beside), options, value };
}

export function textField(
  name: string,
  label: string,
  maxLength: number,
  { value = '', ...beside }: WithValue = {},
): FormField {
  return { kind: 'short_text', name, label, ...basics(beside), maxLength, value };
}

export function linesField(
  name: string,
  label: string,
  maxLength: number,
  { value = '', ...beside }: WithValue = {},
): FormField {
  return { kind: 'long_text', name, label, ...basics(beside), maxLength, value };
}

export function dateField(name: string, label: string, { value = '', ...beside }: WithValue = {}): FormField {
  return { kind: 'date', name, label, ...basics(beside), value };
}

export function checkField(name: string, label: string, value: boolean, hint = ''): FormField {
  return { kind: 'check', name, label, hint, required: false, value };
}

/** Fields of the whole form, under a heading. */
export function fieldGroup(
  title: string,
  fields: readonly FormField[],
  reminders: readonly string[] = [],
): FormGroup {
  return { code: '', title, reminders, previous: null, fields };
}

export function choice(value: string, label: string, description = ''): Choice {
  return { value, label, description };
}

function basics({ hint = '', optional = false }: Beside): {
  readonly hint: string;
  readonly required: boolean;
} {
  return { hint, required: !optional };
}
