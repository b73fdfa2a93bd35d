import { londonDate } from '../../../kit/london.ts';
import type { FieldProblem, Form, FormField, Submission } from '../../../messages/forms/form.ts';
import type { Message } from '../../../messages/message.ts';
import { notSavedMessage } from '../../../messages/not-saved.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';
import { maskText } from '../../../use-cases/guard-words.ts';
import { troubleOf } from '../api/trouble.ts';
import { pressThatOpens, type ViewMetadata } from '../forms/view-data.ts';
import { Progress } from '../sending/progress.ts';
import { showHere } from './private-pages.ts';
import { sayInChat } from './private-words.ts';
import { promiseWords } from './promise-words.ts';
import type { TalkDeps, Turn } from './talk.ts';

/** A form that has come back, with what it says and whose it is. */
export interface Returned {
  readonly actor: Actor;
  readonly metadata: ViewMetadata;
  readonly answers: Submission['answers'];
  readonly viewId: string;
}

/**
 * Says what came of a form: in the person's own chat; to somebody of another workspace, who has none, where they opened the form, so that
 * only they see it. What reaches them nowhere is promised all the same, so that the secretariat sees that it did not arrive.
 */
export async function sayAfterForm(
  talk: TalkDeps,
  turn: Turn,
  { actor, metadata }: Returned,
  messages: readonly Message[],
): Promise<void> {
  const { partnershipId } = actor;
  try {
    await sayInChat(talk, turn, partnershipId, messages);
  } catch (error) {
    if (troubleOf(error).kind !== 'nobody_there') throw error;
    const { at } = metadata;
    if (at !== undefined && (await isShownAt(talk, turn, partnershipId, at, messages))) return;
    for (const [index, message] of messages.entries()) {
      const answer = { id: talk.deps.newId(), key: `${turn.eventKey}:${index}`, message };
      await promiseWords(talk, turn, partnershipId, answer, new Progress(null, false));
    }
  }
}

/** False where this person does not read that channel (any more). */
async function isShownAt(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  channel: string,
  messages: readonly Message[],
): Promise<boolean> {
  const there: Turn = { ...turn, channel, place: { kind: 'channel', channelId: channel } };
  try {
    await showHere(talk, there, partnershipId, messages);
    return true;
  } catch (error) {
    if (troubleOf(error).kind !== 'nobody_there') throw error;
    return false;
  }
}

/** What is said of a form that was closed before it could say that it was not saved. The words in it stand nowhere else, so they come back. */
export function wordsGivenBack(
  { clock }: Deps,
  { metadata, answers }: Returned,
  form: Form | null,
  problems: readonly FieldProblem[],
): Message {
  const today = londonDate(clock.now());
  const fields = form?.groups.flatMap((group) =>
    group.fields.map((field) => ({ field, label: `${group.code} ${field.label}`.trim() })),
  );
  const typed = Object.entries(answers).flatMap(([name, answer]) => {
    const known = fields?.find(({ field }) => field.name === name);
    const value = known ? asTyped(known.field, answer) : answer;
    return value === '' ? [] : [{ label: known?.label ?? name, value: maskText(value, today) }];
  });
  return notSavedMessage({
    title: form?.title ?? 'Your form',
    problems: problems.map(({ words }) => words),
    typed,
    press: pressThatOpens(metadata.kind, metadata.carries),
  });
}

/** An answer as its writer reads it; empty where the form has it in itself. */
function asTyped(field: FormField, answer: string): string {
  if (field.kind === 'check') return String(field.value) === answer ? '' : answer === 'true' ? 'yes' : 'no';
  if (field.value === answer) return '';
  if (field.kind !== 'choice') return answer;
  return field.options.find(({ value }) => value === answer)?.label ?? answer;
}
