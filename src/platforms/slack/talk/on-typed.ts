import { filesAreNotKept } from '../../../messages/files-not-kept.ts';
import { sentence } from '../../../messages/sentence.ts';
import { commandNamed } from '../../../use-cases/conversation/run-command.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import { hear } from '../../../use-cases/conversation/hear.ts';
import type { Message } from '../../../messages/message.ts';
import { answerLinkWords, isLinkWords } from './link-words.ts';
import { isFirst } from './on-command.ts';
import { showHere } from './private-pages.ts';
import { sayInChat } from './private-words.ts';
import { isReadOnly } from './read-only.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { carryOut } from './show-answer.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { typedWords } from './typed-words.ts';
import { addressOfAccount, whoSpeaks } from './who-speaks.ts';

/**
 * Somebody writes to bcp, in their own chat with it or by naming it in a channel: a command, or what nobody was asked for (answers to the
 * prompt are taken before, `take-reply.ts`). In their chat the answer stays there; in a channel only they see it.
 */
export async function onTyped(talk: TalkDeps, turn: Turn, text: string, botUserId: string): Promise<void> {
  const { deps } = talk;
  if (text.trim() === '') return say(talk, turn, null, [filesAreNotKept]);
  const typed = await typedWords(text, botUserId, (userId) => addressOfAccount(deps, turn.teamId, userId));
  const speaker = await whoSpeaks(deps, turn, typed, null);
  if (speaker.kind !== 'known') {
    const isLink = speaker.kind === 'unknown' && isLinkWords(typed);
    await say(talk, turn, null, [isLink ? await answerLinkWords(talk, turn, null, typed) : speaker.say]);
    return;
  }
  const { actor, words } = speaker;
  const { partnershipId } = actor;
  const isCommand = turn.place.kind === 'channel' || commandNamed(words) || isLinkWords(words);
  // What is answered in a person's own words takes its receipt in the transaction that records it.
  if (isCommand && !isReadOnly(words) && !(await isFirst(talk, actor, turn, words))) {
    await say(talk, turn, partnershipId, [cameTwice]);
    return;
  }
  if (isLinkWords(words)) {
    await say(talk, turn, partnershipId, [await answerLinkWords(talk, turn, actor, words)]);
    return;
  }
  const addressed = turn.place.kind === 'channel' ? `/bcp ${words}` : words;
  await sayWhatCame(talk, turn, partnershipId, words, () =>
    hear(deps, actor, { text: addressed, place: turn.place, eventKey: turn.eventKey }),
  );
}

/** Carries out what came of what somebody typed, and says it where they typed it. */
async function sayWhatCame(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  words: string,
  work: () => Promise<Answer>,
): Promise<void> {
  const answer = await sayWhenSlow(talk, turn, partnershipId, words, work());
  const said = await carryOut(talk, turn, partnershipId, answer);
  await say(talk, turn, partnershipId, orNothing(answer, said));
}

/** What is left to be said of an answer; where that is nothing and nothing was posted either, that. */
export function orNothing({ share }: Answer, said: readonly Message[]): readonly Message[] {
  return said.length === 0 && share === null ? [nothing] : said;
}

/** Its receipt is there and nobody knows whether its answer was: after a failure in the middle, or where two instances were sent it. */
const cameTwice = sentence(
  'This reached bcp twice. If you see no answer to it in a minute, please type it again.',
  'notice',
);

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
  await showHere(talk, turn, partnershipId, messages);
}
