import { troubleOf } from '../api/trouble.ts';
import type { TalkDeps } from './talk.ts';

/** The longest wait for somebody who is waiting for their answer, in milliseconds. */
const longestWaitMs = 30_000;

/** Does what Slack is known not to have done, because it asked bcp to wait or was not reached, once more a moment later. */
export async function patiently<T>({ sleep }: Pick<TalkDeps, 'sleep'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'rate_limited' && trouble.kind !== 'not_sent') throw error;
    await sleep(trouble.kind === 'rate_limited' ? Math.min(trouble.waitMs, longestWaitMs) : 1_000);
    return work();
  }
}
