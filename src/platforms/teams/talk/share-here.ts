import { sentence } from '../../../messages/sentence.ts';
import type { Message } from '../../../messages/message.ts';
import { failure, success, type Result } from '../../../kit/result.ts';
import type { Answer, Place } from '../../../use-cases/conversation/answer.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
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
