import { ratingLooks, type ShownRating } from '../../plan/rating.ts';
import type { Period } from '../../plan/period.ts';
import { unitInWords } from '../../plan/figure-words.ts';
import { periodInWords } from '../../plan/period-words.ts';
import type { RatingDefinition, Unit } from '../../plan/plan.ts';
import { textLimits, type UpdateContent } from '../../plan/update.ts';
import type { ValueContent } from '../../plan/value.ts';

import type { Choice, Form, FormField, FormGroup } from './form.ts';

/** What the update form is made of: everything a person is asked this month, with what is known already. */
export interface UpdateFormView {
  readonly month: string;
  readonly monthWords: string;
  /** Set once the month has closed: every answer is then a correction and needs a reason. */
  readonly isCorrection: boolean;
  readonly definitions: readonly RatingDefinition[];
  readonly actions: readonly ActionFormView[];
  readonly measures: readonly MeasureFormView[];
}

export interface ActionFormView {
  readonly code: string;
  readonly title: string;
  readonly previous: ShownRating | null;
  readonly reminders: readonly string[];
  /** What stands now, or last month's words to begin from. */
  readonly content: UpdateContent | null;
  /** True when `content` is last month's: then its rating is not chosen in advance. */
  readonly fromLastMonth: boolean;
  readonly version: number;
}

export interface MeasureFormView {
  readonly code: string;
  readonly label: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly asksFraction: boolean;
  readonly reminders: readonly string[];
  readonly content: ValueContent | null;
}

/** The one field list of the update form. Pre-filled; a rating is never chosen for the person. */
export function updateForm(view: UpdateFormView): Form {
  const carries: Record<string, string> = { month: view.month };
  for (const action of view.actions) carries[`${action.code}.version`] = String(action.version);
  for (const measure of view.measures)
    carries[`${measure.code}.period`] = `${measure.period.kind} ${measure.period.key}`;
  return {
    kind: view.isCorrection ? 'correction' : 'update',
    title: view.isCorrection ? 'Correct an update' : 'Your update',
    intro: view.isCorrection
      ? `${view.monthWords} is closed. What you change here is shown to the board as a correction, with your reason.`
      : `${view.monthWords}. Leave out what you cannot say yet; the rest is recorded.`,
    submitLabel: 'Save',
    carries,
    groups: [
      ...view.actions.map((action) => actionGroup(action, view.definitions)),
      ...view.measures.map(measureGroup),
      ...(view.isCorrection ? [reasonGroup] : []),
    ],
  };
}

const reasonGroup: FormGroup = {
  code: '',
  title: 'Why it is corrected',
  reminders: [],
  previous: null,
  fields: [
    {
      kind: 'long_text',
      name: 'reason',
      label: 'Reason',
      hint: 'The board reads it beside the correction.',
      required: true,
      maxLength: textLimits.reason,
      value: '',
    },
  ],
};

function actionGroup(action: ActionFormView, definitions: readonly RatingDefinition[]): FormGroup {
  const { content, code } = action;
  const named = (name: string) => `${code}.${name}`;
  const optional = { required: false } as const;
  const fields: readonly FormField[] = [
    {
      kind: 'choice',
      name: named('rating'),
      label: 'How is it going?',
      hint: '',
      ...optional,
      options: definitions.map(ratingChoice),
      value: action.fromLastMonth ? '' : (content?.rating ?? ''),
    },
    {
      kind: 'long_text',
      name: named('done'),
      label: 'What was done',
      hint: 'Two or three lines. No names or details of children.',
      ...optional,
      maxLength: textLimits.done,
      value: action.fromLastMonth ? '' : (content?.done ?? ''),
    },
    {
      kind: 'long_text',
      name: named('next'),
      label: 'What is next',
      hint: '',
      ...optional,
      maxLength: textLimits.next,
      value: content?.next ?? '',
    },
    {
      kind: 'long_text',
      name: named('pathToGreen.what'),
      label: 'Path to green: what',
      hint: 'For red, and for amber twice running.',
      ...optional,
      maxLength: textLimits.what,
      value: content?.pathToGreen?.what ?? '',
    },
    {
      kind: 'short_text',
      name: named('pathToGreen.who'),
      label: 'Path to green: who',
      hint: '',
      ...optional,
      maxLength: textLimits.who,
      value: content?.pathToGreen?.who ?? '',
    },
    {
      kind: 'date',
      name: named('pathToGreen.by'),
      label: 'Path to green: by when',
      hint: '',
      ...optional,
      value: content?.pathToGreen?.by ?? '',
    },
    {
      kind: 'choice',
      name: named('ask.verb'),
      label: 'Ask of the board',
      hint: 'If you need something of the board.',
      ...optional,
      options: askChoices,
      value: content?.ask?.verb ?? '',
    },
    {
      kind: 'long_text',
      name: named('ask.what'),
      label: 'What you ask',
      hint: '',
      ...optional,
      maxLength: textLimits.ask,
      value: content?.ask?.what ?? '',
    },
    {
      kind: 'date',
      name: named('ask.by'),
      label: 'Needed by',
      hint: '',
      ...optional,
      value: content?.ask?.by ?? '',
    },
    {
      kind: 'date',
      name: named('startsOn'),
      label: 'Start date',
      hint: 'For "not started" only.',
      ...optional,
      value: content?.startsOn ?? '',
    },
    {
      kind: 'short_text',
      name: named('evidence'),
      label: 'Evidence',
      hint: 'A link to a report or a published page.',
      ...optional,
      maxLength: textLimits.evidence,
      value: action.fromLastMonth ? '' : (content?.evidence[0] ?? ''),
    },
  ];
  return {
    code,
    title: `${code} ${action.title}`,
    reminders: action.reminders,
    previous: action.previous,
    fields,
  };
}

function ratingChoice({ rating, text }: RatingDefinition): Choice {
  return { value: rating, label: ratingLooks[rating].word, description: text };
}

const askChoices: readonly Choice[] = [
  { value: '', label: 'Nothing this month', description: '' },
  { value: 'agree', label: 'To agree', description: 'The board is asked to agree something.' },
  { value: 'decide', label: 'To decide', description: 'The board is asked to choose.' },
  { value: 'note', label: 'To note', description: 'The board should know.' },
];

const stateChoices: readonly Choice[] = [
  { value: 'value', label: 'Here it is', description: '' },
  { value: 'suppressed', label: 'Fewer than 5', description: 'Shown to nobody as a number.' },
  { value: 'not_published', label: 'Not published yet', description: 'It is asked for again.' },
  { value: 'not_collected', label: 'Not collected', description: '' },
  { value: 'not_applicable', label: 'Not applicable', description: '' },
];

function measureGroup(measure: MeasureFormView): FormGroup {
  const { content, code } = measure;
  const named = (name: string) => `${code}.${name}`;
  const unitWords = unitInWords(measure.unit);
  const number = (value: number | null) => (value === null ? '' : String(value));
  const fraction: readonly FormField[] = measure.asksFraction
    ? [
        {
          kind: 'number',
          name: named('numerator'),
          label: 'How many',
          hint: 'The count on top, if you have it.',
          required: false,
          unitWords: '',
          value: number(content?.numerator ?? null),
        },
        {
          kind: 'number',
          name: named('denominator'),
          label: 'Of how many',
          hint: '',
          required: false,
          unitWords: '',
          value: number(content?.denominator ?? null),
        },
      ]
    : [];
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
        value: number(content?.value ?? null),
      },
      ...fraction,
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
    ],
  };
}
