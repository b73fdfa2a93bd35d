import { isMonth, type Month } from '../../../plan/month.ts';
import type { Deps } from '../../../use-cases/deps.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import type { Turn } from './talk.ts';

/** The prompt, or its reminder, under which somebody wrote. */
export interface PromptInThread {
  readonly partnershipId: string;
  readonly month: Month;
}

/** What of bcp's the thread stands under: an answer there is an answer to that, whatever month it is. Null where it is nothing of a month's. */
export async function promptInThread(
  deps: Deps,
  { teamId, userId, channel, thread }: Pick<Turn, 'teamId' | 'userId' | 'channel' | 'thread'>,
): Promise<PromptInThread | null> {
  if (thread === null) return null;
  for (const { partnershipId } of await actorsOfAccount(deps, 'slack', teamId, userId)) {
    const key = await deps.store.in(partnershipId).deliveries.keyOfMessage(`${channel}:`, thread);
    const month = key === null ? '' : (/^[a-z]+:(\d{4}-\d{2}):/.exec(key)?.[1] ?? '');
    if (isMonth(month)) return { partnershipId, month };
  }
  return null;
}
