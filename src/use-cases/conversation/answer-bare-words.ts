import type { Message } from '../../messages/message.ts';
import { monthInWords } from '../../plan/month.ts';
import { readReply } from '../../replies/read-reply.ts';
import type { ReplyReading } from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import { showStatus } from '../show-status.ts';
import { standingNow } from '../standing-facts.ts';
import type { Answer, Place } from './answer.ts';
import { statusAnswer } from './answer-status.ts';
import { promptForWords } from './prompt-for-words.ts';
import { replyContext } from './reply-context.ts';

/**
 * Words that begin with no command's name, said where only commands are heard: a request for the status of what they name ("safe"). An owner
 * may have meant them as an answer to the prompt; then they are told that nothing was recorded, and where an answer is given.
 */
export async function answerBareWords(
  deps: Deps,
  actor: Actor,
  words: string,
  place: Place,
): Promise<Answer> {
  const status = await showStatus(deps, actor, words);
  const isUnknown = status.ok && status.value.kind === 'unknown';
  const answer = statusAnswer(status, place);
  const note = await noteForOwner(deps, actor, words, isUnknown);
  return note === null ? answer : { ...answer, say: [note, ...answer.say] };
}

async function noteForOwner(
  deps: Deps,
  actor: Actor,
  words: string,
  isUnknown: boolean,
): Promise<Message | null> {
  const context = await (await standingNow(deps.store, actor.partnershipId)).currentCycle();
  if (!context || context.cycle.state === 'closed') return null;
  const { month } = context.cycle;
  const own = await promptForWords(deps, actor, month, words);
  if (!own.ok) return null;
  const isAnswer = isUnknown || soundsLikeAnswer(readReply(words, replyContext(deps, actor, own.value)));
  return isAnswer ? nothingRecorded(month) : null;
}

function soundsLikeAnswer({ intent, updates, measures }: ReplyReading): boolean {
  return updates.length + measures.length > 0 || !['update', 'help', 'command', 'undo'].includes(intent);
}

function nothingRecorded(month: string): Message {
  const words = `If this was meant as your update for ${monthInWords(month)}: nothing of it was recorded. Please write it in your own chat with bcp, without /bcp, or press Update.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: 'notice' },
      { kind: 'buttons', buttons: [{ label: 'Update', press: { verb: 'update', month }, style: 'normal' }] },
    ],
  };
}
