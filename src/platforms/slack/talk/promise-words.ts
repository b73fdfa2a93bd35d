import type { Message } from '../../../messages/message.ts';
import { promiseAnswer } from '../../../use-cases/promise-answer.ts';
import { troubleOf } from '../api/trouble.ts';
import type { Progress } from '../sending/progress.ts';
import type { TalkDeps, Turn } from './talk.ts';

/** One message of an answer in somebody's own chat. */
export interface ChatAnswer {
  readonly id: string;
  readonly key: string;
  readonly message: Message;
}

/** Whether the outbox can do what could not be done now. A page in doubt in a thread is not found again there. */
export function mayComeLater(error: unknown, { thread }: Turn, { inDoubt }: Progress): boolean {
  if (inDoubt && thread !== null) return false;
  return ['rate_limited', 'not_sent', 'key'].includes(troubleOf(error).kind) || inDoubt;
}

/** Promises what is to be said in somebody's own chat; false when bcp does not know them there (any more). */
export async function promiseWords(
  { deps }: TalkDeps,
  { teamId, userId }: Turn,
  partnershipId: string,
  answer: ChatAnswer,
  progress: Progress,
): Promise<boolean> {
  return promiseAnswer(
    deps,
    partnershipId,
    { platform: 'slack', tenantId: teamId, userId },
    { ...answer, soFar: progress.toText(0) },
  );
}
