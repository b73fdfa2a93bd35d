import { outsidersRead } from '../../../messages/not-posted.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Card } from '../cards/card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { asMessage, causeOf, inTurn, postCards } from '../sending/post-cards.ts';
import { cardsOf, notShown } from './answer-cards.ts';
import { addressOf, type TalkDeps } from './talk.ts';

/**
 * Shows it in a channel or a group chat: to the person alone where Teams can; else, what is the same for everybody, to all who read there, if
 * what is for members may be said there; else in their own chat, by `inOwnChat`, which gives whether it comes there. What Teams will not have
 * as it is, the person is told of.
 */
export async function showInChannel(
  talking: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  cards: readonly Card[],
  isForEverybody: boolean,
  inOwnChat: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<void> {
  const talk = { ...talking, mayRepeat: true };
  try {
    await showTo(talk, activity, partnershipId, cards, isForEverybody, inOwnChat);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    const { kind, status, reason } = causeOf(trouble);
    if (kind !== 'refused') throw trouble;
    talk.deps.log.warn('Teams: an answer was refused', { status, reason });
    await showTo(talk, activity, partnershipId, cardsOf(talk, notShown, partnershipId), true, inOwnChat);
  }
}

async function showTo(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  cards: readonly Card[],
  isForEverybody: boolean,
  inOwnChat: () => Promise<boolean>,
): Promise<void> {
  const rest = talk.privateAnswers ? await postPrivately(talk, activity, cards) : cards;
  if (rest.length === 0) return;
  const closed = isForEverybody ? await whyNotHere(talk, activity, partnershipId) : '';
  if (closed === null) {
    await postCards(talk, addressOf(activity), rest);
    return;
  }
  const where = (await inOwnChat())
    ? 'I answer you in our own chat: only you read it.'
    : 'Please ask me in our own chat: only you read it.';
  const elsewhere = sentence(`${closed} ${where}`.trim(), 'notice');
  await postCards(talk, addressOf(activity), cardsOf(talk, elsewhere, partnershipId));
}

/** Gives the cards that could not be shown to the person alone, as Teams does not offer it here. What may have arrived is not given again. */
export async function postPrivately(
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
  if (channel?.reach === 'shared') return outsidersRead;
  const reach = await check({ ...addressOf(activity), conversationId: channelId });
  return reach.kind === 'members' ? null : reach.why;
}
