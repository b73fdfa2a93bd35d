import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import { saying, sayingAloud, type Answer } from '../../../use-cases/conversation/answer.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { Card } from '../cards/card.ts';
import { messageCards } from '../cards/message-cards.ts';
import { formPage } from '../forms/form-card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { asMessage, inTurn, PartlySent, postCards } from '../sending/post-cards.ts';
import type { MarkOutcome } from './act-on-mark.ts';
import { fileOffered, offerFile } from './files.ts';
import { addressOf, type TalkDeps } from './talk.ts';

const noPartnership = '-';

/** Shows what came of something, in the conversation in which it was said: in a channel to the person alone where Teams can. */
export function showAnswer(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  answer: Answer,
  actor: Actor | null = null,
): void {
  const own = toldIn(activity, answer).flatMap((message) => cardsOf(talk, message, partnershipId));
  const form = answer.form === null ? [] : [formCard(talk, answer.form, partnershipId)];
  const shared = answer.share === null ? [] : cardsOf(talk, answer.share, partnershipId);
  talk.background.start(async () => {
    await orSay(talk, activity, partnershipId, () =>
      showPrivately(talk, activity, partnershipId, [...own, ...form], mayBeAloud(answer)),
    );
    if (shared.length > 0)
      await orSay(talk, activity, partnershipId, async () => {
        await postCards(talk, addressOf(activity), shared);
      });
    if (answer.file !== null && actor !== null) await offerFile(talk, activity, actor, answer.file);
  });
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

/** A form that goes on, on a client that sends its buttons as messages, with what the page before it came to. */
export function showForm(
  talk: TalkDeps,
  activity: InboundActivity,
  { partnershipId, say: told, card }: MarkOutcome & { readonly kind: 'form' },
): void {
  const before = told.flatMap((message) => cardsOf(talk, message, partnershipId));
  talk.background.start(() => showPrivately(talk, activity, partnershipId, [...before, card]));
}

export function say(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
): void {
  showAnswer(talk, activity, partnershipId, saying(message));
}

/** What is the same whoever asked, and holds nothing of anybody's: that something is under way, or went wrong. */
export function sayAloud(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
): void {
  showAnswer(talk, activity, partnershipId, sayingAloud(message));
}

export function cardsOf(
  { dialogs }: TalkDeps,
  message: Message,
  partnershipId: string | null,
  refreshMonth?: string,
): readonly Card[] {
  const options = { partnershipId: partnershipId ?? noPartnership, dialogs };
  return messageCards(message, refreshMonth === undefined ? options : { ...options, refreshMonth });
}

function formCard(talk: TalkDeps, form: NonNullable<Answer['form']>, partnershipId: string | null): Card {
  const page = formPage(form, [], { partnershipId: partnershipId ?? noPartnership, inDialog: false });
  return page?.card ?? tooLong(talk, partnershipId);
}

/** A form of which not even one part fits into a card. Words typed in the chat do the same. */
export function tooLong(talk: TalkDeps, partnershipId: string | null): Card {
  const message = sentence(
    'This form is too long for Teams. Please write your update here in words instead, for example "IC5 amber, waiting on recruitment".',
    'notice',
  );
  const [card] = cardsOf(talk, message, partnershipId);
  if (!card) throw new Error('A sentence has a card.');
  return card;
}

const notShown = sentence(
  'This answer could not be shown in Teams. Type "prompt" to see what is recorded.',
  'notice',
);

/** Where Teams will not have a card as it is, the person is told so, and not left without a word. */
async function orSay(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  show: () => Promise<void>,
): Promise<void> {
  try {
    await show();
  } catch (trouble) {
    const because = trouble instanceof PartlySent ? trouble.because : trouble;
    if (!(because instanceof TeamsTrouble) || because.kind !== 'refused') throw trouble;
    talk.deps.log.warn('Teams: an answer was refused', { status: because.status, reason: because.reason });
    await showPrivately(talk, activity, partnershipId, cardsOf(talk, notShown, partnershipId));
  }
}

async function showPrivately(
  talking: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  cards: readonly Card[],
  isForEverybody = false,
): Promise<void> {
  const talk = { ...talking, mayRepeat: true };
  const to = addressOf(activity);
  if (activity.scope === 'personal') {
    await postCards(talk, to, cards);
    return;
  }
  const rest = talk.privateAnswers ? await postPrivately(talk, activity, cards) : cards;
  if (rest.length === 0) return;
  const closed = isForEverybody ? await whyNotHere(talk, activity, partnershipId) : '';
  const elsewhere = sentence(
    `${closed ?? ''} Please ask me in our own chat: only you read it.`.trim(),
    'notice',
  );
  await postCards(talk, to, closed === null ? rest : cardsOf(talk, elsewhere, partnershipId));
}

/** Gives the cards that could not be shown to the person alone, as Teams does not offer it here. What may have arrived is not given again. */
async function postPrivately(
  talk: TalkDeps,
  activity: InboundActivity,
  cards: readonly Card[],
): Promise<readonly Card[]> {
  const to = addressOf(activity);
  for (const [index, card] of cards.entries()) {
    try {
      await inTurn(talk, to.tenantId, to.conversationId, () =>
        talk.outbound.postPrivately(to, activity.person.teamsId, asMessage(card)),
      );
    } catch (trouble) {
      if (!(trouble instanceof TeamsTrouble) || !['gone', 'refused'].includes(trouble.kind)) throw trouble;
      return cards.slice(index);
    }
  }
  return [];
}

/** Why what members may hear may not be said where everybody reads it; null when it may. */
async function whyNotHere(
  { check, deps }: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
): Promise<string | null> {
  const { tenantId, channelId } = activity;
  const channels = partnershipId === null ? [] : await deps.store.in(partnershipId).channels.all();
  const channel = channels.find(
    (each) => each.platform === 'teams' && each.tenantId === tenantId && each.channelId === channelId,
  );
  if (channel?.reach === 'shared') return 'People from outside the partnership read this channel.';
  const reach = await check({ ...addressOf(activity), conversationId: channelId });
  return reach.kind === 'members' ? null : reach.why;
}
