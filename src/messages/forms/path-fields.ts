import { textLimits, type PathToGreen } from '../../plan/update.ts';
import type { FormField } from './form.ts';

/** What gets an action back to green, who does it, and by when. */
export function pathFields(code: string, path: PathToGreen | null, required: boolean): readonly FormField[] {
  const named = (name: string) => `${code}.pathToGreen.${name}`;
  return [
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
}
