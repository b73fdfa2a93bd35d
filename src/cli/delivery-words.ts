import type { Directory } from '../use-cases/cycle-context.ts';
import type { Channel } from '../use-cases/ports/board-records.ts';
import type { Delivery, DeliveryState } from '../use-cases/ports/delivery-records.ts';

/** What became of a delivery, for the secretariat. */
export const deliveryStateWords: Readonly<Record<DeliveryState, string>> = {
  waiting: 'waiting',
  sent: 'sent',
  nobody_there: 'NOBODY THERE',
  refused: 'REFUSED',
  ambiguous: 'NOT KNOWN',
  gave_up: 'GIVEN UP',
};

/** To whom a delivery goes: a person by name, a channel by name. */
export function recipientOf(
  { to }: Delivery,
  directory: Pick<Directory, 'nameOf'>,
  channels: readonly Channel[],
): string {
  if (to.kind !== 'channel') return directory.nameOf(to.personId);
  const channel = channels.find(
    ({ platform, tenantId, channelId }) =>
      platform === to.platform && tenantId === to.tenantId && channelId === to.channelId,
  );
  return `channel ${channel?.name ?? to.channelId}`;
}
