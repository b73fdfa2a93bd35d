import { createHash } from 'node:crypto';
import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import { workingOnIt } from '../../../messages/working-on-it.ts';
import { hear } from '../../../use-cases/conversation/hear.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { SlackPage } from '../render/blocks.ts';
import { messagePages } from '../render/render-message.ts';
import type { commandPayload } from './payloads.ts';
import type { z } from 'zod';
import { privatePages, showHere, showLater } from './private-pages.ts';
import { showPrivately } from './private-words.ts';
import { answerLinkWords, isLinkWords } from './link-words.ts';
import { isReadOnly } from './read-only.ts';
import { carryOut } from './show-answer.ts';
import { inTime, type TalkDeps, type Turn } from './talk.ts';
import { typedWords } from './typed-words.ts';
import { addressOfAccount, whoSpeaks } from './who-speaks.ts';

/** How a slash command is answered at once. */
export type AckCommand = (reply?: { readonly response_type: 'ephemeral' } & SlackPage) => Promise<void>;

/** The private words of a command, and in whose name of which partnership. */
interface CommandAnswer {
  readonly partnershipId: string | null;
  readonly say: readonly Message[];
  /** False where something was only shown. */
  readonly changes: boolean;
}

/**
 * `/bcp …`: the answer stands in the acknowledgement itself, so that a status is there within a second. What takes longer than Slack waits
 * is acknowledged first and comes after. Gives true when something may have changed.
 */
export async function onCommand(
  talk: TalkDeps,
  turn: Turn,
  payload: z.infer<typeof commandPayload>,
  botUserId: string,
  ack: AckCommand,
): Promise<boolean> {
  if (payload.command !== '/bcp') {
    await ack(asReply(`bcp does not know ${payload.command}. Type /bcp help to see what it can do.`));
    return false;
  }
  const work = answerCommand(talk, turn, payload, botUserId);
  const first = await inTime(work, talk.sleep);
  if (first === 'late') {
    await ack(asReply(workingOnIt(payload.text).summary));
    const { partnershipId, say, changes } = await work;
    await showHere(talk, turn, partnershipId, say);
    return changes;
  }
  const { partnershipId, say, changes } = first.value;
  const { pages, later } = privatePages(talk, turn, partnershipId, say);
  const [page, ...others] = pages;
  await ack(page && { response_type: 'ephemeral', ...page });
  await showPrivately(talk, turn, others);
  await showLater(talk, turn, later);
  return changes;
}

async function answerCommand(
  talk: TalkDeps,
  turn: Turn,
  payload: z.infer<typeof commandPayload>,
  botUserId: string,
): Promise<CommandAnswer> {
  const { deps } = talk;
  const typed = await typedWords(payload.text, botUserId, (userId) =>
    addressOfAccount(deps, turn.teamId, userId),
  );
  const speaker = await whoSpeaks(deps, turn, typed, null);
  if (speaker.kind === 'which') return { partnershipId: null, say: [speaker.say], changes: false };
  if (speaker.kind === 'unknown') {
    if (isLinkWords(typed))
      return { partnershipId: null, say: [await answerLinkWords(talk, turn, null, typed)], changes: true };
    return { partnershipId: null, say: [speaker.say], changes: false };
  }
  const { actor, words } = speaker;
  const { partnershipId } = actor;
  const changes = !isReadOnly(words);
  if (changes && !(await isFirst(talk, actor, turn, words)))
    return { partnershipId, say: [sentence('That came twice; it was done once.', 'quiet')], changes };
  if (isLinkWords(words))
    return { partnershipId, say: [await answerLinkWords(talk, turn, actor, words)], changes };
  const answer = await hear(deps, actor, {
    text: `/bcp ${words}`,
    place: turn.place,
    eventKey: turn.eventKey,
  });
  return { partnershipId, say: await carryOut(talk, turn, partnershipId, answer), changes };
}

/** Takes the receipt of something that changes what is stored, before it is done: a second delivery of it does nothing. */
export async function isFirst(talk: TalkDeps, actor: Actor, turn: Turn, body: string): Promise<boolean> {
  const hash = createHash('sha256').update(body).digest('hex');
  const { inbox } = talk.deps.store.in(actor.partnershipId);
  return (await inbox.receive(`${turn.eventKey}:door`, hash, talk.deps.clock.now())) === 'first';
}

/** One sentence as the answer to a command. */
export function asReply(words: string): { readonly response_type: 'ephemeral' } & SlackPage {
  const [page] = messagePages(sentence(words), { partnershipId: null });
  return { response_type: 'ephemeral', text: page?.text ?? '', blocks: page?.blocks ?? [] };
}
