import { sentence } from '../../../messages/sentence.ts';
import type { Message } from '../../../messages/message.ts';
import { failure, success, type Result } from '../../../kit/result.ts';
import type { Answer, Place } from '../../../use-cases/conversation/answer.ts';
import type { Card } from '../cards/card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { causeOf, PartlySent, postCards } from '../sending/post-cards.ts';
import { addressOf, placeOf, type TalkDeps } from './talk.ts';

/**
 * The place of somebody who presses Share here, with what a look at it shows of its readers: what is shared is written for them. The error
 * is a sentence: why nobody can be told who reads there.
 */
export async function lookedAround(
  talk: TalkDeps,
  activity: InboundActivity,
): Promise<Result<Place, Message>> {
  const place = placeOf(talk, activity);
  if (place.kind === 'personal') return success(place);
  try {
    const reach = await talk.check({ ...addressOf(activity), conversationId: activity.channelId });
    const readers = { reach: reach.kind, why: reach.kind === 'shared' ? reach.why : '' };
    return success({ ...place, readers });
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    return failure(notShared);
  }
}

/** The answer with the reason why less is shared than whoever pressed was shown, where that is so. */
export function withReason(answer: Answer, { readers }: Place): Answer {
  if (answer.share === null || readers?.reach !== 'shared') return answer;
  const why = sentence(`${readers.why} What was shared leaves out what only members may read.`, 'quiet');
  return { ...answer, say: [...answer.say, why] };
}

const notShared = sentence(
  'Teams could not be asked who reads this channel, so nothing was shared. Please press Share here again in a moment.',
  'notice',
);

/** Teams wants an answer to the press before anything can be posted. */
export const beingPosted = 'It is being posted here.';

/**
 * Posts what is shared, once, for everybody there. Gives what is left to be said to whoever pressed when Teams did not take it, or did not
 * say; null when it stands there.
 */
export async function postShared(
  talk: TalkDeps,
  activity: InboundActivity,
  cards: readonly Card[],
): Promise<Message | null> {
  try {
    await postCards(talk, addressOf(activity), cards);
    return null;
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    const cause = causeOf(trouble);
    talk.deps.log.warn('Teams: what was shared was not taken', { kind: cause.kind, status: cause.status });
    const where = activity.scope === 'channel' ? 'channel' : 'chat';
    if (cause.kind === 'unknown' || !(await isTakenAway(talk, activity, trouble))) return inDoubt(where);
    return untaken(cause, where);
  }
}

/** Half of it is not left standing. False when it may be. */
async function isTakenAway(
  talk: TalkDeps,
  activity: InboundActivity,
  trouble: TeamsTrouble,
): Promise<boolean> {
  const parts = trouble instanceof PartlySent ? trouble.sent.activityIds : [];
  try {
    for (const activityId of parts) await talk.outbound.remove(addressOf(activity), activityId);
    return true;
  } catch (again) {
    if (!(again instanceof TeamsTrouble)) throw again;
    return false;
  }
}

function inDoubt(where: string): Message {
  return sentence(
    `Teams did not say whether it took all of what you shared in the ${where}. Please look there before you press Share here again.`,
    'notice',
  );
}

function untaken({ kind, message }: TeamsTrouble, where: string): Message {
  const rest =
    kind === 'gone'
      ? 'Type status in a channel that has the bcp app, and share it there.'
      : kind === 'refused'
        ? 'Please ask for a smaller part of the status, and share that.'
        : 'Please press Share here again in a moment.';
  return sentence(`Nothing was shared in the ${where}. ${message} ${rest}`, 'notice');
}
