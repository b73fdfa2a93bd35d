import { filesAreNotKept } from '../../../messages/files-not-kept.ts';
import { readWaitingReply } from '../../../use-cases/conversation/read-waiting-reply.ts';
import type { ReplyReader } from '../../../use-cases/ports/reply-records.ts';
import { sayWhatCame } from './on-typed.ts';
import { turnOfReply } from './reply-place.ts';
import type { TalkDeps } from './talk.ts';
import { freshHome } from './turns.ts';

/** Reads what owners typed in Slack, and answers where they typed it. */
export function slackReplyReader(talk: TalkDeps): ReplyReader {
  return {
    platform: 'slack',
    read: async (reply) => {
      const { turn, month, hasFiles } = await turnOfReply(talk, reply);
      await sayWhatCame(talk, turn, reply.partnershipId, reply.words, async () => {
        const { answer } = await readWaitingReply(talk.deps, reply, month);
        return hasFiles ? { ...answer, say: [...answer.say, filesAreNotKept] } : answer;
      });
      freshHome(talk, turn);
    },
  };
}
