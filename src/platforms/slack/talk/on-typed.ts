import { sentence } from '../../../messages/sentence.ts';
import { commandNamed } from '../../../use-cases/conversation/run-command.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import { hear } from '../../../use-cases/conversation/hear.ts';
import { putByReply } from '../../../use-cases/conversation/put-by-reply.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { Message } from '../../../messages/message.ts';
import { messagePages } from '../render/render-message.ts';
import { answerLinkWords, isLinkWords } from './link-words.ts';
import { isFirst } from './on-command.ts';
import { sayInChat, showPrivately } from './private-words.ts';
import { replyPlaceOf } from './reply-place.ts';
import { isReadOnly } from './read-only.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { carryOut } from './show-answer.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { typedWords } from './typed-words.ts';
import { addressOfAccount, whoSpeaks } from './who-speaks.ts';

/**
 * Somebody writes to bcp, in their own chat with it or by naming it in a channel. In their chat the answer stays there; in a channel only
 * they see it. An answer in their own words is put by, which is all that Slack waits for, and read after.
 */
export async function onTyped(
  talk: TalkDeps,
  turn: Turn,
  text: string,
  botUserId: string,
): Promise<'answered' | 'put_by'> {
  const { deps } = talk;
  const typed = await typedWords(text, botUserId, (userId) => addressOfAccount(deps, turn.teamId, userId));
  const speaker = await whoSpeaks(deps, turn, typed, null);
  if (speaker.kind !== 'known') {
    const isLink = speaker.kind === 'unknown' && isLinkWords(typed);
    await say(talk, turn, null, [isLink ? await answerLinkWords(talk, turn, null, typed) : speaker.say]);
    return 'answered';
  }
  const { actor, words } = speaker;
  const { partnershipId } = actor;
  if (await isPutBy(talk, turn, actor, words)) return 'put_by';
  const isCommand = turn.place.kind === 'channel' || commandNamed(words) || isLinkWords(words);
  // What is answered in a person's own words takes its receipt in the transaction that records it.
  if (isCommand && !isReadOnly(words) && !(await isFirst(talk, actor, turn, words))) return 'answered';
  if (isLinkWords(words)) {
    await say(talk, turn, partnershipId, [await answerLinkWords(talk, turn, actor, words)]);
    return 'answered';
  }
  const addressed = turn.place.kind === 'channel' ? `/bcp ${words}` : words;
  const work = hear(deps, actor, { text: addressed, place: turn.place, eventKey: turn.eventKey });
  await sayWhatCame(talk, turn, partnershipId, words, work);
  return 'answered';
}

async function isPutBy(talk: TalkDeps, turn: Turn, actor: Actor, words: string): Promise<boolean> {
  if (turn.place.kind === 'channel' || isLinkWords(words)) return false;
  const { eventKey, teamId: tenantId, userId: accountId } = turn;
  const typed = { text: words, eventKey, tenantId, accountId, place: replyPlaceOf(turn) };
  if (!(await putByReply(talk.deps, actor, typed))) return false;
  talk.wakeReplies();
  return true;
}

/** Carries out what came of what somebody typed, and says it where they typed it. */
export async function sayWhatCame(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  words: string,
  work: Promise<Answer>,
): Promise<void> {
  const answer = await sayWhenSlow(talk, turn, partnershipId, words, work);
  const said = await carryOut(talk, turn, partnershipId, answer);
  await say(talk, turn, partnershipId, said.length === 0 && answer.share === null ? [nothing] : said);
}

const nothing = sentence(
  'bcp read it and has nothing to say to it. Type help to see what it can do.',
  'quiet',
);

async function say(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string | null,
  messages: readonly Message[],
): Promise<void> {
  if (turn.place.kind === 'personal') return sayInChat(talk, turn, partnershipId, messages);
  for (const message of messages) {
    const pictureOf = await talk.pictures.upload(turn.api, turn.teamId, message);
    await showPrivately(talk, turn, messagePages(message, { partnershipId, pictureOf }));
  }
}
