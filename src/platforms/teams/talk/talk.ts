import type { Deps } from '../../../use-cases/deps.ts';
import type { Place } from '../../../use-cases/conversation/answer.ts';
import type { Reach } from '../people/reach.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { ConversationAddress } from '../seam/gateway.ts';
import type { GuardedHttp } from '../seam/guarded-http.ts';
import type { ChannelCheck } from '../sending/channel-check.ts';
import type { Poster } from '../sending/post-cards.ts';
import type { Background } from './background.ts';
import type { OfferedFiles } from './files.ts';

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
  readonly offered: OfferedFiles;
  /** Puts files where a person accepted them. */
  readonly files: GuardedHttp;
}

export function placeOf({ scope, channelId }: InboundActivity): Place {
  return scope === 'personal' ? { kind: 'personal', channelId: '' } : { kind: 'channel', channelId };
}

export function addressOf({ serviceUrl, tenantId, conversationId }: InboundActivity): ConversationAddress {
  return { serviceUrl, tenantId, conversationId };
}

/** Teams' name for what was done: the same thing twice has one effect. */
export function eventKeyOf({ tenantId, conversationId, activityId }: InboundActivity): string {
  return `teams:${tenantId}:${conversationId}:${activityId}`.slice(0, 400);
}
