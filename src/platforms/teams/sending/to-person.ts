import type {
  ClaimedDelivery,
  DeliveryOutcome,
  Destination,
} from '../../../use-cases/ports/delivery-records.ts';
import type { Whereabouts } from '../people/whereabouts.ts';
import type { ConversationAddress } from '../seam/gateway.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { ask } from './ask.ts';
import { begunBy, cardsOf, replacedBy, sentAs } from './delivery-cards.ts';
import { channelOfConversation } from './meet-in-channel.ts';
import { mayBeMentioned } from './mention-card.ts';
import { mentionPerson, type MentionDeps } from './mention-person.ts';
import type { SentMessage } from './message-id.ts';
import { postCards, replaceCards } from './post-cards.ts';

export type ToAccount = Destination & { readonly kind: 'account' };

/** In their own chat; else, where they may be asked in a channel that they share with bcp, there. Throws `TeamsTrouble`. */
export async function toPerson(
  deps: MentionDeps,
  delivery: ClaimedDelivery,
  to: ToAccount,
): Promise<DeliveryOutcome> {
  const known = await deps.reach.person(delivery.partnershipId, to.tenantId, to.accountId);
  try {
    const chat = await personalChat(deps, delivery.partnershipId, to, known);
    return sentAs(await place(deps, delivery, chat));
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble) || trouble.kind !== 'gone') throw trouble;
    await deps.reach.closed(to.tenantId, to.accountId);
    const mentioned = mayBeMentioned(delivery) ? await mentionPerson(deps, delivery, to, known) : null;
    if (mentioned === null) throw trouble;
    return { ...sentAs(mentioned), byMention: true };
  }
}

async function personalChat(
  deps: MentionDeps,
  partnershipId: string,
  { tenantId, accountId }: ToAccount,
  known: Whereabouts | null,
): Promise<ConversationAddress> {
  const serviceUrl = known?.serviceUrl ?? (await deps.reach.serviceUrl(partnershipId, tenantId, null));
  if (known?.conversationId) return { serviceUrl, tenantId, conversationId: known.conversationId };
  const userId = known?.teamsId ?? accountId;
  const { conversationId } = await ask(deps, tenantId, `open ${userId}`, () =>
    deps.outbound.openPersonal({ serviceUrl, tenantId, userId }),
  );
  await deps.reach.opened(partnershipId, { tenantId, accountId }, { serviceUrl, conversationId });
  return { serviceUrl, tenantId, conversationId };
}

/** In the place of the message it replaces, or anew when that one is not there any more or was a mention in a channel. */
async function place(
  deps: MentionDeps,
  delivery: ClaimedDelivery,
  chat: ConversationAddress,
): Promise<SentMessage> {
  const cards = cardsOf(delivery, deps.dialogs);
  const begun = begunBy(delivery);
  const before = begun ?? replacedBy(delivery);
  if (before === null) return postCards(deps, chat, cards);
  if (delivery.replacesByMention && begun === null) {
    // They have added the app since: what is private goes into their chat, and the mention goes.
    const sent = await postCards(deps, chat, cards);
    const channel = await channelOfConversation(deps, delivery.partnershipId, before.conversationId);
    if (channel !== null) await takeAway(deps, { ...channel, conversationId: before.conversationId }, before);
    return sent;
  }
  try {
    return await replaceCards(deps, { ...chat, conversationId: before.conversationId }, before, cards);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble) || trouble.status !== 404) throw trouble;
    return postCards(deps, chat, cards);
  }
}

/** What cannot be taken away stays: it says no more than that somebody was asked. */
async function takeAway(
  deps: MentionDeps,
  conversation: ConversationAddress,
  sent: SentMessage,
): Promise<void> {
  try {
    await replaceCards(deps, conversation, sent, []);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
  }
}
