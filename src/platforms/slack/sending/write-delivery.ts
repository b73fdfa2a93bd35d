import type { Clock } from '../../../kit/clock.ts';
import type { ClaimedDelivery, Destination } from '../../../use-cases/ports/delivery-records.ts';
import { textAt, type SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import type { SlackPage } from '../render/blocks.ts';
import { mayNotLook } from './cannot-look.ts';
import { laneGapMs } from './lanes.ts';
import { messageIdFromText, type SlackMessageId } from './message-id.ts';
import { deleteQuietly, postPages, replacePages, type PagesToPost } from './post-pages.ts';
import { readBack } from './read-back.ts';

export type ToAccount = Extract<Destination, { kind: 'account' }>;
export type ToChannel = Extract<Destination, { kind: 'channel' }>;
export type Reachable = ToAccount | ToChannel;

export interface DeliveryToWrite {
  readonly api: SlackApi;
  readonly delivery: ClaimedDelivery;
  readonly to: Reachable;
  readonly pages: readonly SlackPage[];
  /** An earlier try may have arrived: it is looked for first. */
  readonly isRepeat: boolean;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Writes the pages in their conversation, in the place of the message they replace when that one still stands. Throws what a call throws. */
export async function writeDelivery(work: DeliveryToWrite): Promise<SlackMessageId> {
  const { api, delivery, to, pages, isRepeat, sleep } = work;
  const post = { pages, key: delivery.key, deliveryId: delivery.id, pause: () => sleep(laneGapMs) };
  const before = delivery.replacesPlatformMessageId;
  const replaced = before === null ? null : messageIdFromText(before);
  if (replaced) {
    try {
      return await replacePages(api, replaced, post);
    } catch (error) {
      if (troubleOf(error).kind !== 'gone') throw error;
    }
  }
  return isRepeat
    ? writeAgain(work, post)
    : postPages(api, { ...post, channel: addressOf(to), thread: null, standing: new Map() });
}

/** After a doubtful try: what stands there is kept, what is missing is added, and what came twice is taken away. */
async function writeAgain(
  { api, delivery, to, clock }: DeliveryToWrite,
  post: Omit<PagesToPost, 'channel' | 'thread' | 'standing'>,
): Promise<SlackMessageId> {
  const channel = await conversationOf(api, to);
  const look = () => readBack(api, channel, delivery.id, clock.now());
  const standing = await look().catch((error: unknown) => {
    throw mayNotLook(error);
  });
  const id = await postPages(api, { ...post, channel, thread: null, standing });
  const after = standing.size === post.pages.length ? standing : await look();
  for (const [page, stamps] of after) {
    for (const stamp of stamps) {
      if (stamp !== id.stamps[page]) await deleteQuietly(api, id.channel, stamp);
    }
  }
  return id;
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
