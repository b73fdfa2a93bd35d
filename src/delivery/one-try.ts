import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { ClaimedDelivery, DeliveryOutcome, OutboxStore } from '../use-cases/ports/delivery-records.ts';
import type { Sender } from '../use-cases/ports/sender.ts';
import { mostAttempts, waitBefore } from './backoff.ts';

export interface DrainDeps {
  readonly outbox: OutboxStore;
  readonly senders: readonly Sender[];
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1, for the spread of retries. */
  readonly random: () => number;
  /** Asked before more is claimed and before another send begins; to the end of what is due, when left out. */
  readonly goesOn?: () => boolean;
  /** What its sender wants to know at the next try of a delivery that was claimed and not begun; what it knew, when left out. */
  readonly notBegun?: (delivery: ClaimedDelivery) => string | null;
}

/** Hands one delivery to its platform and says what became of it; never throws. Nothing is written down yet. */
export async function sendOnce(deps: DrainDeps, delivery: ClaimedDelivery): Promise<DeliveryOutcome> {
  return settle(await attempt(deps, delivery), delivery, deps);
}

/** Has a delivery made ready that is to be sent soon. Never throws: what is wrong with it shows when it is sent. */
export function makeReady({ senders }: DrainDeps, delivery: ClaimedDelivery): void {
  const { to } = delivery;
  if (to.kind === 'nobody') return;
  try {
    senders.find(({ platform }) => platform === to.platform)?.prepare?.(delivery);
  } catch {
    // Said by the try itself.
  }
}

/** What becomes of a delivery that was claimed and not begun: whoever looks next may have it at once, and knows that nothing of it is in doubt. */
export function givenBack({ clock, notBegun }: DrainDeps, delivery: ClaimedDelivery): DeliveryOutcome {
  const soFar = notBegun ? notBegun(delivery) : delivery.soFar;
  const trouble = 'bcp was stopped before this was sent.';
  return { kind: 'retry', at: clock.now(), trouble, ...(soFar !== null && { soFar }) };
}

/** Writes down what became of a delivery. Throws what the store throws. */
export async function writeDown(
  { outbox, clock, log }: DrainDeps,
  { id, fence, purpose }: ClaimedDelivery,
  outcome: DeliveryOutcome,
): Promise<void> {
  const kept = await outbox.finish(id, fence, outcome, clock.now());
  if (!kept) log.warn('A delivery was taken over by another instance', { delivery: id });
  if (outcome.kind !== 'sent' && outcome.kind !== 'retry')
    log.warn('A delivery did not arrive', { delivery: id, purpose, outcome: outcome.kind });
}

async function attempt(deps: DrainDeps, delivery: ClaimedDelivery): Promise<DeliveryOutcome> {
  const { to } = delivery;
  if (to.kind === 'nobody') return { kind: 'nobody_there', trouble: to.reason };
  const sender = deps.senders.find(({ platform }) => platform === to.platform);
  if (!sender) return { kind: 'nobody_there', trouble: `${to.platform} is not set up on this installation.` };
  try {
    return await sender.send(delivery);
  } catch (cause) {
    // A sender says what went wrong as an outcome. A throw means that nobody knows whether the message arrived.
    deps.log.error('A sender failed without saying how', { delivery: delivery.id, cause });
    return { kind: 'ambiguous', trouble: 'The platform did not say whether it took the message.' };
  }
}

/** Turns one retry too many into giving up, and puts the wait to a retry that names no time of its own. */
function settle(outcome: DeliveryOutcome, delivery: ClaimedDelivery, deps: DrainDeps): DeliveryOutcome {
  if (outcome.kind !== 'retry') return outcome;
  if (delivery.attempts >= mostAttempts) {
    const trouble = `Tried ${delivery.attempts} times. Last trouble: ${outcome.trouble}`;
    return { kind: 'gave_up', trouble, ...(outcome.soFar !== undefined && { soFar: outcome.soFar }) };
  }
  const earliest = deps.clock.now().getTime() + waitBefore(delivery.attempts, deps.random());
  return outcome.at.getTime() >= earliest ? outcome : { ...outcome, at: new Date(earliest) };
}
