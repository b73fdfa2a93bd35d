import { outsidersRead, postAgain, takenOutOfUse } from '../../../messages/not-posted.ts';
import type {
  ClaimedDelivery,
  DeliveryOutcome,
  Destination,
} from '../../../use-cases/ports/delivery-records.ts';
import type { Store } from '../../../use-cases/ports/store.ts';
import type { Reach } from '../people/reach.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import type { ChannelCheck } from './channel-check.ts';
import { begunBy, cardsOf, replacedBy, sentAs } from './delivery-cards.ts';
import { postInChannel, replaceCards, type Poster } from './post-cards.ts';

export interface ToChannelDeps extends Poster {
  readonly reach: Reach;
  readonly store: Pick<Store, 'in'>;
  readonly check: ChannelCheck;
  readonly dialogs: boolean;
}

export type ToChannel = Destination & { readonly kind: 'channel' };

/** A post of its own in a channel, or in the place of the one it replaces. Throws `TeamsTrouble`. */
export async function toChannel(
  deps: ToChannelDeps,
  delivery: ClaimedDelivery,
  { tenantId, channelId, readers }: ToChannel,
): Promise<DeliveryOutcome> {
  const serviceUrl = await deps.reach.serviceUrl(delivery.partnershipId, tenantId, channelId);
  const place = { serviceUrl, tenantId, channelId };
  const closed = await whyClosed(deps, delivery.partnershipId, place, readers === 'anyone');
  if (closed !== null) return { kind: 'refused', trouble: closed };
  const before = begunBy(delivery) ?? replacedBy(delivery);
  const cards = cardsOf(delivery, deps.dialogs);
  if (before === null) return sentAs(await postInChannel(deps, { serviceUrl, tenantId, channelId }, cards));
  const conversation = { serviceUrl, tenantId, conversationId: before.conversationId };
  try {
    return sentAs(await replaceCards(deps, conversation, before, cards));
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble) || trouble.status !== 404) throw trouble;
    // Somebody took it away: it is posted anew.
    return sentAs(await postInChannel(deps, { serviceUrl, tenantId, channelId }, cards));
  }
}

/**
 * Why something may not be posted in a channel now; null when it may. A channel may have been taken out of use since the promise. What was
 * written for the partnership stays with it: where outsiders read along, the channel counts as shared from now on, and what is posted there
 * next is the shorter form, which is for anyone.
 */
export async function whyClosed(
  { store, check }: Pick<ToChannelDeps, 'store' | 'check'>,
  partnershipId: string,
  {
    serviceUrl,
    tenantId,
    channelId,
  }: { readonly serviceUrl: string; readonly tenantId: string; readonly channelId: string },
  isForAnyone: boolean,
): Promise<string | null> {
  const { channels } = store.in(partnershipId);
  const channel = (await channels.all()).find(
    (each) => each.platform === 'teams' && each.tenantId === tenantId && each.channelId === channelId,
  );
  if (!channel) return takenOutOfUse;
  if (isForAnyone) return null;
  if (channel.reach === 'shared') return `${outsidersRead} ${postAgain}`;
  const reach = await check({ serviceUrl, tenantId, conversationId: channelId });
  if (reach.kind === 'members') return null;
  await channels.save({ ...channel, reach: 'shared' });
  return `${reach.why} ${postAgain}`;
}
