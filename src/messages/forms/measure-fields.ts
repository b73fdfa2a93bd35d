import { unitInWords } from '../../plan/figure-words.ts';
import { periodInWords } from '../../plan/period-words.ts';
import type { Period } from '../../plan/period.ts';
import type { Unit } from '../../plan/plan.ts';
import type { ValueContent } from '../../plan/value.ts';
import type { Choice, FormField, FormGroup } from './form.ts';

/** One figure that is due, in the update form. */
export interface MeasureFormView {
  readonly code: string;
  readonly label: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly asksFraction: boolean;
  readonly reminders: readonly string[];
  readonly content: ValueContent | null;
}

const stateChoices: readonly Choice[] = [
  { value: 'value', label: 'Here it is', description: '' },
  { value: 'suppressed', label: 'Fewer than 5', description: 'Shown to nobody as a number.' },
  { value: 'not_published', label: 'Not published yet', description: 'It is asked for again.' },
  { value: 'not_collected', label: 'Not collected', description: '' },
  { value: 'not_applicable', label: 'Not applicable', description: '' },
];

/** The fields of one figure that is due. */
export function measureGroup(measure: MeasureFormView): FormGroup {
  const { content, code } = measure;
  const named = (name: string) => `${code}.${name}`;
  const unitWords = unitInWords(measure.unit);
  return {
    code,
    title: `${code} ${measure.label}, ${periodInWords(measure.period)}`,
    reminders: measure.reminders,
    previous: null,
    fields: [
      {
        kind: 'number',
        name: named('value'),
        label: 'Figure',
        hint: measure.asksFraction ? 'Or give the two counts below, and it is worked out.' : '',
        required: false,
        unitWords,
        value: inField(content?.value ?? null),
      },
      ...(measure.asksFraction ? fractionFields(measure) : []),
      ...stateFields(measure),
    ],
  };
}

/** The two counts from which the figure is worked out. */
function fractionFields({ code, content }: MeasureFormView): readonly FormField[] {
  const named = (name: string) => `${code}.${name}`;
  return [
    {
      kind: 'number',
      name: named('numerator'),
      label: 'How many',
      hint: 'The count on top, if you have it.',
      required: false,
      unitWords: '',
      value: inField(content?.numerator ?? null),
    },
    {
      kind: 'number',
      name: named('denominator'),
      label: 'Of how many',
      hint: '',
      required: false,
      unitWords: '',
      value: inField(content?.denominator ?? null),
    },
  ];
}

/** Why there is no figure, whether it is provisional, and a yes where an odd one is asked about. */
function stateFields({ code, content }: MeasureFormView): readonly FormField[] {
  const named = (name: string) => `${code}.${name}`;
  return [
    {
      kind: 'choice',
      name: named('state'),
      label: 'Is there a figure?',
      hint: '',
      required: false,
      options: stateChoices,
      value: content?.state ?? 'value',
    },
    {
      kind: 'check',
      name: named('provisional'),
      label: 'Provisional',
      hint: 'A final figure is asked for later.',
      required: false,
      value: content?.provisional ?? false,
    },
    {
      kind: 'check',
      name: named('confirmed'),
      label: 'I have checked this figure',
      hint: 'Only needed where bcp asks about it.',
      required: false,
      value: false,
    },
  ];
}

function inField(value: number | null): string {
  return value === null ? '' : String(value);
}
