import type { Clock } from '../../../kit/clock.ts';
import type { Message } from '../../../messages/message.ts';
import type {
  ClaimedDelivery,
  DeliveryOutcome,
  Destination,
} from '../../../use-cases/ports/delivery-records.ts';
import type { Sender } from '../../../use-cases/ports/sender.ts';
import { messageCards } from '../cards/message-cards.ts';
import type { Reach, Whereabouts } from '../people/reach.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { mentionCard } from './mention-card.ts';
import { keptId, readKeptId, type SentMessage } from './message-id.ts';
import { outcomeOf } from './outcome.ts';
import { inTurn, postCards, postInChannel, replaceCards, type Poster } from './post-cards.ts';

export interface TeamsSenderDeps extends Poster {
  readonly reach: Reach;
  readonly clock: Clock;
  /** Tenants that may be written to; looked at again for every delivery, whatever was promised earlier. */
  readonly tenants: readonly string[];
  readonly dialogs: boolean;
}

type ToAccount = Destination & { readonly kind: 'account' };
type ToChannel = Destination & { readonly kind: 'channel' };

/** Carries promised messages into Teams: one attempt each, and a truthful word about what came of it. */
export function teamsSender(deps: TeamsSenderDeps): Sender {
  return {
    platform: 'teams',
    send: async (delivery) => {
      const { to } = delivery;
      if (to.kind === 'nobody') return { kind: 'nobody_there', trouble: to.reason };
      if (!deps.tenants.includes('*') && !deps.tenants.includes(to.tenantId)) {
        return {
          kind: 'refused',
          trouble: `The tenant ${to.tenantId} is not on the list of tenants (BCP_TEAMS_TENANTS).`,
        };
      }
      try {
        const sent =
          to.kind === 'account' ? await toPerson(deps, delivery, to) : await toChannel(deps, delivery, to);
        return { kind: 'sent', platformMessageId: keptId(sent) };
      } catch (trouble) {
        if (!(trouble instanceof TeamsTrouble)) throw trouble;
        return outcome(deps, delivery, trouble);
      }
    },
  };
}

function outcome(deps: TeamsSenderDeps, delivery: ClaimedDelivery, trouble: TeamsTrouble): DeliveryOutcome {
  return outcomeOf(trouble, delivery.purpose, deps.clock.now(), delivery.replacesPlatformMessageId !== null);
}

async function toPerson(
  deps: TeamsSenderDeps,
  delivery: ClaimedDelivery,
  to: ToAccount,
): Promise<SentMessage> {
  const known = await deps.reach.person(delivery.partnershipId, to.tenantId, to.accountId);
  try {
    const conversation = await personalChat(deps, delivery.partnershipId, to, known);
    return await place(deps, delivery, conversation);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble) || trouble.kind !== 'gone') throw trouble;
    await deps.reach.closed(to.tenantId, to.accountId);
    const channel = known?.channel ?? null;
    if (!isAsking(delivery) || known === null || channel === null) throw trouble;
    const card = mentionCard(delivery.message, known, {
      partnershipId: delivery.partnershipId,
      dialogs: deps.dialogs,
    });
    return postInChannel(deps, channel, [card]);
  }
}

/** What may be said in a channel about a person who is not reached in private: that they are asked, and no more. */
function isAsking({ purpose, replaces }: ClaimedDelivery): boolean {
  return replaces === null && (purpose === 'prompt' || purpose === 'nudge' || purpose === 'escalation');
}

async function personalChat(
  deps: TeamsSenderDeps,
  partnershipId: string,
  { tenantId, accountId }: ToAccount,
  known: Whereabouts | null,
) {
  const serviceUrl = known?.serviceUrl ?? (await deps.reach.serviceUrl(partnershipId, tenantId, null));
  if (known?.conversationId) return { serviceUrl, tenantId, conversationId: known.conversationId };
  const userId = known?.teamsId ?? accountId;
  const { conversationId } = await inTurn(deps, tenantId, `open ${userId}`, () =>
    deps.outbound.openPersonal({ serviceUrl, tenantId, userId }),
  );
  await deps.reach.opened(partnershipId, tenantId, accountId, conversationId);
  return { serviceUrl, tenantId, conversationId };
}

async function toChannel(
  deps: TeamsSenderDeps,
  delivery: ClaimedDelivery,
  to: ToChannel,
): Promise<SentMessage> {
  const { tenantId, channelId } = to;
  const serviceUrl = await deps.reach.serviceUrl(delivery.partnershipId, tenantId, channelId);
  const before = replaced(delivery);
  const cards = cardsOf(deps, delivery);
  if (before === null) return postInChannel(deps, { serviceUrl, tenantId, channelId }, cards);
  return replaceCards(deps, { serviceUrl, tenantId, conversationId: before.conversationId }, before, cards);
}

/** In a person's chat: in the place of the message it replaces, or anew when that one is not there any more. */
async function place(
  deps: TeamsSenderDeps,
  delivery: ClaimedDelivery,
  conversation: { readonly serviceUrl: string; readonly tenantId: string; readonly conversationId: string },
): Promise<SentMessage> {
  const cards = cardsOf(deps, delivery);
  const before = replaced(delivery);
  if (before === null) return postCards(deps, conversation, cards);
  try {
    return await replaceCards(
      deps,
      { ...conversation, conversationId: before.conversationId },
      before,
      cards,
    );
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble) || trouble.status !== 404) throw trouble;
    return postCards(deps, conversation, cards);
  }
}

function replaced({ replacesPlatformMessageId }: ClaimedDelivery): SentMessage | null {
  return replacesPlatformMessageId === null ? null : readKeptId(replacesPlatformMessageId);
}

function cardsOf({ dialogs }: TeamsSenderDeps, { message, partnershipId, purpose }: ClaimedDelivery) {
  const refreshMonth = purpose === 'prompt' || purpose === 'receipt' ? monthOf(message) : undefined;
  return messageCards(message, {
    partnershipId,
    dialogs,
    ...(refreshMonth === undefined ? {} : { refreshMonth }),
  });
}

/** The month that the buttons of a prompt are about. */
function monthOf(message: Message): string | undefined {
  for (const part of message.parts) {
    if (part.kind !== 'buttons') continue;
    for (const { press } of part.buttons)
      if (press.verb === 'update' || press.verb === 'edit') return press.month;
  }
  return undefined;
}
