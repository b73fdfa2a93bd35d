import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import { failure, success, type Result } from '../../../kit/result.ts';
import { troubleOf } from '../api/trouble.ts';
import { channelReach } from '../sending/channel-check.ts';
import { laneGapMs } from '../sending/lanes.ts';
import { postMessage } from '../sending/post-message.ts';
import { deleteQuietly } from '../sending/post-pages.ts';
import { Progress } from '../sending/progress.ts';
import { patiently } from './patiently.ts';
import type { TalkDeps, Turn } from './talk.ts';

/**
 * The turn of somebody who presses Share here, with what a look at the channel shows of its readers: what is shared is written for them. The
 * error is a sentence: why nobody can be told who reads there.
 */
export async function lookedAround(talk: TalkDeps, turn: Turn): Promise<Result<Turn, Message>> {
  const { api, place, channel } = turn;
  if (place.kind === 'personal') return success(turn);
  try {
    const reach = await patiently(talk, () => channelReach(api, channel, new Map(), talk.deps.clock.now()));
    const readers = { reach: reach.kind, why: reach.kind === 'shared' ? reach.why : '' };
    return success({ ...turn, place: { ...place, readers } });
  } catch (error) {
    return failure(notShared(error));
  }
}

/** Posts for everybody in the channel what was written for those who read there. Gives the words that are left to be said to whoever pressed. */
export async function shareHere(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  message: Message,
): Promise<readonly Message[]> {
  const { api, teamId, place, channel } = turn;
  const progress = new Progress(null, false);
  const post = { message, partnershipId, key: `${turn.eventKey}:share`, deliveryId: null, progress };
  try {
    await patiently(talk, () =>
      postMessage(
        { api, teamId, pictures: talk.pictures },
        { channel, thread: null },
        { ...post, pause: () => talk.sleep(laneGapMs) },
      ),
    );
  } catch (error) {
    if (progress.inDoubt)
      return [
        sentence(
          'Slack did not say whether it took all of it. Please look here before you press Share here again.',
          'notice',
        ),
      ];
    // Half of it is not left standing.
    for (const stamp of progress.standing?.stamps ?? []) await deleteQuietly(api, channel, stamp);
    return [notShared(error)];
  }
  return place.readers?.reach === 'shared'
    ? [sentence(`${place.readers.why} What was shared leaves out what only members may read.`, 'quiet')]
    : [];
}

function notShared(error: unknown): Message {
  const { kind, words } = troubleOf(error);
  const rest =
    kind === 'nobody_there'
      ? 'Invite bcp with /invite @bcp, and press Share here again.'
      : kind === 'refused' || kind === 'gone'
        ? 'Nothing was shared. Use "/bcp status" in a channel that bcp has been invited to, and share it there.'
        : 'Nothing was shared; please press Share here again in a moment.';
  return sentence(`${words} ${rest}`, 'notice');
}
