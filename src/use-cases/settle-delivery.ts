import type { PlatformName } from '../plan/people.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { auditBy } from './audit-facts.ts';
import type { Deps } from './deps.ts';
import type { Delivery, DeliveryState } from './ports/delivery-records.ts';
import { refusal, type Refusal } from './refusal.ts';

/** Deliveries that have stopped: the secretariat says how they go on. */
export const stoppedStates: readonly DeliveryState[] = ['nobody_there', 'refused', 'ambiguous', 'gave_up'];

/** A delivery that stopped is tried again from now on. A promise to nobody cannot be: there is still no address in it. */
export async function retryDelivery(
  deps: Deps,
  partnershipId: string,
  id: string,
  byPersonId: string | null,
  platform: PlatformName = 'cli',
): Promise<Result<Delivery, Refusal>> {
  const found = await findOpenDelivery(deps, partnershipId, id);
  if (!found.ok) return found;
  const delivery = found.value;
  if (delivery.state === 'waiting')
    return failure(refusal('conflict', 'This delivery waits for its turn already; nothing was changed.'));
  if (delivery.to.kind === 'nobody') {
    return failure(
      refusal(
        'invalid',
        `This message has no address: ${delivery.to.reason} Link an account (link code ADDRESS, or the people file); what is promised from then on will arrive.`,
      ),
    );
  }
  // Retention took its words out: what would arrive now says nothing.
  if (delivery.message.parts.length === 0)
    return failure(
      refusal(
        'closed',
        'The words of this message were kept as long as they had to be and are gone; it cannot be sent again.',
      ),
    );
  if (await isForMembersOnly(deps, partnershipId, delivery))
    return failure(
      refusal(
        'invalid',
        'People from outside the partnership read this channel, and this page was written for its members. Post the digest again: then it goes out in the shorter form for open channels.',
      ),
    );
  return move(deps, partnershipId, delivery, {
    to: 'waiting',
    trouble: null,
    verb: 'delivery_retried',
    byPersonId,
    platform,
  });
}

/** True for what may not stand in its channel any more, since others than members read there by now. */
async function isForMembersOnly({ store }: Deps, partnershipId: string, { to }: Delivery): Promise<boolean> {
  if (to.kind !== 'channel' || to.readers === 'anyone') return false;
  const channels = await store.in(partnershipId).channels.all();
  return channels.some(
    ({ platform, tenantId, channelId, reach }) =>
      reach === 'shared' &&
      platform === to.platform &&
      tenantId === to.tenantId &&
      channelId === to.channelId,
  );
}

/** A delivery that waits or has stopped is not tried any more. */
export async function giveUpDelivery(
  deps: Deps,
  partnershipId: string,
  id: string,
  byPersonId: string | null,
  platform: PlatformName = 'cli',
): Promise<Result<Delivery, Refusal>> {
  const found = await findOpenDelivery(deps, partnershipId, id);
  if (!found.ok) return found;
  if (found.value.state === 'gave_up')
    return failure(refusal('conflict', 'This delivery was given up before; nothing was changed.'));
  const trouble = 'Given up by hand.';
  return move(deps, partnershipId, found.value, {
    to: 'gave_up',
    trouble,
    verb: 'delivery_given_up',
    byPersonId,
    platform,
  });
}

/** The waiting or stopped delivery with this id, or with an id that begins so. */
async function findOpenDelivery(
  deps: Deps,
  partnershipId: string,
  id: string,
): Promise<Result<Delivery, Refusal>> {
  const open = await deps.store.in(partnershipId).deliveries.inStates(['waiting', ...stoppedStates]);
  const exact = open.find((delivery) => delivery.id === id);
  const [found, other] = exact ? [exact] : open.filter((delivery) => id !== '' && delivery.id.startsWith(id));
  if (found && !other) return success(found);
  const words = found
    ? `Several deliveries have an id that begins with "${id}". Give more of it.`
    : `No delivery with the id "${id}" waits or has stopped. The list of deliveries shows those that do.`;
  return failure(refusal('not_found', words));
}

async function move(
  deps: Deps,
  partnershipId: string,
  delivery: Delivery,
  change: {
    readonly to: DeliveryState;
    readonly trouble: string | null;
    readonly verb: string;
    readonly byPersonId: string | null;
    readonly platform: PlatformName;
  },
): Promise<Result<Delivery, Refusal>> {
  return deps.store.in(partnershipId).transact(async (records) => {
    const now = deps.clock.now();
    const moved = await records.deliveries.move(
      delivery.id,
      [delivery.state],
      change.to,
      now,
      change.trouble,
    );
    if (!moved)
      return failure(
        refusal('conflict', 'This delivery has just been sent or changed; look at the list again.'),
      );
    const fact = auditBy(deps, change.byPersonId, change.platform, change.verb, `delivery:${delivery.id}`, {
      purpose: delivery.purpose,
      from: delivery.state,
    });
    await records.audit.append(fact);
    return success({ ...delivery, state: change.to, trouble: change.trouble });
  });
}
