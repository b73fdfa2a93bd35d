import type { PlatformName } from '../../plan/people.ts';
import type { ClaimedDelivery, DeliveryOutcome } from './delivery-records.ts';

/** Carries one promised message to its platform and says what became of it. Tries once; the outbox decides what follows. */
export interface Sender {
  readonly platform: PlatformName;
  send(delivery: ClaimedDelivery): Promise<DeliveryOutcome>;
  /** Does ahead what needs no answer of anybody, while others are on their way; its trouble shows in `send`. May be left out. */
  prepare?(delivery: ClaimedDelivery): void;
}
