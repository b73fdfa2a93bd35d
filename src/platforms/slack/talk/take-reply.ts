import type { Actor } from '../../../use-cases/deps.ts';
import { putByReply } from '../../../use-cases/conversation/put-by-reply.ts';
import { actorsAt } from '../../../use-cases/who-is.ts';
import { field, textAt } from '../api/slack-api.ts';
import { isLinkWords } from './link-words.ts';
import { messageEvent } from './payloads.ts';
import { promptInThread } from './prompt-in-thread.ts';
import { replyPlaceOf } from './reply-place.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { homeTeam, turnOf } from './turns.ts';
import { typedWords } from './typed-words.ts';
import { addressOfAccount, whoSpeaks, type Speaker } from './who-speaks.ts';

/**
 * Stores an answer that an owner typed in their own chat with bcp, which is all that Slack waits for; it is read after. Without the long way
 * through Bolt, as it needs nothing of it. False = it is something else, and nothing was stored.
 */
export async function takeReply(
  talk: TalkDeps,
  body: Readonly<Record<string, unknown>>,
  { teamId, botUserId }: { readonly teamId: string; readonly botUserId: string },
  isRetry: boolean,
): Promise<boolean> {
  const event = inOwnChat(body, botUserId);
  if (!event) return false;
  const { user, user_team: usersTeam, channel, text, thread_ts: thread = null, files } = event;
  const id = textAt(body, 'event_id');
  const turn = { ...(await turnOf(talk, homeTeam(usersTeam, teamId), user, channel, id, teamId)), thread };
  // Who is nobody here is turned away, and that written down, on the long way.
  const heads = await talk.deps.store.auditHeads();
  const actors = await actorsAt(talk.deps, heads, 'slack', turn.teamId, user);
  if (actors.length === 0) return false;
  const typed = await typedWords(text, botUserId, (userId) =>
    addressOfAccount(talk.deps, turn.teamId, userId),
  );
  if (typed === '' || isLinkWords(typed)) return false;
  const asked = await promptInThread(talk.deps, turn);
  const speaker = await speakerAmong(talk, actors, turn, typed, asked?.partnershipId ?? null);
  if (speaker.kind !== 'known') return false;
  const reply = {
    text: speaker.words,
    eventKey: turn.eventKey,
    tenantId: turn.teamId,
    accountId: turn.userId,
    place: replyPlaceOf(turn, asked?.month ?? null, files.length > 0),
    saidAt: momentOf(event.ts),
    isRetry,
  };
  const isTaken = await putByReply(talk.deps, speaker.actor, reply, heads);
  if (isTaken) talk.wakeReplies();
  return isTaken;
}

/** The moment of a message: Slack's `ts` is seconds since 1970, unique within its channel. Null when it is no such thing. */
function momentOf(ts: string): Date | null {
  return /^\d{9,11}(?:\.\d+)?$/.test(ts) ? new Date(Number(ts) * 1_000) : null;
}

/** The message, when a person wrote it in their own chat with bcp. */
function inOwnChat(body: Readonly<Record<string, unknown>>, botUserId: string) {
  const event = messageEvent.safeParse(field(body, 'event'));
  return event.success && event.data.channel_type === 'im' && event.data.user !== botUserId
    ? event.data
    : undefined;
}

/** Who speaks: whoever the account is, and where it is somebody in several partnerships, whoever the words or the thread are about. */
async function speakerAmong(
  talk: TalkDeps,
  [actor, ...others]: readonly Actor[],
  turn: Turn,
  words: string,
  partnershipId: string | null,
): Promise<Speaker> {
  if (actor && others.length === 0) return { kind: 'known', actor, words };
  return whoSpeaks(talk.deps, turn, words, partnershipId);
}
