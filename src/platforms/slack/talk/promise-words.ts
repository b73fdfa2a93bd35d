import type { Message } from '../../../messages/message.ts';
import { promiseAnswer } from '../../../use-cases/promise-answer.ts';
import { troubleOf } from '../api/trouble.ts';
import { Progress } from '../sending/progress.ts';
import type { TalkDeps, Turn } from './talk.ts';

/** One message of an answer in somebody's own chat. */
export interface ChatAnswer {
  readonly id: string;
  readonly key: string;
  readonly message: Message;
}

/** Whether the outbox can do what could not be done now. */
export function mayComeLater(error: unknown, { inDoubt }: Progress): boolean {
  return ['rate_limited', 'not_sent', 'key'].includes(troubleOf(error).kind) || inDoubt;
}

/**
 * Promises what is to be said in somebody's own chat; false when bcp does not know them there (any more). What is in doubt in a thread is not
 * found again from the outbox, so it is said anew in the chat, where a second copy does no harm.
 */
export async function promiseWords(
  { deps }: TalkDeps,
  { teamId, userId, thread }: Turn,
  partnershipId: string,
  answer: ChatAnswer,
  progress: Progress,
): Promise<boolean> {
  const isLostInThread = progress.inDoubt && thread !== null;
  const soFar = (isLostInThread ? new Progress(null, false) : progress).toText(0);
  return promiseAnswer(
    deps,
    partnershipId,
    { platform: 'slack', tenantId: teamId, userId },
    { ...answer, soFar },
  );
}
