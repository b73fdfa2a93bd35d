import { workingOnIt } from '../../../messages/working-on-it.ts';
import { messagePages } from '../render/render-message.ts';
import { sayInChat, showPrivately } from './private-words.ts';
import { inTime, staysInChat, type TalkDeps, type Turn } from './talk.ts';

/** Gives what came of the work; when it takes longer than somebody waits in silence, what is being done is said first. */
export async function sayWhenSlow<T>(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  typed: string,
  work: Promise<T>,
): Promise<T> {
  const first = await inTime(work, talk.sleep);
  if (first !== 'late') return first.value;
  // A message of its own: the answer that follows has the turn's name.
  const own: Turn = { ...turn, eventKey: `${turn.eventKey}:working` };
  const message = workingOnIt(typed);
  try {
    if (staysInChat(turn)) await sayInChat(talk, own, partnershipId, [message]);
    else await showPrivately(talk, own, messagePages(message, { partnershipId }));
  } catch (cause) {
    // What comes of it is said all the same.
    talk.deps.log.warn('That something takes longer could not be said in Slack', { cause });
  }
  return work;
}
