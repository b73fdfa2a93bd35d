import { replyIntake, type ReplyIntake } from '../../src/intake/reply-intake.ts';
import { silentLog } from '../../src/kit/log.ts';
import type { Deps } from '../../src/use-cases/deps.ts';
import { tellOfUnreadReply } from '../../src/use-cases/tell-of-unread-reply.ts';

/** The reading of replies as the program does it, on a stage. */
export function stageIntake(deps: Deps, log = silentLog): ReplyIntake {
  const { store, clock } = deps;
  const tellUnread = (reply: Parameters<typeof tellOfUnreadReply>[1]) => tellOfUnreadReply(deps, reply);
  return replyIntake({ replies: store.replies, clock, log, tellUnread });
}
