import type { SlackApi } from '../api/slack-api.ts';
import { textAt } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import { assertSlackMessage } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { clientMessageId, type SlackMessageId } from './message-id.ts';
import { Progress } from './progress.ts';
import { metadataOf } from './read-back.ts';

export interface PagesToPost {
  readonly pages: readonly SlackPage[];
  /** The same for each try of the same message: Slack knows a page again by it. */
  readonly key: string;
  /** Written into the metadata, so that it can be found again; null = not a delivery. */
  readonly deliveryId: string | null;
  /** Between two pages: Slack takes about one a second. */
  readonly pause: () => Promise<void>;
  /** Told of each page as it stands; pages that it knows to stand are not posted. A new one is made when left out. */
  readonly progress?: Progress;
}

/**
 * Posts the pages that do not stand yet one after the other, those after the first in its thread; `thread` is given for an answer in one.
 * Throws what a call throws.
 */
export async function postPages(
  api: SlackApi,
  to: { readonly channel: string; readonly thread: string | null },
  post: PagesToPost,
): Promise<SlackMessageId> {
  post.pages.forEach(assertSlackMessage);
  const progress = post.progress ?? new Progress(null, false);
  let { channel, stamps } = progress.standing ?? { channel: to.channel, stamps: [] as readonly string[] };
  for (const [number, page] of post.pages.entries()) {
    if (number < stamps.length) continue;
    if (number > 0) await post.pause();
    const thread = to.thread ?? stamps[0];
    const reply = await progress.posting(() =>
      api.call('chat.postMessage', {
        channel,
        ...content(page),
        client_msg_id: clientMessageId(`${post.key}:${number}`),
        ...(post.deliveryId === null ? {} : { metadata: metadataOf(post.deliveryId, number) }),
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }),
    );
    stamps = [...stamps, textAt(reply, 'ts')];
    channel = textAt(reply, 'channel') || channel;
    progress.standing = { channel, stamps };
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

/** Writes pages over those that stand, one for one; those that stand beyond the last are taken away. Gives those that are left. */
export async function rewritePages(
  api: SlackApi,
  { channel, stamps }: SlackMessageId,
  pages: readonly SlackPage[],
): Promise<SlackMessageId> {
  pages.forEach(assertSlackMessage);
  for (const [number, page] of pages.entries()) {
    const stamp = stamps[number];
    if (stamp === undefined) break;
    const { text, blocks } = page;
    await api.call('chat.update', { channel, ts: stamp, text, blocks, link_names: false });
  }
  for (const surplus of stamps.slice(pages.length)) await deleteQuietly(api, channel, surplus);
  return { channel, stamps: stamps.slice(0, pages.length) };
}

/** Deletes a copy of ours; one that is gone already is as good. */
export async function deleteQuietly(api: SlackApi, channel: string, stamp: string): Promise<void> {
  await api.call('chat.delete', { channel, ts: stamp }).catch(() => undefined);
}

/** Does something with a message that stands; gives null when somebody has deleted it. */
export async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (troubleOf(error).kind === 'gone') return null;
    throw error;
  }
}
