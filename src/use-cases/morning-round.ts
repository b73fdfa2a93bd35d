import { createHash } from 'node:crypto';
import { deliveriesStopped } from '../messages/deliveries-stopped.ts';
import type { Month } from '../plan/month.ts';
import { chase, type Chase } from './chase.ts';
import type { Directory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import { remind } from './nudge-owners.ts';
import { secretariatOf } from './open-cycle.ts';
import type { Delivery } from './ports/delivery-records.ts';
import { promiseToPerson } from './promise-message.ts';
import { stoppedStates } from './settle-delivery.ts';

/**
 * What a secretary does each working morning of an open month: whoever is back from leave or has become owner is asked, whoever named
 * this day for a reminder gets it, and the secretariat hears of messages that could not be delivered. Gives how many people that
 * concerned; on most days nobody.
 */
export function morningRound(deps: Deps, partnershipId: string, month: Month): Promise<number> {
  return chase(deps, partnershipId, month, async (run) => {
    let concerned = run.rearranged;
    const isNudgeDay = run.context.calendar.days.nudges.includes(run.today);
    for (const prompt of isNudgeDay ? [] : run.prompts) {
      const { deferredUntil } = prompt;
      if (deferredUntil === null || deferredUntil > run.today) continue;
      concerned += Number(await remind(run, prompt, 'as_asked', `later:${month}:${deferredUntil}`));
    }
    return concerned + (await tellOfStopped(run));
  });
}

/** Each set of messages that stopped is told once. */
async function tellOfStopped({
  deps,
  records,
  context,
  directory,
  today,
  monthWords,
}: Chase): Promise<number> {
  const stopped = (await records.deliveries.inStates(stoppedStates)).filter(
    ({ to, promisedAt }) => to.kind !== 'nobody' && promisedAt >= context.cycle.openedAt,
  );
  if (stopped.length === 0) return 0;
  const ids = stopped.map(({ id }) => id).sort();
  const which = createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16);
  let told = 0;
  for (const person of secretariatOf(directory, today)) {
    const isNew = await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `stopped:${context.cycle.month}:${which}:${person.id}`,
      message: deliveriesStopped({
        monthWords,
        stopped: stopped.map((delivery) => ({
          to: recipientOf(delivery, directory),
          what: delivery.purpose,
          why: delivery.trouble ?? '',
        })),
      }),
    });
    told += Number(isNew);
  }
  return told;
}

function recipientOf({ to }: Delivery, directory: Directory): string {
  return to.kind === 'channel' ? `channel ${to.channelId}` : directory.nameOf(to.personId);
}
