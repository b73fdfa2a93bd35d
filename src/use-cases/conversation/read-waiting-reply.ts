import { z } from 'zod';
import { personalDataTypes } from '../../guard/personal-data-finding.ts';
import type { Month } from '../../plan/month.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Actor, Deps } from '../deps.ts';
import type { ClaimedReply } from '../ports/reply-records.ts';
import { standingNow } from '../standing-facts.ts';
import { actorsOfAccount } from '../who-is.ts';
import { saying, type Answer } from './answer.ts';
import { hear } from './hear.ts';

const takenOutShape = z.array(
  z.object({
    type: z.enum(personalDataTypes),
    words: z.string(),
    certain: z.boolean(),
    where: z.string(),
  }),
);

/** What came of a reply. */
export interface ReplyRead {
  /** Null when its writer is nobody here any more. */
  readonly actor: Actor | null;
  readonly answer: Answer;
}

/**
 * Reads a reply that was put by: what its writer may do is what they may do now. `month`: that of the prompt under which it was written;
 * null where it was written by itself. Twice has the effect of once.
 */
export async function readWaitingReply(
  deps: Deps,
  reply: ClaimedReply,
  month: Month | null,
): Promise<ReplyRead> {
  const { platform, tenantId, accountId, partnershipId, personId, words, key } = reply;
  const actors = await actorsOfAccount(deps, platform, tenantId, accountId);
  const actor = actors.find((each) => each.partnershipId === partnershipId && each.personId === personId);
  if (!actor) return { actor: null, answer: saying(nobodyAnyMore) };
  const takenOut = takenOutShape.parse(reply.takenOut);
  const place = { kind: 'personal', channelId: '' } as const;
  const heard = {
    text: words,
    place,
    eventKey: key,
    takenOut,
    ...(month === null ? {} : { month }),
    ...((await isOvertaken(deps, reply, month)) ? { overtaken: { saidAt: reply.saidAt } } : {}),
  };
  return { actor, answer: await hear(deps, actor, heard) };
}

/**
 * What comes so long after it was written, in milliseconds, comes late for certain: the clocks of a platform and of this machine may differ by
 * less, or nothing of it would be taken.
 */
const lateMs = 300_000;

/**
 * Whether something that its writer said later stands by now: written and read before, or sent by the form while the platform tried again
 * to hand this over.
 */
async function isOvertaken(
  { store }: Deps,
  { partnershipId, personId, saidAt, receivedAt, isRetry, fence, isOvertaken: byWords }: ClaimedReply,
  month: Month | null,
): Promise<boolean> {
  // From its second try on, what stands may be its own.
  const isLate = isRetry || receivedAt.getTime() - saidAt.getTime() > lateMs;
  if (byWords || fence > 1 || !isLate) return byWords;
  const answered = month ?? (await (await standingNow(store, partnershipId)).currentCycle())?.cycle.month;
  if (answered === undefined) return false;
  const updates = await store.in(partnershipId).updates.latestOfMonth(answered);
  return updates.some(({ byPersonId, at }) => byPersonId === personId && at > saidAt);
}

const nobodyAnyMore = sentence(
  'This account is not linked to anybody in the partnership any more, so what you wrote was not recorded. Please ask the secretariat.',
  'notice',
);
