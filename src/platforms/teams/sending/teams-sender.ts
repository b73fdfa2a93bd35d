import type { Clock } from '../../../kit/clock.ts';
import type { ClaimedDelivery, DeliveryOutcome } from '../../../use-cases/ports/delivery-records.ts';
import type { Sender } from '../../../use-cases/ports/sender.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { outcomeOf } from './outcome.ts';
import { PartlySent, PostInDoubt } from './post-cards.ts';
import { toChannel, type ToChannelDeps } from './to-channel.ts';
import { toPerson } from './to-person.ts';

export interface TeamsSenderDeps extends ToChannelDeps {
  readonly clock: Clock;
  /** Tenants that may be written to; looked at again for every delivery, whatever was promised earlier. */
  readonly tenants: readonly string[];
}

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
      const inTime = { ...deps, endsAt: endsAt(deps, delivery) };
      try {
        return to.kind === 'account'
          ? await toPerson(inTime, delivery, to)
          : await toChannel(inTime, delivery, to);
      } catch (trouble) {
        if (!(trouble instanceof TeamsTrouble)) throw trouble;
        return outcome(deps, delivery, trouble);
      }
    },
  };
}

/** The longest that one call may take, the reading of a long list of members among them, in milliseconds. */
const longestCallMs = 40_000;

/** When the last call may begin: it must be over while the delivery is still ours, or another instance would post it as well. */
function endsAt({ pace, clock }: TeamsSenderDeps, { heldUntil }: ClaimedDelivery): number {
  return pace.now() + heldUntil.getTime() - clock.now().getTime() - longestCallMs;
}

function outcome(deps: TeamsSenderDeps, delivery: ClaimedDelivery, trouble: TeamsTrouble): DeliveryOutcome {
  const because = trouble instanceof PartlySent ? trouble.because : trouble;
  const isChange = delivery.replacesPlatformMessageId !== null && !(because instanceof PostInDoubt);
  const came = outcomeOf(trouble, delivery.purpose, deps.clock.now(), isChange);
  // What an earlier try left there stands there still.
  return came.kind === 'sent' || delivery.soFar === null ? came : { soFar: delivery.soFar, ...came };
}
