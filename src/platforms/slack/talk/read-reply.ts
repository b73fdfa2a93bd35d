import { filesAreNotKept } from '../../../messages/files-not-kept.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import { readWaitingReply } from '../../../use-cases/conversation/read-waiting-reply.ts';
import type { ReplyReader } from '../../../use-cases/ports/reply-records.ts';
import { orNothing } from './on-typed.ts';
import { sayInChat } from './private-words.ts';
import { turnOfReply } from './reply-place.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { carryOut } from './show-answer.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { freshHome } from './turns.ts';

/** Reads what owners typed in Slack, and answers where they typed it. */
export function slackReplyReader(talk: TalkDeps): ReplyReader {
  return {
    platform: 'slack',
    read: async (reply) => {
      const { partnershipId, words } = reply;
      const { turn, month, hasFiles } = await turnOfReply(talk, reply);
      const reading = readWaitingReply(talk.deps, reply, month);
      const { answer } = await sayWhenSlow(talk, turn, partnershipId, words, reading);
      await sayForGood(
        talk,
        turn,
        partnershipId,
        hasFiles ? { ...answer, say: [...answer.say, filesAreNotKept] } : answer,
      );
      freshHome(talk, turn);
    },
  };
}

/**
 * Says what came of a reply, now or from the outbox. Never throws: what was read and recorded is not read again because saying so failed, as
 * what would be said then of what stands by now is not true.
 */
async function sayForGood(talk: TalkDeps, turn: Turn, partnershipId: string, answer: Answer): Promise<void> {
  const { log } = talk.deps;
  const said = await carryOut(talk, turn, partnershipId, answer).catch((cause: unknown) => {
    log.error('What a reply asked for could not be done in Slack', { cause });
    return answer.say;
  });
  await sayInChat(talk, turn, partnershipId, orNothing(answer, said), () => true).catch((cause: unknown) =>
    log.error('What came of a reply could not be said, nor promised', { cause }),
  );
}
