import type { Clock } from '../../kit/clock.ts';
import type {
  ClaimedDelivery,
  DeliveryOutcome,
  Destination,
} from '../../use-cases/ports/delivery-records.ts';
import type { Sender } from '../../use-cases/ports/sender.ts';
import type { ConversationRecords } from '../../use-cases/ports/machine-records.ts';
import type { Faults } from './faults.ts';

export interface RehearsalSenderDeps {
  /** The `Store`; only its conversations are used. */
  readonly store: { in(partnershipId: string): { readonly conversations: ConversationRecords } };
  readonly clock: Clock;
  readonly faults: { get(): Faults };
}

/** What a platform that is down, or that limits its callers, makes a sender wait. */
const waitWhenDown = 15 * 60_000;
const waitWhenSlow = 30 * 60_000;

/**
 * Delivers into the rehearsal room's conversations. A post's id comes from the delivery's key, so that sending the same
 * delivery again leaves one post. Never fails by itself: only the switches of the room make trouble.
 */
export function rehearsalSender({ store, clock, faults }: RehearsalSenderDeps): Sender {
  const putOff = new Set<string>();

  const deliver = async (delivery: ClaimedDelivery, conversation: string): Promise<DeliveryOutcome> => {
    const { conversations } = store.in(delivery.partnershipId);
    const now = clock.now();
    const { message, replacesPlatformMessageId: replaced } = delivery;
    if (replaced !== null && (await conversations.edit(replaced, message, now))) {
      return { kind: 'sent', platformMessageId: replaced };
    }
    const id = `post:${delivery.key}`;
    await conversations.add({
      id,
      conversation,
      author: 'bcp',
      message,
      postedAt: now,
      editedAt: null,
      onlyForPersonId: null,
    });
    return { kind: 'sent', platformMessageId: id };
  };

  return {
    platform: 'rehearsal',
    send: async (delivery) => {
      const { to } = delivery;
      if (to.kind === 'nobody') return { kind: 'nobody_there', trouble: to.reason };
      const trouble = troubleOf(to, faults.get(), clock.now(), !putOff.has(delivery.id));
      if (trouble === null) {
        putOff.delete(delivery.id);
        return await deliver(delivery, conversationOf(to));
      }
      if (trouble.kind === 'retry') putOff.add(delivery.id);
      return trouble;
    },
  };
}

type Reachable = Exclude<Destination, { kind: 'nobody' }>;

function conversationOf(to: Reachable): string {
  return to.kind === 'account' ? `person:${to.personId}` : `channel:${to.channelId}`;
}

function troubleOf(to: Reachable, faults: Faults, now: Date, firstTry: boolean): DeliveryOutcome | null {
  if (faults.platformDown) {
    const at = new Date(now.getTime() + waitWhenDown);
    return {
      kind: 'retry',
      at,
      trouble: 'The platform does not answer. It is tried again every 15 minutes.',
    };
  }
  if (to.kind === 'account' && faults.missingAccounts.includes(to.personId)) {
    return { kind: 'nobody_there', trouble: 'The platform no longer knows this account.' };
  }
  if (faults.slow && firstTry) {
    const at = new Date(now.getTime() + waitWhenSlow);
    return { kind: 'retry', at, trouble: 'The platform is busy and asked to wait 30 minutes.' };
  }
  return null;
}
