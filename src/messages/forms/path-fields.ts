import type { ActionRating } from '../../plan/rating.ts';
import { textLimits, type PathToGreen } from '../../plan/update.ts';
import type { FormField } from './form.ts';

/** What gets an action back to green, who does it, and by when. With `ratings`: asked only with one of these ratings. */
export function pathFields(
  code: string,
  path: PathToGreen | null,
  required: boolean,
  ratings: readonly ActionRating[] | null = null,
): readonly FormField[] {
  const part = `${code}.pathToGreen`;
  const named = (name: string) => `${part}.${name}`;
  const fields: readonly FormField[] = [
    {
      kind: 'long_text',
      name: named('what'),
      label: 'Path to green: what',
      hint: required ? '' : 'For red, and for amber twice running.',
      required,
      maxLength: textLimits.what,
      value: path?.what ?? '',
    },
    {
      kind: 'short_text',
      name: named('who'),
      label: 'Path to green: who',
      hint: '',
      required,
      maxLength: textLimits.who,
      value: path?.who ?? '',
    },
    {
      kind: 'date',
      name: named('by'),
      label: 'Path to green: by when',
      hint: '',
      required,
      value: path?.by ?? '',
    },
  ];
  if (ratings === null) return fields;
  return fields.map((field) => ({
    ...field,
    neededWith: { field: `${code}.rating`, values: ratings, part },
  }));
}
