import { actionRatings, ratingLooks, type ShownRating } from '../../plan/rating.ts';
import type { RatingDefinition } from '../../plan/plan.ts';
import { needsPathToGreen } from '../../plan/update-rules.ts';
import { textLimits, type UpdateContent } from '../../plan/update.ts';
import type { Choice, FormField, FormGroup } from './form.ts';
import { pathFields } from './path-fields.ts';

/** One action in the update form, with what is known already. */
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

/** The fields of one action. A rating is never chosen for the person. */
export function actionGroup(action: ActionFormView, definitions: readonly RatingDefinition[]): FormGroup {
  return {
    code: action.code,
    title: `${action.code} ${action.title}`,
    reminders: action.reminders,
    previous: action.previous,
    fields: [
      ...progressFields(action, definitions),
      ...pathFields(
        action.code,
        action.content?.pathToGreen ?? null,
        false,
        actionRatings.filter((rating) => needsPathToGreen(rating, action.previous)),
      ),
      ...askFields(action),
      ...otherFields(action),
    ],
  };
}

/** How it is going, what was done, what is next. */
function progressFields(
  { content, code, fromLastMonth }: ActionFormView,
  definitions: readonly RatingDefinition[],
): readonly FormField[] {
  const named = (name: string) => `${code}.${name}`;
  return [
    {
      kind: 'choice',
      name: named('rating'),
      label: 'How is it going?',
      hint: '',
      required: false,
      options: definitions.map(ratingChoice),
      value: fromLastMonth ? '' : (content?.rating ?? ''),
    },
    {
      kind: 'long_text',
      name: named('done'),
      label: 'What was done',
      hint: 'Two or three lines. No names or details of children.',
      required: false,
      maxLength: textLimits.done,
      value: fromLastMonth ? '' : (content?.done ?? ''),
    },
    {
      kind: 'long_text',
      name: named('next'),
      label: 'What is next',
      hint: '',
      required: false,
      maxLength: textLimits.next,
      value: content?.next ?? '',
    },
  ];
}

/** What is asked of the board. */
function askFields({ content, code }: ActionFormView): readonly FormField[] {
  const named = (name: string) => `${code}.${name}`;
  return [
    {
      kind: 'choice',
      name: named('ask.verb'),
      label: 'Ask of the board',
      hint: 'If you need something of the board.',
      required: false,
      options: askChoices,
      value: content?.ask?.verb ?? '',
    },
    {
      kind: 'long_text',
      name: named('ask.what'),
      label: 'What you ask',
      hint: '',
      required: false,
      maxLength: textLimits.ask,
      value: content?.ask?.what ?? '',
    },
    {
      kind: 'date',
      name: named('ask.by'),
      label: 'Needed by',
      hint: '',
      required: false,
      value: content?.ask?.by ?? '',
    },
  ];
}

/** The start of what has not begun, and evidence. */
function otherFields({ content, code, fromLastMonth }: ActionFormView): readonly FormField[] {
  const named = (name: string) => `${code}.${name}`;
  return [
    {
      kind: 'date',
      name: named('startsOn'),
      label: 'Start date',
      hint: 'For "not started" only.',
      required: false,
      value: content?.startsOn ?? '',
    },
    {
      kind: 'short_text',
      name: named('evidence'),
      label: 'Evidence',
      hint: 'A link to a report or a published page.',
      required: false,
      maxLength: textLimits.evidence,
      value: fromLastMonth ? '' : (content?.evidence[0] ?? ''),
    },
  ];
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
