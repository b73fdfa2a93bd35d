import type { Message } from '../../../messages/message.ts';
import { assertSlackMessage } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { slackLimits } from '../render/limits.ts';
import { laneGapMs } from '../sending/lanes.ts';
import { postMessage } from '../sending/post-message.ts';
import { content } from '../sending/post-pages.ts';
import { Progress } from '../sending/progress.ts';
import { patiently } from './patiently.ts';
import { mayComeLater, promiseWords, type ChatAnswer } from './promise-words.ts';
import type { TalkDeps, Turn } from './talk.ts';

/**
 * Says it in the person's own chat with bcp: it stays there. What Slack does not take just now is promised, and comes from the outbox;
 * `isPromised` says of which trouble that is so. Throws what a call throws where there is nobody to promise it to, or nobody there to read
 * it.
 */
export async function sayInChat(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string | null,
  messages: readonly Message[],
  isPromised: (error: unknown, progress: Progress) => boolean = mayComeLater,
): Promise<void> {
  let mustWait = false;
  for (const [index, message] of messages.entries()) {
    const answer = { id: talk.deps.newId(), key: `${turn.eventKey}:${index}`, message };
    const progress = new Progress(null, false);
    try {
      // What follows on something that waits is said after it.
      if (!mustWait || partnershipId === null) await post(talk, turn, { ...answer, partnershipId, progress });
      else await promiseWords(talk, turn, partnershipId, answer, progress);
    } catch (error) {
      if (partnershipId === null || !isPromised(error, progress)) throw error;
      if (!(await promiseWords(talk, turn, partnershipId, answer, progress))) throw error;
      mustWait = true;
    }
  }
}

async function post(
  { pictures, sleep }: TalkDeps,
  { api, teamId, place, channel, userId, thread }: Turn,
  { id, ...answer }: ChatAnswer & { readonly partnershipId: string | null; readonly progress: Progress },
): Promise<void> {
  const isPersonal = place.kind === 'personal';
  await postMessage(
    { api, teamId, pictures },
    { channel: isPersonal && channel !== '' ? channel : userId, thread: isPersonal ? thread : null },
    { ...answer, deliveryId: id, pause: () => sleep(laneGapMs) },
  );
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
    await patiently(talk, () =>
      turn.api.call('chat.postMessage', { channel: turn.userId, ...content(page) }),
    );
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
