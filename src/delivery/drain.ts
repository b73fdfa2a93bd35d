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
}

/** How long a claimed delivery is held. A sender whose calls add up to more looks at `heldUntil`. */
const leaseMs = 120_000;
/** A wait that a platform asked for becomes up to so much longer, as a share of it. */
const retrySpread = 0.1;
/** So many are under way at once: a platform that is slow for one conversation leaves places for the others. */
const atOnce = 20;

export interface Drained {
  readonly tried: number;
  readonly sent: number;
}

/**
 * Sends everything that is due, oldest first, and writes down what happened to each. Whoever is done makes room for the next, so nobody
 * waits for the slowest. Ends when nothing is due and nothing is under way; what could not be sent waits for its next try or is shown to
 * the secretariat.
 */
export async function drainOutbox(deps: DrainDeps): Promise<Drained> {
  const waiting: ClaimedDelivery[] = [];
  const underWay = new Set<Promise<void>>();
  const troubles: unknown[] = [];
  let tried = 0;
  let sent = 0;
  const fillUp = () => {
    while (underWay.size < atOnce && troubles.length === 0) {
      const delivery = waiting.shift();
      if (!delivery) return;
      const work = sendOne(deps, delivery)
        .then(
          (kind) => {
            tried += 1;
            if (kind === 'sent') sent += 1;
          },
          (trouble: unknown) => void troubles.push(trouble),
        )
        .finally(() => {
          underWay.delete(work);
          fillUp();
        });
      underWay.add(work);
    }
  };
  for (;;) {
    // Claimed ahead, so that a place that becomes free is filled at once.
    const isFull = waiting.length >= atOnce;
    const found = isFull || troubles.length > 0 ? [] : await claim(deps);
    waiting.push(...found);
    fillUp();
    if (found.length > 0) continue;
    if (underWay.size === 0) break;
    // Asking for more each time one is done would ask far too often.
    const left = isFull ? atOnce + atOnce / 2 : underWay.size / 2;
    do await Promise.race(underWay);
    while (underWay.size > 0 && waiting.length + underWay.size > left);
  }
  if (troubles.length > 0) throw troubles[0];
  return { tried, sent };
}

function claim({ outbox, clock }: DrainDeps): Promise<readonly ClaimedDelivery[]> {
  const now = clock.now();
  return outbox.claim(now, new Date(now.getTime() + leaseMs), atOnce);
}

async function sendOne(deps: DrainDeps, delivery: ClaimedDelivery): Promise<DeliveryOutcome['kind']> {
  const outcome = settle(await attempt(deps, delivery), delivery, deps);
  const kept = await deps.outbox.finish(delivery.id, delivery.fence, outcome, deps.clock.now());
  if (!kept) deps.log.warn('A delivery was taken over by another instance', { delivery: delivery.id });
  if (outcome.kind !== 'sent' && outcome.kind !== 'retry') {
    deps.log.warn('A delivery did not arrive', {
      delivery: delivery.id,
      purpose: delivery.purpose,
      outcome: outcome.kind,
    });
  }
  return outcome.kind;
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
  const now = deps.clock.now().getTime();
  const earliest = now + waitBefore(delivery.attempts, deps.random());
  const asked = outcome.at.getTime();
  // A time that the platform named is the same for all that it turned away: it is spread as well.
  const at = asked > earliest ? asked + (asked - now) * retrySpread * deps.random() : earliest;
  return { ...outcome, at: new Date(Math.round(at)) };
}
