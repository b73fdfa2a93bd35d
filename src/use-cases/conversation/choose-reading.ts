import { sentence } from '../../messages/sentence.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import type { QuestionOption } from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import type { OpenQuestion } from '../ports/machine-records.ts';
import { saying, type Answer } from './answer.ts';
import { chooseContact, contactKind } from './confirm-contact.ts';
import { askAbout, type PendingReading } from './ask-about.ts';
import { ownPrompt, type OwnPrompt } from './open-forms.ts';
import { openNotMeForm } from './open-small-forms.ts';
import { recordPart, type PartRecorded } from './record-reading.ts';

/** A candidate of a doubtful reading is chosen: now it is recorded, and the next doubt, if any, is asked about. */
export async function chooseReading(
  deps: Deps,
  actor: Actor,
  questionId: string,
  option: number,
  eventKey: string,
): Promise<Answer> {
  const store = deps.store.in(actor.partnershipId);
  const asked = await store.questions.byId(questionId);
  if (asked?.personId !== actor.personId)
    return saying(sentence('That question is not yours, or is no longer there.', 'notice'));
  if (asked.kind === contactKind) return chooseContact(deps, actor, asked, option);
  const pending = pendingOf(asked);
  const chosen = pending.question.options[option];
  if (!chosen) return saying(sentence('That choice is not among those offered.', 'notice'));
  if (asked.answeredAt !== null)
    return saying(
      sentence('You have answered that already; nothing was changed. Press Edit to change it.', 'quiet'),
    );
  const own = await ownPrompt(deps, actor, pending.month);
  if (!own.ok) return saying(refusalMessage(own.error));
  if (chosen.apply.delegate) {
    const form = await openNotMeForm(deps, actor, pending.month);
    return form.ok ? { ...saying(), form: form.value } : saying(refusalMessage(form.error));
  }
  const recorded = await recordChosen(deps, actor, own.value, pending, chosen, eventKey);
  // What could not be recorded stays open: another choice, or another day, may do.
  if (!recorded.isRecorded) return saying(...recorded.say);
  await store.questions.answer(questionId, deps.clock.now());
  const [next, ...further] = pending.further;
  return saying(
    ...recorded.say,
    ...(next
      ? [await askAbout(deps, actor, { ...pending, question: next, further }, `${questionId}:next`)]
      : []),
  );
}

function recordChosen(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  pending: PendingReading,
  { apply }: QuestionOption,
  eventKey: string,
): Promise<PartRecorded> {
  return apply.updates.length + apply.measures.length === 0
    ? Promise.resolve({
        say: [sentence('Left out, then. Nothing was recorded for it.')],
        isRecorded: true,
      })
    : recordPart(deps, actor, own, apply, pending.words, eventKey, true);
}

/** What we stored ourselves under the kind `reading`: see `PendingReading`. */
function pendingOf({ kind, data }: OpenQuestion): PendingReading {
  if (kind !== 'reading' || typeof data !== 'object' || data === null || !('question' in data)) {
    throw new Error('A question of another kind was answered as a reading.');
  }
  // Written by `askAbout` in this same shape; the storage hands JSON back as it was put in.
  return data as PendingReading;
}
