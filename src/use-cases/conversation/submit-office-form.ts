import type { Actor, Deps } from '../deps.ts';
import type { SubmissionResult, Submitted } from './answer.ts';
import { saveDecision, saveMeeting, saveModeration } from './save-board-forms.ts';
import { saveAssignment, savePerson } from './save-people-forms.ts';
import { savePosting } from './save-posting.ts';
import { saveCycleSettings } from './save-settings-form.ts';

/** Takes in a form of the secretariat. Each looks at the person's rights anew and stores all of it or nothing. */
export function submitOfficeForm(
  deps: Deps,
  actor: Actor,
  { submission, eventKey }: Submitted,
): Promise<SubmissionResult> {
  switch (submission.kind) {
    case 'assign':
      return saveAssignment(deps, actor, submission);
    case 'person':
      return savePerson(deps, actor, submission);
    case 'moderation':
      return saveModeration(deps, actor, submission, eventKey);
    case 'meeting':
      return saveMeeting(deps, actor, submission, eventKey);
    case 'decision':
      return saveDecision(deps, actor, submission, eventKey);
    case 'cycle_settings':
      return saveCycleSettings(deps, actor, submission);
    case 'post_digest':
      return savePosting(deps, actor, submission);
    default: {
      const words = 'bcp does not know this form. Close it and open it again.';
      return Promise.resolve({ kind: 'problems', problems: [{ field: '', words }] });
    }
  }
}
