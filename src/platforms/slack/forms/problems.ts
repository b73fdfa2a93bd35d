import type { FieldProblem, Form, Submission } from '../../../messages/forms/form.ts';
import type { ModalView } from '../render/blocks.ts';
import { filled, formView, onlyGroup, type FormViewOptions } from './form-view.ts';
import type { ViewMetadata } from './view-data.ts';

/** How Slack is told that a form was not saved: at its fields, or at the top of the same form with everything typed kept. */
export type ProblemAnswer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/**
 * Problems at their fields where all of them have one in the view; else the form as it is now (`reopened`), with the problems on top and
 * everything typed in it: whoever was overtaken by a colleague has been told, and may save over it. When it cannot be opened any more, the words stand at its first field: they are never lost.
 */
export function problemAnswer(
  problems: readonly FieldProblem[],
  typed: Submission['answers'],
  metadata: ViewMetadata,
  reopened: Form | null,
): ProblemAnswer {
  const names = Object.keys(typed);
  const homeless = problems.filter(({ field }) => !names.includes(field));
  const form = reopened === null || metadata.only === null ? reopened : onlyGroup(reopened, metadata.only);
  if (homeless.length > 0 && form !== null && metadata.in !== null) {
    const banner = problems.map(({ words }) => words).join('\n');
    return {
      response_action: 'update',
      view: formView(filled(form, typed), { partnershipId: metadata.in, banner, ...openedAs(metadata) }),
    };
  }
  const first = names[0] ?? '';
  const errors: Record<string, string> = {};
  for (const { field, words } of problems) {
    const at = names.includes(field) ? field : first;
    errors[at] = errors[at] === undefined ? words : `${errors[at]} ${words}`;
  }
  return { response_action: 'errors', errors };
}

/** What a view that takes the place of another has of it: the part it is about, and the channel it was opened in. */
export function openedAs({ only, at }: ViewMetadata): Pick<FormViewOptions, 'only' | 'at'> {
  return { ...(only !== null && { only }), ...(at !== undefined && { at }) };
}
