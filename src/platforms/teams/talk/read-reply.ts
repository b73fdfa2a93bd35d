import { readWaitingReply } from '../../../use-cases/conversation/read-waiting-reply.ts';
import type { ReplyReader } from '../../../use-cases/ports/reply-records.ts';
import { ofFiles } from './not-understood.ts';
import { activityOfReply } from './reply-place.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { showAnswerNow } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

/** Reads what owners typed in Teams, and answers where they typed it: the words go only when the answer stands there or is promised. */
export function teamsReplyReader(talk: TalkDeps): ReplyReader {
  return {
    platform: 'teams',
    read: async (reply) => {
      const { partnershipId, words } = reply;
      const activity = activityOfReply(reply.place, words);
      const work = readWaitingReply(talk.deps, reply, null);
      const { actor, answer } = await sayWhenSlow(talk, activity, partnershipId, words, work);
      await showAnswerNow(talk, activity, partnershipId, ofFiles(activity, answer), actor);
    },
  };
}
