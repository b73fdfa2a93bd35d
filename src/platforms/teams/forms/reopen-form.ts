import { failure, success, type Result } from '../../../kit/result.ts';
import type { FieldProblem, Form, FormField, FormGroup, Submission } from '../../../messages/forms/form.ts';
import { openUpdateForm } from '../../../use-cases/conversation/open-forms.ts';
import { openLaterForm, openNotMeForm } from '../../../use-cases/conversation/open-small-forms.ts';
import { openOfficeForm } from '../../../use-cases/conversation/open-office-form.ts';
import { planNoChange } from '../../../use-cases/conversation/plan-no-change.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';
import { refusal, type Refusal } from '../../../use-cases/refusal.ts';

/**
 * The form somebody sent, opened again: with what they typed when there were problems, or with the groups of the next page
 * (`next`) when the page before was saved.
 */
export async function reopenForm(
  deps: Deps,
  actor: Actor,
  submission: Submission,
  problems: readonly FieldProblem[],
  next: readonly string[] | null,
): Promise<Result<Form, Refusal>> {
  const opened = await open(deps, actor, submission);
  if (!opened.ok) return opened;
  const form = opened.value;
  if (next !== null) {
    const wanted = new Set(next);
    const groups = form.groups.filter(({ code }) => wanted.has(code));
    const common = form.groups.filter(({ code }) => code === '').map((group) => typedInto(group, submission));
    return success({ ...form, groups: groups.length === 0 ? [] : [...groups, ...common] });
  }
  const sent = new Set(Object.keys(submission.answers));
  return success({
    ...form,
    carries: carriedAgain(form, submission, problems),
    groups: form.groups
      .filter(({ fields }) => fields.some(({ name }) => sent.has(name)))
      .map((group) => typedInto(group, submission)),
  });
}

async function open(deps: Deps, actor: Actor, { kind, carries }: Submission): Promise<Result<Form, Refusal>> {
  const month = carries['month'] ?? '';
  switch (kind) {
    case 'update':
    case 'correction':
      return openUpdateForm(deps, actor, month, false);
    case 'not_me':
      return openNotMeForm(deps, actor, month);
    case 'later':
      return openLaterForm(deps, actor, month);
    case 'no_change': {
      const planned = await planNoChange(deps, actor, month, '');
      if (!planned.ok) return planned;
      return planned.value.form === null
        ? failure(refusal('not_found', 'All of it is recorded already. Press Edit to change it.'))
        : success(planned.value.form);
    }
    default:
      return openOfficeForm(deps, actor, carries['typed'] ?? '');
  }
}

/**
 * The versions somebody was looking at stay with their words, so that a colleague's answer is not written over unseen. Once
 * they have been told of it, at that action's rating, they look at the new one.
 */
function carriedAgain(
  form: Form,
  { carries }: Submission,
  problems: readonly FieldProblem[],
): Readonly<Record<string, string>> {
  const told = new Set(problems.map(({ field }) => field.replace(/\.rating$/, '.version')));
  return Object.fromEntries(
    Object.entries(carries).map(([name, value]) => [
      name,
      told.has(name) ? (form.carries[name] ?? value) : value,
    ]),
  );
}

function typedInto(group: FormGroup, { answers }: Submission): FormGroup {
  return { ...group, fields: group.fields.map((field) => withTyped(field, answers[field.name])) };
}

function withTyped(field: FormField, typed: string | undefined): FormField {
  if (typed === undefined) return field;
  return field.kind === 'check' ? { ...field, value: typed === 'true' } : { ...field, value: typed };
}
