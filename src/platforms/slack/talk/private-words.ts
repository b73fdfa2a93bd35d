import type { Message } from '../../../messages/message.ts';
import { assertSlackMessage } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { slackLimits } from '../render/limits.ts';
import { messagePages } from '../render/render-message.ts';
import { laneGapMs } from '../sending/lanes.ts';
import { figuresOf } from '../sending/pictures.ts';
import { content, postPages } from '../sending/post-pages.ts';
import type { TalkDeps, Turn } from './talk.ts';

/** The private words of one answer, ready to be shown. */
export interface PrivatePages {
  readonly pages: readonly SlackPage[];
  /** Figures whose picture is not in Slack yet: they come a moment later, as words would otherwise wait for them. */
  readonly later: readonly Message[];
}

/** Renders at once with the pictures that are there already; figures without one are put off. */
export function privatePages(
  talk: TalkDeps,
  turn: Pick<Turn, 'teamId'>,
  partnershipId: string | null,
  messages: readonly Message[],
): PrivatePages {
  const pictureOf = talk.pictures.known(turn.teamId);
  const isLater = (part: Message['parts'][number]) =>
    part.kind === 'figure' && pictureOf(part.figure) === null;
  const now = messages.map((message) => ({
    ...message,
    parts: message.parts.filter((part) => !isLater(part)),
  }));
  const later = messages.flatMap((message) =>
    message.parts.filter(isLater).map((part): Message => ({
      summary: part.kind === 'figure' ? part.figure.title : message.summary,
      parts: [part],
    })),
  );
  const pages = now.flatMap((message) => messagePages(message, { partnershipId, pictureOf }));
  pages.forEach(assertSlackMessage);
  return { pages, later };
}

/** Says it in the person's own chat with bcp: it stays there. */
export async function sayInChat(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string | null,
  messages: readonly Message[],
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const pictureOf =
      figuresOf(message).length === 0
        ? talk.pictures.known(turn.teamId)
        : await talk.pictures.upload(turn.api, turn.teamId, message);
    await postPages(turn.api, {
      channel: turn.place.kind === 'personal' && turn.channel !== '' ? turn.channel : turn.userId,
      pages: messagePages(message, { partnershipId, pictureOf }),
      key: `${turn.eventKey}:${index}`,
      thread: turn.place.kind === 'personal' ? turn.thread : null,
      deliveryId: null,
      standing: new Map(),
      pause: () => talk.sleep(laneGapMs),
    });
  }
}

/**
 * Shows pages to the person alone where they are. Through Slack's `response_url` while it lasts (five uses in half an hour); else as a
 * private note in the channel; else in the chat with bcp. Nothing is dropped.
 */
export async function showPrivately(talk: TalkDeps, turn: Turn, pages: readonly SlackPage[]): Promise<void> {
  for (const [index, page] of pages.entries()) {
    assertSlackMessage(page);
    const responded =
      index < slackLimits.responseUrlUses - 1 && (await respond(talk, turn.responseUrl, page));
    if (responded || (await showNote(turn, page))) continue;
    await turn.api.call('chat.postMessage', { channel: turn.userId, ...content(page) });
  }
}

/** Puts off pictures for a moment and then shows them; without a picture, the figures as a table. */
export async function showLater(talk: TalkDeps, turn: Turn, messages: readonly Message[]): Promise<void> {
  for (const message of messages) {
    const pictureOf = await talk.pictures.upload(turn.api, turn.teamId, message);
    await showPrivately(talk, turn, messagePages(message, { partnershipId: null, pictureOf }));
  }
}

async function showNote(turn: Turn, page: SlackPage): Promise<boolean> {
  if (turn.place.kind !== 'channel') return false;
  const thread = turn.thread === null ? {} : { thread_ts: turn.thread };
  try {
    await turn.api.call('chat.postEphemeral', {
      channel: turn.channel,
      user: turn.userId,
      ...content(page),
      ...thread,
    });
    return true;
  } catch {
    // Not in this channel, or not any more: the chat with bcp is left.
    return false;
  }
}

/** False when Slack no longer takes an answer there. */
export async function respond(talk: TalkDeps, url: string | null, page: SlackPage): Promise<boolean> {
  if (url === null || !talk.responseOrigins.some((origin) => url.startsWith(origin))) return false;
  try {
    const response = await talk.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: false,
        text: page.text,
        blocks: page.blocks,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}
