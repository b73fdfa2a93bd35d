import type { Button, Message } from '../../../messages/message.ts';
import type { ClaimedDelivery } from '../../../use-cases/ports/delivery-records.ts';
import type { Whereabouts } from '../people/whereabouts.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { replacedBy } from './delivery-cards.ts';
import { channelOfConversation, meetingsInChannels, memberOf, type MeetDeps } from './meet-in-channel.ts';
import { answeredCard, mentionCard } from './mention-card.ts';
import type { SentMessage } from './message-id.ts';
import { postInChannel, replaceCards } from './post-cards.ts';

export interface MentionDeps extends MeetDeps {
  readonly dialogs: boolean;
}

interface Account {
  readonly tenantId: string;
  readonly accountId: string;
  readonly personId: string;
}

/**
 * Names a person in the first channel of the partnership that takes it, or changes the card in which they were named. Null when there is no
 * such channel.
 */
export async function mentionPerson(
  deps: MentionDeps,
  delivery: ClaimedDelivery,
  to: Account,
  known: Whereabouts | null,
): Promise<SentMessage | null> {
  const before = replacedBy(delivery);
  if (before !== null) return inPlaceOf(deps, delivery, to, before, known);
  for await (const met of meetingsInChannels(deps, delivery.partnershipId, to, known)) {
    try {
      return await postInChannel(deps, met.channel, [
        mentionCard(inTheOpen(delivery.message), met, optionsOf(deps, delivery, to)),
      ]);
    } catch (trouble) {
      if (!(trouble instanceof TeamsTrouble) || trouble.kind !== 'gone') throw trouble;
      // bcp or the channel is not there any more: the next one may be.
      await deps.reach.left(to.tenantId, to.accountId);
    }
  }
  return null;
}

async function inPlaceOf(
  deps: MentionDeps,
  delivery: ClaimedDelivery,
  to: Account,
  before: SentMessage,
  known: Whereabouts | null,
): Promise<SentMessage | null> {
  const channel = await channelOfConversation(deps, delivery.partnershipId, before.conversationId);
  if (channel === null) return null;
  const named = known && known.name !== '' ? known : await memberOf(deps, channel, to);
  const person = { teamsId: named?.teamsId ?? '', name: named?.name ?? '' };
  const conversation = { ...channel, conversationId: before.conversationId };
  return replaceCards(deps, conversation, before, [
    answeredCard(delivery.message, person, optionsOf(deps, delivery, to)),
  ]);
}

function optionsOf({ dialogs }: MentionDeps, { partnershipId }: ClaimedDelivery, { personId }: Account) {
  return { partnershipId, dialogs, onlyFor: personId };
}

/** For a message without a button of its own: what it would have told opens for them, and for nobody else. */
const howItStands: Button = {
  label: 'How it stands',
  press: { verb: 'status', words: 'late' },
  style: 'normal',
};

/** A message as everybody in a channel may read it: that there is one, and its buttons. What it says is nobody else's business. */
function inTheOpen({ parts }: Message): Message {
  const own = parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  return {
    summary: 'bcp has a message for you.',
    parts: [{ kind: 'buttons', buttons: own.length > 0 ? own : [howItStands] }],
  };
}
