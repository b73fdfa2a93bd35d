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
      const turn = await turnOfReply(talk, reply);
      const work = readWaitingReply(talk.deps, reply).then(({ answer }) => answer);
      await sayWhatCame(talk, turn, reply.partnershipId, reply.words, work);
      freshHome(talk, turn);
    },
  };
}
