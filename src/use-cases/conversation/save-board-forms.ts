import { dayInWords, isLocalDate } from '../../kit/local-date.ts';
import type { FieldProblem, Submission } from '../../messages/forms/form.ts';
import { sentence } from '../../messages/sentence.ts';
import { actionRatings } from '../../plan/rating.ts';
import type { Actor, Deps } from '../deps.ts';
import { minuteDecision } from '../minute-decision.ts';
import { moderateUpdate } from '../moderate-update.ts';
import { addMeeting } from '../record-decision.ts';
import type { Refusal } from '../refusal.ts';
import { saying, type SubmissionResult } from './answer.ts';
import { minutedWords, moderatedWords } from './minuted-words.ts';
import { withContactsAsked } from './tell-what-was-taken-out.ts';

/** The form "Moderate a rating". */
export async function saveModeration(
  deps: Deps,
  actor: Actor,
  { answers, carries }: Submission,
  eventKey: string,
): Promise<SubmissionResult> {
  const code = answers['action'] ?? '';
  const word = answers['rating'] ?? '';
  const month = carries['month'] ?? '';
  const rating = actionRatings.find((each) => each === word) ?? null;
  const reason = (answers['reason'] ?? '').trim();
  const missing = [
    ...(code === '' ? [{ field: 'action', words: 'Choose an action.' }] : []),
    ...(rating === null && word !== 'back' ? [{ field: 'rating', words: 'Choose a rating.' }] : []),
  ];
  if (missing.length > 0) return { kind: 'problems', problems: missing };
  const moderated = await moderateUpdate(deps, actor, { month, actionCode: code, rating, reason });
  if (!moderated.ok)
    return problems(moderated.error, moderated.error.kind === 'not_allowed' ? 'action' : 'rating');
  const answer = saying(sentence(moderatedWords(code, rating, month, moderated.value)));
  const told = await withContactsAsked(deps, actor, answer, moderated.value.personalData, eventKey);
  return { kind: 'saved', say: told.say };
}

/** The form "Add a meeting". */
export async function saveMeeting(
  deps: Deps,
  actor: Actor,
  { answers }: Submission,
  eventKey: string,
): Promise<SubmissionResult> {
  const on = (answers['on'] ?? '').trim();
  const title = (answers['title'] ?? '').trim();
  const missing = [
    ...(isLocalDate(on) ? [] : [{ field: 'on', words: 'Give the date, for example 2026-12-03.' }]),
    ...(title === '' ? [{ field: 'title', words: 'Say what meets, for example Partnership Board.' }] : []),
  ];
  if (missing.length > 0) return { kind: 'problems', problems: missing };
  const added = await addMeeting(deps, actor, { on, title });
  if (!added.ok) return problems(added.error, 'title');
  const words = `${added.value.title} meets on ${dayInWords(on)}. Its pack is frozen on ${dayInWords(added.value.packFreezesOn)}.`;
  const told = await withContactsAsked(
    deps,
    actor,
    saying(sentence(words)),
    added.value.personalData,
    eventKey,
  );
  return { kind: 'saved', say: told.say };
}

/** The form "Minute a decision". */
export async function saveDecision(
  deps: Deps,
  actor: Actor,
  { answers }: Submission,
  eventKey: string,
): Promise<SubmissionResult> {
  const text = (name: string) => (answers[name] ?? '').trim();
  const due = text('due');
  const missing = [
    ...(text('meeting') === '' ? [{ field: 'meeting', words: 'Choose the meeting.' }] : []),
    ...(text('text') === '' ? [{ field: 'text', words: 'Say in words what was decided.' }] : []),
    ...(due === '' || isLocalDate(due)
      ? []
      : [{ field: 'due', words: `"${due}" is not a day. Write it like 2026-12-31.` }]),
    ...(due !== '' && text('who') === '' ? [{ field: 'who', words: 'Say who does it by that day.' }] : []),
  ];
  if (missing.length > 0) return { kind: 'problems', problems: missing };
  const minuted = await minuteDecision(deps, actor, {
    meetingId: text('meeting'),
    actionCode: text('action') === '' ? null : text('action'),
    text: text('verb') === '' ? text('text') : `${text('verb')}: ${text('text')}`,
    ownerName: text('who') === '' ? null : text('who'),
    due: due === '' ? null : due,
  });
  if (!minuted.ok) return problems(minuted.error, 'text');
  const answer = saying(sentence(minutedWords(minuted.value)));
  const told = await withContactsAsked(deps, actor, answer, minuted.value.personalData, eventKey);
  return { kind: 'saved', say: told.say };
}

function problems(error: Refusal, field: string): SubmissionResult {
  const found: readonly FieldProblem[] =
    error.problems.length > 0 ? error.problems : [{ field, words: error.words }];
  return { kind: 'problems', problems: found };
}
