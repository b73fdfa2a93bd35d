import { sentence } from '../../messages/sentence.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import type { Actor, Deps } from '../deps.ts';
import type { OpenQuestion } from '../ports/machine-records.ts';
import { saying, type Answer } from './answer.ts';
import { ownPrompt } from './open-forms.ts';
import { askAbout, recordPart, type PendingReading } from './record-reading.ts';

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
  const pending = pendingOf(asked);
  const chosen = pending.question.options[option];
  if (!chosen) return saying(sentence('That choice is not among those offered.', 'notice'));
  if (asked.answeredAt !== null)
    return saying(
      sentence('You have answered that already; nothing was changed. Press Edit to change it.', 'quiet'),
    );
  const own = await ownPrompt(deps, actor, pending.month);
  if (!own.ok) return saying(refusalMessage(own.error));
  const nothing = chosen.apply.updates.length + chosen.apply.measures.length === 0;
  const say = nothing
    ? [sentence('Left out, then. Nothing was recorded for it.')]
    : await recordPart(deps, actor, own.value, chosen.apply, pending.words, [], eventKey, true);
  await store.questions.answer(questionId, deps.clock.now());
  const [next, ...further] = pending.further;
  return saying(
    ...say,
    ...(next ? [await askAbout(deps, actor, { ...pending, question: next, further })] : []),
  );
}

/** What we stored ourselves under the kind `reading`: see `PendingReading`. */
function pendingOf({ kind, data }: OpenQuestion): PendingReading {
  if (kind !== 'reading' || typeof data !== 'object' || data === null || !('question' in data)) {
    throw new Error('A question of another kind was answered as a reading.');
  }
  // Written by `askAbout` in this same shape; the storage hands JSON back as it was put in.
  return data as PendingReading;
}
