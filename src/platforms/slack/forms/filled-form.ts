import type { Form, FormField, FormGroup, Submission } from '../../../messages/forms/form.ts';
import { onlyGroup } from './form-view.ts';
import type { ViewMetadata } from './view-data.ts';

type Answers = Submission['answers'];

/** The form with what somebody has typed into it, so that nothing is typed twice. What was not shown beside it was empty. */
export function filled(form: Form, answers: Answers): Form {
  return {
    ...form,
    groups: form.groups.map((group) => {
      const isOpen = hasAnswers(group, answers);
      return {
        ...group,
        fields: group.fields.map((field) => filledField(field, answers[field.name], isOpen)),
      };
    }),
  };
}

function filledField(field: FormField, answer: string | undefined, isOpen: boolean): FormField {
  if (answer === undefined)
    return field.neededWith !== undefined && isOpen && field.kind !== 'check'
      ? { ...field, value: '' }
      : field;
  return field.kind === 'check' ? { ...field, value: answer === 'true' } : { ...field, value: answer };
}

/**
 * What somebody has open, out of the form as it would open now: the same groups, with everything typed, and what has come to belong to the
 * whole form. Null when the part that they have open is not asked any more.
 */
export function asOpen(form: Form, answers: Answers, { only }: Pick<ViewMetadata, 'only'>): Form | null {
  const part = only === null ? form : onlyGroup(form, only);
  if (part === null) return null;
  const groups = part.groups.filter((group) => group.code === '' || hasAnswers(group, answers));
  return filled({ ...part, groups }, answers);
}

function hasAnswers({ fields }: FormGroup, answers: Answers): boolean {
  return fields.some(({ name }) => answers[name] !== undefined);
}
