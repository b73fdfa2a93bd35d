import { failure, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import type { Actor, Deps } from '../deps.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { openDecisionForm, openMeetingForm, openModerationForm } from './open-board-forms.ts';
import { openAssignForm, openPersonForm } from './open-people-forms.ts';
import { openCycleSettingsForm } from './open-settings-form.ts';
import { openPostForm } from './open-post-form.ts';

type Opener = (deps: Deps, actor: Actor, about: string) => Promise<Result<Form, Refusal>>;

/** The forms of the secretariat, by the words that open them; what follows the words says what the form is about. */
const openers: readonly (readonly [RegExp, Opener])[] = [
  [/^assign\b/i, openAssignForm],
  [/^person\b/i, openPersonForm],
  [/^moderate\b/i, openModerationForm],
  [/^meeting\b/i, openMeetingForm],
  [/^decide\b/i, openDecisionForm],
  [/^cycle settings\b/i, openCycleSettingsForm],
  [/^digest post\b/i, openPostForm],
];

/**
 * Opens a form by what would be typed for it: `assign`, `moderate IC5`, `digest post ID`. It opens and does nothing else, so that a form
 * that came back with problems can be opened again.
 */
export async function openOfficeForm(
  deps: Deps,
  actor: Actor,
  typed: string,
): Promise<Result<Form, Refusal>> {
  for (const [words, open] of openers) {
    if (words.test(typed)) return open(deps, actor, typed.replace(words, '').trim());
  }
  return failure(refusal('not_found', 'This form cannot be opened any more. Type the command again.'));
}
