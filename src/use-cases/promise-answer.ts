import type { Message } from '../messages/message.ts';
import type { Account } from '../plan/people.ts';
import type { Deps } from './deps.ts';

export interface AnswerToPromise {
  readonly id: string;
  readonly key: string;
  readonly message: Message;
  /** What its sender knows of the try that failed; left out when there is nothing to know. */
  readonly soFar?: string;
}

/**
 * Promises an answer that could not be said at once: it comes from the outbox, in the account's own conversation. Doing it twice promises it
 * once. False when nobody is behind the account, so that nothing was promised.
 */
export async function promiseAnswer(
  { store, clock }: Deps,
  partnershipId: string,
  { platform, tenantId, userId }: Pick<Account, 'platform' | 'tenantId' | 'userId'>,
  answer: AnswerToPromise,
): Promise<boolean> {
  const records = store.in(partnershipId);
  const account = await records.people.accountOf(platform, tenantId, userId);
  if (!account) return false;
  const { personId } = account;
  const now = clock.now();
  await records.deliveries.promise({
    ...answer,
    purpose: 'answer',
    to: { kind: 'account', platform, tenantId, accountId: userId, personId },
    replaces: null,
    promisedAt: now,
    dueAt: now,
  });
  return true;
}
