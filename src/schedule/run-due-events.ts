import { assertNever } from '../kit/assert-never.ts';
import { monthInWords } from '../plan/month.ts';
import { askDeputies, nudgeOwners, tellThemeLeads } from '../use-cases/chase-owners.ts';
import { closeCycle } from '../use-cases/close-cycle.ts';
import { readCycleSettings } from '../use-cases/cycle-settings.ts';
import type { Deps } from '../use-cases/deps.ts';
import { draftDigests } from '../use-cases/draft-digest.ts';
import { openCycle } from '../use-cases/open-cycle.ts';
import { dueEvents, type DueEvent } from './due-events.ts';

/** How long one event may take before another instance may try it. */
const leaseMs = 300_000;

/**
 * Does what the calendar owes, in every partnership, and says what was done. A slot is claimed, run and marked; what fails is tried again
 * at the next tick, and running it twice has the effect of once.
 */
export async function runDueEvents(deps: Deps): Promise<readonly string[]> {
  const done: string[] = [];
  for (const partnership of await deps.store.partnerships()) {
    done.push(...(await runForPartnership(deps, partnership.id)));
  }
  return done;
}

async function runForPartnership(deps: Deps, partnershipId: string): Promise<readonly string[]> {
  const store = deps.store.in(partnershipId);
  const settings = await readCycleSettings(store);
  const cycles = await store.cycles.all();
  const finished = new Set((await store.jobs.finished('cycle')).map(({ slot }) => slot));
  const open = cycles
    .filter(({ state, month }) => state === 'open' || !finished.has(`${month}:digest`))
    .slice(0, 3);
  const done: string[] = [];
  for (const event of dueEvents(deps.clock.now(), open, settings)) {
    if (finished.has(event.slot)) continue;
    const now = deps.clock.now();
    if (!(await store.jobs.claim('cycle', event.slot, now, new Date(now.getTime() + leaseMs)))) continue;
    const words = await runEvent(deps, partnershipId, event);
    await store.jobs.finish('cycle', event.slot, deps.clock.now(), words);
    deps.log.info('A calendar event was done', { partnershipId, slot: event.slot });
    done.push(words);
  }
  return done;
}

/** Does one event; gives a sentence of what came of it. */
async function runEvent(deps: Deps, partnershipId: string, event: DueEvent): Promise<string> {
  const month = monthInWords(event.month);
  switch (event.name) {
    case 'prompt': {
      const opened = await openCycle(deps, partnershipId, event.month, null);
      return opened.ok
        ? `${month}: opened, ${opened.value.prompts} people asked`
        : `${month}: not opened. ${opened.error.words}`;
    }
    case 'nudge_1':
      return `${month}: ${await nudgeOwners(deps, partnershipId, event.month, 1)} people reminded`;
    case 'nudge_2':
      return `${month}: ${await nudgeOwners(deps, partnershipId, event.month, 2)} people reminded again`;
    case 'deputy':
      return `${month}: ${await askDeputies(deps, partnershipId, event.month)} deputies asked`;
    case 'theme_lead':
      return `${month}: ${await tellThemeLeads(deps, partnershipId, event.month)} theme leads told`;
    case 'close': {
      const closed = await closeCycle(deps, partnershipId, event.month, null);
      return closed.ok
        ? `${month}: closed, ${closed.value.noUpdate.length} without an update`
        : `${month}: not closed. ${closed.error.words}`;
    }
    case 'moderation_ends':
      return `${month}: moderation ended`;
    case 'digest': {
      const drafted = await draftDigests(deps, partnershipId, event.month);
      return drafted.ok
        ? `${month}: digest drafted for approval`
        : `${month}: no digest. ${drafted.error.words}`;
    }
    default:
      return assertNever(event.name);
  }
}
