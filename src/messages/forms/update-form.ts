import type { RatingDefinition } from '../../plan/plan.ts';
import { textLimits } from '../../plan/update.ts';
import { actionGroup, type ActionFormView } from './action-fields.ts';
import type { Form, FormGroup } from './form.ts';
import { measureGroup, type MeasureFormView } from './measure-fields.ts';

/** What the update form is made of: everything a person is asked this month, with what is known already. */
export interface UpdateFormView {
  readonly month: string;
  readonly monthWords: string;
  /** Set once the month has closed: every answer is then a correction and needs a reason. */
  readonly isCorrection: boolean;
  readonly definitions: readonly RatingDefinition[];
  /** Who has answered all of it already, and when; left out or empty when something is open. */
  readonly answered?: string;
  readonly actions: readonly ActionFormView[];
  readonly measures: readonly MeasureFormView[];
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
    intro: introOf(view),
    submitLabel: 'Save',
    carries,
    groups: [
      ...view.actions.map((action) => actionGroup(action, view.definitions)),
      ...view.measures.map(measureGroup),
      ...(view.isCorrection ? [reasonGroup] : []),
    ],
  };
}

function introOf({ isCorrection, monthWords, answered = '' }: UpdateFormView): string {
  if (isCorrection)
    return `${monthWords} is closed. What you change here is shown to the board as a correction, with your reason.`;
  return answered === ''
    ? `${monthWords}. Leave out what you cannot say yet; the rest is recorded.`
    : `${monthWords}. ${answered} Here you can edit it.`;
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
