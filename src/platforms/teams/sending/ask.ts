import { TeamsTrouble } from '../seam/trouble.ts';
import { inTurn, type Poster } from './post-cards.ts';

/**
 * Makes a call that posts nothing, when its turn has come. Where nobody knows what became of it, it is certain all the same that no message
 * was sent: so it may be made again, and what was to be posted is not called uncertain.
 */
export async function ask<T>(
  poster: Poster,
  tenantId: string,
  conversation: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await inTurn(poster, tenantId, conversation, call);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble) || trouble.kind !== 'unknown') throw trouble;
    throw new TeamsTrouble('not_sent', trouble.message, {
      ...(trouble.status === null ? {} : { status: trouble.status }),
      reason: trouble.reason,
      waitMs: trouble.waitMs,
    });
  }
}
