import type { Message } from '../../../messages/message.ts';
import type { ClaimedDelivery, DeliveryOutcome } from '../../../use-cases/ports/delivery-records.ts';
import type { Card } from '../cards/card.ts';
import { messageCards } from '../cards/message-cards.ts';
import { keptId, readKeptId, type SentMessage } from './message-id.ts';

/** The cards of a promised message; a prompt and its receipt look again how things stand when they are seen. */
export function cardsOf(
  { message, partnershipId, purpose }: ClaimedDelivery,
  dialogs: boolean,
): readonly Card[] {
  const refreshMonth = purpose === 'prompt' || purpose === 'receipt' ? monthOf(message) : undefined;
  return messageCards(message, {
    partnershipId,
    dialogs,
    ...(refreshMonth === undefined ? {} : { refreshMonth }),
  });
}

/** What of the message an earlier try has left there; null = nothing. */
export function begunBy({ soFar }: ClaimedDelivery): SentMessage | null {
  return soFar === null ? null : readKeptId(soFar);
}

/** Where the message stands whose place this one takes; null when it takes no place, or that one was never sent. */
export function replacedBy({ replacesPlatformMessageId }: ClaimedDelivery): SentMessage | null {
  return replacesPlatformMessageId === null ? null : readKeptId(replacesPlatformMessageId);
}

export function sentAs(sent: SentMessage): DeliveryOutcome & { readonly kind: 'sent' } {
  return { kind: 'sent', platformMessageId: keptId(sent) };
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
