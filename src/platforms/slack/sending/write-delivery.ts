import type { Clock } from '../../../kit/clock.ts';
import type { ClaimedDelivery, Destination } from '../../../use-cases/ports/delivery-records.ts';
import { textAt, type SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import type { SlackPage } from '../render/blocks.ts';
import { mayNotLook } from './cannot-look.ts';
import { laneGapMs } from './lanes.ts';
import { messageIdFromText, type SlackMessageId } from './message-id.ts';
import { deleteQuietly, postPages, rewritePages, unlessGone } from './post-pages.ts';
import type { Progress } from './progress.ts';
import { readBack } from './read-back.ts';

export type ToAccount = Extract<Destination, { kind: 'account' }>;
export type ToChannel = Extract<Destination, { kind: 'channel' }>;
export type Reachable = ToAccount | ToChannel;

export interface DeliveryToWrite {
  readonly api: SlackApi;
  readonly delivery: ClaimedDelivery;
  readonly to: Reachable;
  readonly pages: readonly SlackPage[];
  /** What stands from earlier tries; it is kept up to date, also when this try fails. */
  readonly progress: Progress;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Writes the pages in their conversation: over those of an earlier try, else in the place of the message they replace when that one still
 * stands, else anew. What is missing is added. Throws what a call throws.
 */
export async function writeDelivery(work: DeliveryToWrite): Promise<SlackMessageId> {
  const { api, delivery, to, progress } = work;
  progress.standing ??= messageIdFromText(delivery.replacesPlatformMessageId ?? '');
  if (progress.standing !== null) {
    const written = await unlessGone(completed(work, progress.standing));
    if (written !== null) return written;
    for (const left of progress.standing.stamps) await deleteQuietly(api, progress.standing.channel, left);
    progress.standing = null;
  }
  if (!progress.inDoubt) return post(work, addressOf(to));
  const channel = await conversationOf(api, to);
  const found = await looked(work, { channel, stamps: [] });
  const id = found.stamps.length === 0 ? await post(work, channel) : await completed(work, found);
  // What was in doubt may have come meanwhile.
  await looked(work, id, null);
  return id;
}

/** The message with all its pages, some of which stand. */
async function completed(work: DeliveryToWrite, standing: SlackMessageId): Promise<SlackMessageId> {
  const { api, pages, progress } = work;
  const isDoubted = progress.inDoubt && standing.stamps.length < pages.length;
  progress.standing = isDoubted ? await looked(work, standing) : standing;
  progress.standing = await rewritePages(api, progress.standing, pages);
  progress.inDoubt = false;
  const id = await post(work, standing.channel);
  if (isDoubted) await looked(work, id);
  return id;
}

/**
 * After a doubtful try: the pages that stand with those that are found in their thread, or with no pages known, in the conversation. What
 * came twice is taken away.
 */
async function looked(
  work: DeliveryToWrite,
  { channel, stamps }: SlackMessageId,
  root: string | null = stamps[0] ?? null,
): Promise<SlackMessageId> {
  const { api, delivery, clock, progress } = work;
  const found = await readBack(api, { channel, root }, delivery.id, clock.now()).catch((error: unknown) => {
    throw mayNotLook(error);
  });
  const kept = [...stamps];
  for (let next = found.get(kept.length)?.[0]; next !== undefined; next = found.get(kept.length)?.[0])
    kept.push(next);
  for (const stamp of [...found.values()].flat())
    if (!kept.includes(stamp)) await takeAway(work, channel, stamp);
  if (root === null) progress.inDoubt = false;
  return { channel, stamps: kept };
}

/**
 * Takes away a copy that came twice. Where that cannot be done now, the message is in doubt again, and once all of it stands, as a whole: so
 * the next try looks, finds all that stands and takes away what is too much. What Slack will never delete stays.
 */
async function takeAway(
  { api, pages, progress }: DeliveryToWrite,
  channel: string,
  ts: string,
): Promise<void> {
  try {
    await api.call('chat.delete', { channel, ts });
  } catch (error) {
    const { kind } = troubleOf(error);
    if (kind === 'gone' || kind === 'refused') return;
    progress.inDoubt = true;
    if ((progress.standing?.stamps.length ?? 0) >= pages.length) progress.standing = null;
    throw error;
  }
}

async function post(work: DeliveryToWrite, channel: string): Promise<SlackMessageId> {
  const { api, delivery, pages, progress, sleep } = work;
  const { key, id: deliveryId } = delivery;
  const pause = () => sleep(laneGapMs);
  return postPages(api, { channel, thread: null }, { pages, key, deliveryId, pause, progress });
}

/** The id of the conversation with a person; opening it twice opens it once. */
async function conversationOf(api: SlackApi, to: Reachable): Promise<string> {
  if (to.kind === 'channel') return to.channelId;
  return textAt(await api.call('conversations.open', { users: to.accountId }), 'channel', 'id');
}

/** The person or the channel, as Slack calls them. */
export function addressOf(to: Reachable): string {
  return to.kind === 'account' ? to.accountId : to.channelId;
}
