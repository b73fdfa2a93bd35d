import type { z } from 'zod';
import type { Form, Submission } from '../../../messages/forms/form.ts';
import { neededNow } from '../../../messages/forms/needed-fields.ts';
import { openUpdateForm } from '../../../use-cases/conversation/open-forms.ts';
import { troubleOf } from '../api/trouble.ts';
import { asOpen } from '../forms/filled-form.ts';
import { wholeView } from '../forms/form-view.ts';
import { openedAs } from '../forms/problems.ts';
import { readAnswers, readMetadata, type ViewMetadata } from '../forms/view-data.ts';
import type { ModalView } from '../render/blocks.ts';
import { assertSlackView } from '../render/check-payload.ts';
import type { choicePayload } from './payloads.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { whoSpeaks } from './who-speaks.ts';

/**
 * Somebody chooses a rating in an open form: what it calls for is shown, what nothing calls for goes. Nothing is recorded by it. Slack keeps
 * what stands in fields of the same name, and the form is changed only if it is still the one in which the choice was made; where it cannot
 * be changed it stays as it is, and what is missing is said when it is sent.
 */
export async function onChoice(
  talk: TalkDeps,
  turn: Turn,
  open: z.infer<typeof choicePayload>['view'],
): Promise<void> {
  const metadata = readMetadata(open.private_metadata);
  const answers = readAnswers(open.state.values);
  if (metadata === null || answers === null) return;
  const view = await changedView(talk, turn, metadata, answers);
  if (view === null) return;
  assertSlackView(view);
  try {
    await turn.api.call('views.update', { view_id: open.id, hash: open.hash, view });
  } catch (error) {
    talk.deps.log.info('A form stays as it was opened', { code: troubleOf(error).code });
  }
}

/** The form as it is asked now; null where it shows that already, or is not the person's any more. */
async function changedView(
  talk: TalkDeps,
  turn: Turn,
  metadata: ViewMetadata,
  answers: Submission['answers'],
): Promise<ModalView | null> {
  if (metadata.in === null || !(metadata.kind === 'update' || metadata.kind === 'correction')) return null;
  const speaker = await whoSpeaks(talk.deps, turn, '', metadata.in);
  if (speaker.kind !== 'known') return null;
  const opened = await openUpdateForm(talk.deps, speaker.actor, metadata.carries['month'] ?? '', false);
  const form = opened.ok ? asOpen(opened.value, answers, metadata) : null;
  if (form === null || form.kind !== metadata.kind || !hasRoomForAll(form, answers)) return null;
  if (isShown(neededNow(form), answers)) return null;
  // The versions that the person is looking at: a colleague's answer is not written over unseen.
  const kept = { ...form, carries: metadata.carries };
  return wholeView(kept, { partnershipId: metadata.in, ...openedAs(metadata) });
}

/** False where something was taken from the form meanwhile: what stands there must not be lost. */
function hasRoomForAll(form: Form, answers: Submission['answers']): boolean {
  const names = new Set(namesIn(form));
  return Object.keys(answers).every((name) => names.has(name));
}

function isShown(form: Form, answers: Submission['answers']): boolean {
  const names = namesIn(form);
  return names.length === Object.keys(answers).length && names.every((name) => answers[name] !== undefined);
}

function namesIn(form: Form): readonly string[] {
  return form.groups.flatMap(({ fields }) => fields.map(({ name }) => name));
}
