import type { FieldProblem, Form, FormField, Submission } from '../../../messages/forms/form.ts';
import type { ModalView } from '../render/blocks.ts';
import { asOpen } from './filled-form.ts';
import { wholeView, type FormViewOptions } from './form-view.ts';
import type { ViewMetadata } from './view-data.ts';

/** How Slack is told that a form was not saved: at its fields, or in the same form with everything typed kept. */
export type ProblemAnswer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/**
 * Problems at their fields where all of them have one in the view; else the form as it is now (`reopened`), with everything typed in it: a
 * problem with something that was not shown stands at the choice that calls for it, which is shown with it; one that has no field stands on
 * top. Whoever was overtaken by a colleague has been told so, and may save over it. When the form cannot be opened any more, the words stand
 * at its first field: they are never lost.
 */
export function problemAnswer(
  problems: readonly FieldProblem[],
  typed: Submission['answers'],
  metadata: ViewMetadata,
  reopened: Form | null,
): ProblemAnswer {
  const names = Object.keys(typed);
  const view = problems.every(({ field }) => names.includes(field))
    ? null
    : viewWith(problems, typed, metadata, reopened);
  return view === null
    ? { response_action: 'errors', errors: errorsAt(problems, names) }
    : { response_action: 'update', view };
}

function viewWith(
  problems: readonly FieldProblem[],
  typed: Submission['answers'],
  metadata: ViewMetadata,
  reopened: Form | null,
): ModalView | null {
  const form = reopened && asOpen(reopened, typed, metadata);
  if (form === null || metadata.in === null) return null;
  const placed = problems.map((problem) => ({ ...problem, field: placeOf(problem.field, form, typed) }));
  const banner = bannerOf(placed);
  const isTold = placed.some(({ field }) => field === '');
  const versions = isTold ? form.carries : { ...form.carries, ...metadata.carries };
  return wholeView(
    { ...form, carries: versions },
    { partnershipId: metadata.in, banner, problems: placed, ...openedAs(metadata) },
  );
}

/** The field of the form at which it can be said: what was not shown, at the choice that calls for it. Empty where there is none. */
function placeOf(name: string, form: Form, typed: Submission['answers']): string {
  const fields: readonly FormField[] = form.groups.flatMap((group) => group.fields);
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return '';
  return typed[name] === undefined ? (field.neededWith?.field ?? name) : name;
}

/** What belongs to the whole form and, as a form may be longer than a screen, where else to look. */
function bannerOf(placed: readonly FieldProblem[]): string {
  const marked = placed.filter(({ field }) => field !== '');
  const codes = new Set(marked.flatMap(({ field }) => /^(.+?)\./.exec(field)?.[1] ?? []));
  const where = codes.size === 0 ? 'further down' : `at ${[...codes].join(', ')}`;
  return [
    ...placed.flatMap(({ field, words }) => (field === '' ? [words] : [])),
    ...(marked.length === 0 ? [] : [`Not saved yet: look for ⚠ ${where}.`]),
  ].join('\n');
}

function errorsAt(problems: readonly FieldProblem[], names: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { field, words } of problems) {
    const at = names.includes(field) ? field : nearest(field, names);
    errors[at] = errors[at] === undefined ? words : `${errors[at]} ${words}`;
  }
  return errors;
}

/** The first field of the same action, else of the form. */
function nearest(field: string, names: readonly string[]): string {
  const code = /^(.+?)\./.exec(field)?.[0] ?? '';
  return (code === '' ? undefined : names.find((name) => name.startsWith(code))) ?? names[0] ?? '';
}

/** What a view that takes the place of another has of it: the part it is about, and the channel it was opened in. */
export function openedAs({ only, at }: ViewMetadata): Pick<FormViewOptions, 'only' | 'at'> {
  return { ...(only !== null && { only }), ...(at !== undefined && { at }) };
}
