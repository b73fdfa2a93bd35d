import type { Message } from '../../../messages/message.ts';
import type { SlackApi } from '../api/slack-api.ts';
import { messagePages } from '../render/render-message.ts';
import type { SlackMessageId } from './message-id.ts';
import type { Pictures } from './pictures.ts';
import { postPages, rewritePages, type PagesToPost } from './post-pages.ts';
import type { Progress } from './progress.ts';
import { withPictures } from './with-pictures.ts';

export interface MessageToPost extends Omit<PagesToPost, 'pages' | 'progress'> {
  readonly message: Message;
  readonly partnershipId: string | null;
  /** What of it stands; it is kept up to date, also when a call fails. */
  readonly progress: Progress;
}

/** Posts a message once, with its pictures or else its tables: pages that stood before a picture was refused are written over. */
export async function postMessage(
  way: { readonly api: SlackApi; readonly teamId: string; readonly pictures: Pictures },
  to: { readonly channel: string; readonly thread: string | null },
  { message, partnershipId, ...post }: MessageToPost,
): Promise<SlackMessageId> {
  const { progress } = post;
  return withPictures(way.pictures, way, [message], async (pictureOf) => {
    const pages = messagePages(message, { partnershipId, pictureOf });
    if (progress.standing !== null) progress.standing = await rewritePages(way.api, progress.standing, pages);
    return postPages(way.api, to, { ...post, pages });
  });
}
