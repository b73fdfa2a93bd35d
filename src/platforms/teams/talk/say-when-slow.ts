import { silentMs, workingOnIt } from '../../../messages/working-on-it.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { sayInPassing } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

/** Gives what came of the work; when it takes longer than somebody waits in silence, what is being done is said first. */
export async function sayWhenSlow<T>(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string,
  typed: string,
  work: Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => {
    sayInPassing(talk, activity, partnershipId, workingOnIt(typed));
  }, silentMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
