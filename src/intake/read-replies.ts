import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { ClaimedReply, ReplyReader, ReplyStore } from '../use-cases/ports/reply-records.ts';

export interface IntakeDeps {
  readonly replies: ReplyStore;
  readonly readers: readonly ReplyReader[];
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the writer of a reply that could not be read. */
  readonly tellUnread: (reply: ClaimedReply) => Promise<void>;
  /** Asked before more is taken up. False: what is being read is finished and nothing new is begun. */
  readonly goesOn: () => Promise<boolean>;
}

/** How long a reply is held; longer than reading and answering may take. */
const leaseMs = 120_000;
/** So many people's replies are read at once: while one waits for the database or the platform, others go on. */
const atOnce = 4;
/** How often one is tried before its writer is told: for about a minute. */
export const mostTries = 6;

/**
 * Reads every reply that is due, each person's in the order in which they came. Ends when none is due and none is being read. What could
 * not be read is tried again a little later; what never can is said to its writer.
 */
export async function readReplies(deps: IntakeDeps): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const platforms = deps.readers.map(({ platform }) => platform);
  for (;;) {
    const goesOn = await deps.goesOn();
    const now = deps.clock.now();
    const leaseUntil = new Date(now.getTime() + leaseMs);
    const found = goesOn ? await deps.replies.claim(platforms, now, leaseUntil, atOnce - underWay.size) : [];
    for (const reply of found) {
      const work: Promise<void> = readOne(deps, reply).finally(() => underWay.delete(work));
      underWay.add(work);
    }
    if (underWay.size === 0) return;
    do await Promise.race(underWay);
    while (underWay.size > atOnce / 2);
  }
}

async function readOne(deps: IntakeDeps, reply: ClaimedReply): Promise<void> {
  const reader = deps.readers.find(({ platform }) => platform === reply.platform);
  if (!reader) return;
  try {
    await reader.read(reply);
    await deps.replies.finish(reply, { kind: 'read' });
  } catch (cause) {
    const about = { platform: reply.platform, tried: reply.fence };
    deps.log.error('A reply could not be read', { ...about, cause });
    await setAside(deps, reply).catch((trouble: unknown) =>
      // Its lease ends by itself; then it is tried again.
      deps.log.error('A reply that could not be read could not be put back', { ...about, cause: trouble }),
    );
  }
}

async function setAside(deps: IntakeDeps, reply: ClaimedReply): Promise<void> {
  if (reply.fence < mostTries) {
    const at = new Date(deps.clock.now().getTime() + waitAfter(reply.fence));
    await deps.replies.finish(reply, { kind: 'again', at });
    return;
  }
  await deps.tellUnread(reply);
  await deps.replies.finish(reply, { kind: 'gave_up' });
}

/** 2, 4, 8, 16, 32 seconds: people wait for an answer. */
function waitAfter(tries: number): number {
  return 1_000 * 2 ** tries;
}
