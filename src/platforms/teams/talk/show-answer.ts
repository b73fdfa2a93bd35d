import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { postCards } from '../sending/post-cards.ts';
import type { MarkOutcome } from './act-on-mark.ts';
import { cardsOf, formCard } from './answer-cards.ts';
import { logNotShown } from './background.ts';
import { fileOffered, offerFile } from './files.ts';
import { postShared } from './share-here.ts';
import { postPrivately, showInChannel } from './show-in-channel.ts';
import { comesLater, briefly, showInChat, type Shown } from './show-in-chat.ts';
import { addressOf, type TalkDeps } from './talk.ts';

/** Shows what came of something, in the conversation in which it was said, after Teams has had its own answer. */
export function showAnswer(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  answer: Answer,
  actor: Actor | null = null,
): void {
  talk.background.start(showing(talk, activity, partnershipId, answer, actor));
}

/**
 * Ends when it is shown or promised, for what is forgotten after that. What cannot be shown there at all is written down, as reading it once
 * more would not help.
 */
export async function showAnswerNow(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string,
  answer: Answer,
  actor: Actor | null,
): Promise<void> {
  try {
    await showing(talk, activity, partnershipId, answer, actor)();
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    logNotShown(talk.deps.log, trouble);
  }
}

function showing(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  answer: Answer,
  actor: Actor | null,
): () => Promise<void> {
  const own = toldIn(activity, answer).map((message, index) =>
    shownOf(talk, partnershipId, message, String(index)),
  );
  const form =
    answer.form === null ? [] : [formShown(formCard(talk, answer.form, partnershipId), own.length)];
  const shared = answer.share === null ? [] : cardsOf(talk, answer.share, partnershipId);
  return async () => {
    const untaken = shared.length === 0 ? null : await postShared(talk, activity, shared);
    // What it leaves out is said of what stands there.
    if (untaken === null)
      await showPrivately(talk, activity, partnershipId, [...own, ...form], mayBeAloud(answer));
    else await sayUntaken(talk, activity, partnershipId, untaken);
    if (answer.file !== null && actor !== null) await offerFile(talk, activity, actor, answer.file);
  };
}

/** Whether everybody there may hear it; of a file no more is said there than where to look. */
function mayBeAloud({ form, file, isForEverybody = false }: Answer): boolean {
  return form === null && (isForEverybody || file !== null);
}

/** The question whether a file may be put into somebody's OneDrive says all of it in their own chat; elsewhere it is said where to look. */
function toldIn({ scope }: InboundActivity, { say: told, file }: Answer): readonly Message[] {
  if (file === null || told.length === 0) return told;
  return scope === 'personal' ? [] : [sentence(fileOffered(file))];
}

function shownOf(talk: TalkDeps, partnershipId: string | null, message: Message, key: string): Shown {
  return { key, cards: cardsOf(talk, message, partnershipId), later: message };
}

/** A form cannot come from the outbox: what it was filled in with may have changed by then. */
function formShown(card: Shown['cards'][number], index: number): Shown {
  return { key: String(index), cards: [card], later: formDidNotCome };
}

const formDidNotCome = sentence(
  'A form could not be opened for you when you asked for it. If you do not see it here, please ask for it again.',
  'notice',
);

/** A form that goes on, on a client that sends its buttons as messages, with what the page before it came to. */
export function showForm(
  talk: TalkDeps,
  activity: InboundActivity,
  { partnershipId, say: told, card }: MarkOutcome & { readonly kind: 'form' },
): void {
  const before = told.map((message, index) => shownOf(talk, partnershipId, message, String(index)));
  const things = [...before, formShown(card, before.length)];
  talk.background.start(() => showPrivately(talk, activity, partnershipId, things));
}

/** `key`: of what is said beside the answer to the same event. */
export function say(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
  key = '0',
): void {
  const things = [shownOf(talk, partnershipId, message, key)];
  talk.background.start(() => showPrivately(talk, activity, partnershipId, things));
}

/** What is the same whoever asked, and holds nothing of anybody's: that something is under way, or went wrong. */
export function sayAloud(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
): void {
  const things = [shownOf(talk, partnershipId, message, '0')];
  talk.background.start(() => showPrivately(talk, activity, partnershipId, things, true));
}

/** Says what is of no use later: nothing is promised when Teams does not take it now, and it does not come after what it announces. */
export function sayInPassing(
  talking: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
): void {
  const cards = cardsOf(talking, message, partnershipId);
  talking.background.start(async () => {
    const talk = briefly(talking);
    if (activity.scope === 'personal') await postCards(talk, addressOf(activity), cards);
    else await showInChannel(talk, activity, partnershipId, cards, true);
  });
}

async function showPrivately(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  things: readonly Shown[],
  isForEverybody = false,
): Promise<void> {
  if (activity.scope === 'personal') return showInChat(talk, activity, partnershipId, things);
  const cards = things.flatMap((thing) => thing.cards);
  await showInChannel(talk, activity, partnershipId, cards, isForEverybody, () =>
    comesInOwnChat(talk, activity, partnershipId, things),
  );
}

/** Whether somebody has a chat with bcp, in which it is promised to them. A form is opened where it is asked for, and does not come later. */
async function comesInOwnChat(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  things: readonly Shown[],
): Promise<boolean> {
  const { tenantId, aadObjectId } = activity.person;
  if (partnershipId === null || things.some(({ later }) => later === formDidNotCome)) return false;
  const known = await talk.reach.person(partnershipId, tenantId, aadObjectId);
  if (!known?.conversationId) return false;
  for (const thing of things) if (!(await comesLater(talk, activity, partnershipId, thing))) return false;
  return things.length > 0;
}

/** Tells whoever shared something, and nobody else, that it was not taken. What the channel does not take either comes in their own chat. */
async function sayUntaken(
  talking: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
): Promise<void> {
  const talk = briefly(talking);
  const told = shownOf(talk, partnershipId, message, 'share');
  try {
    if (activity.scope === 'personal') {
      await showInChat(talk, activity, partnershipId, [told]);
      return;
    }
    if (talk.privateAnswers && (await postPrivately(talk, activity, told.cards)).length === 0) return;
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    logNotShown(talk.deps.log, trouble);
  }
  await comesLater(talk, activity, partnershipId, told);
}
