import type { SlackApi } from '../api/slack-api.ts';
import { textAt } from '../api/slack-api.ts';
import { assertSlackMessage } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { clientMessageId, type SlackMessageId } from './message-id.ts';
import { metadataOf } from './read-back.ts';

export interface PagesToPost {
  readonly channel: string;
  readonly pages: readonly SlackPage[];
  /** The same for each try of the same message: Slack knows a page again by it. */
  readonly key: string;
  /** The thread it belongs in, if it is an answer in one. */
  readonly thread: string | null;
  /** Written into the metadata, so that it can be found again; null = not a delivery. */
  readonly deliveryId: string | null;
  /** Pages that stand there already, by number. */
  readonly standing: ReadonlyMap<number, readonly string[]>;
  /** Between two pages: Slack takes about one a second. */
  readonly pause: () => Promise<void>;
}

/** Posts the pages one after the other, those after the first in its thread. Throws what a call throws. */
export async function postPages(api: SlackApi, post: PagesToPost): Promise<SlackMessageId> {
  post.pages.forEach(assertSlackMessage);
  const stamps: string[] = [];
  let channel = post.channel;
  for (const [number, page] of post.pages.entries()) {
    const standing = post.standing.get(number)?.[0];
    if (standing !== undefined) {
      stamps.push(standing);
      continue;
    }
    if (number > 0) await post.pause();
    const thread = post.thread ?? stamps[0];
    const reply = await api.call('chat.postMessage', {
      channel,
      ...content(page),
      client_msg_id: clientMessageId(`${post.key}:${number}`),
      ...(post.deliveryId === null ? {} : { metadata: metadataOf(post.deliveryId, number) }),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    stamps.push(textAt(reply, 'ts'));
    channel = textAt(reply, 'channel') || channel;
  }
  return { channel, stamps };
}

/** What is shown, with everything switched off by which Slack would read more into it. */
export function content(page: SlackPage) {
  return {
    text: page.text,
    blocks: page.blocks,
    mrkdwn: false,
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** Puts a message in the place of one that stands: page by page; pages too many are deleted, pages too few are added in the thread. */
export async function replacePages(
  api: SlackApi,
  standing: SlackMessageId,
  post: Omit<PagesToPost, 'channel' | 'standing' | 'thread'>,
): Promise<SlackMessageId> {
  post.pages.forEach(assertSlackMessage);
  const { channel, stamps } = standing;
  for (const [number, page] of post.pages.entries()) {
    const stamp = stamps[number];
    if (stamp === undefined) break;
    await api.call('chat.update', {
      channel,
      ts: stamp,
      text: page.text,
      blocks: page.blocks,
      link_names: false,
    });
  }
  for (const surplus of stamps.slice(post.pages.length)) await deleteQuietly(api, channel, surplus);
  const kept = stamps.slice(0, post.pages.length);
  if (kept.length === post.pages.length) return { channel, stamps: kept };
  const known = new Map(kept.map((stamp, number) => [number, [stamp]]));
  return postPages(api, { ...post, channel, thread: kept[0] ?? null, standing: known });
}

/** Deletes a copy of ours; one that is gone already is as good. */
export async function deleteQuietly(api: SlackApi, channel: string, stamp: string): Promise<void> {
  await api.call('chat.delete', { channel, ts: stamp }).catch(() => undefined);
}
