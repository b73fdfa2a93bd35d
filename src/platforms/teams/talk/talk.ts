import { failure, success } from '../../../kit/result.ts';
import type { Deps } from '../../../use-cases/deps.ts';
import type { Place } from '../../../use-cases/conversation/answer.ts';
import type { Reach } from '../people/reach.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { ConversationAddress } from '../seam/gateway.ts';
import type { GuardedHttp } from '../seam/guarded-http.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import type { ChannelCheck } from '../sending/channel-check.ts';
import type { Poster } from '../sending/post-cards.ts';
import type { Background } from './background.ts';

/** What every conversation in Teams is held with. */
export interface TalkDeps extends Poster {
  readonly deps: Deps;
  readonly reach: Reach;
  /** Who reads a channel in which something is about to be said. */
  readonly check: ChannelCheck;
  /** Answers are sent after Teams has been told that all is well. */
  readonly background: Background;
  /** Whether forms open in dialogs; the stand-ins of Teams draw none. */
  readonly dialogs: boolean;
  /** Whether an answer in a channel may be for one person alone. */
  readonly privateAnswers: boolean;
  /** A reply was put by, to be read. */
  readonly wakeReplies: () => void;
  /** Puts files where a person accepted them. */
  readonly files: GuardedHttp;
}

/** Where somebody is; of a channel also its name, and who reads there by the same look that is taken before each post. */
export function placeOf({ check }: Pick<TalkDeps, 'check'>, activity: InboundActivity): Place {
  const { scope, channelId, tenantId, channelName } = activity;
  if (scope === 'personal') return { kind: 'personal', channelId: '' };
  return {
    kind: 'channel',
    channelId,
    channel: {
      tenantId,
      look: async () => {
        if (scope === 'group') return failure(notForDigests);
        try {
          const reach = await check({ ...addressOf(activity), conversationId: channelId });
          // Teams gives the first channel of a team no name.
          const name = channelName === '' ? 'General' : channelName;
          return success({ name, reach: reach.kind, why: reach.kind === 'shared' ? reach.why : '' });
        } catch (trouble) {
          if (!(trouble instanceof TeamsTrouble)) throw trouble;
          return failure(
            'Teams could not be asked who reads this channel. Please type it again in a minute.',
          );
        }
      },
    },
  };
}

/** A digest opens a conversation of its own in a channel; a group chat has none to open. */
const notForDigests =
  'This is a group chat. Digests are posted in channels: add the bcp app to the team and type it in one of its channels.';

export function addressOf({ serviceUrl, tenantId, conversationId }: InboundActivity): ConversationAddress {
  return { serviceUrl, tenantId, conversationId };
}

/** Teams' name for what was done: the same thing twice has one effect. */
export function eventKeyOf({ tenantId, conversationId, activityId }: InboundActivity): string {
  return `teams:${tenantId}:${conversationId}:${activityId}`.slice(0, 400);
}
