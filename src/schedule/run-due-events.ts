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
  const happened: string[] = [];
  for (const partnership of await deps.store.partnerships()) {
    happened.push(...(await runForPartnership(deps, partnership.id)));
  }
  return happened;
}

async function runForPartnership(deps: Deps, partnershipId: string): Promise<readonly string[]> {
  const store = deps.store.in(partnershipId);
  const settings = await readCycleSettings(store);
  const cycles = await store.cycles.all();
  const finished = new Set((await store.jobs.finished('cycle')).map(({ slot }) => slot));
  const open = cycles
    .filter(({ state, month }) => state === 'open' || !finished.has(`${month}:digest`))
    .slice(0, 3);
  const happened: string[] = [];
  for (const event of dueEvents(deps.clock.now(), open, settings)) {
    if (finished.has(event.slot)) continue;
    const now = deps.clock.now();
    if (!(await store.jobs.claim('cycle', event.slot, now, new Date(now.getTime() + leaseMs)))) continue;
    const { words, isDone } = await runEvent(deps, partnershipId, event);
    if (!isDone) {
      // Not marked: it is tried again once the lease is over, for example when a plan has been imported meanwhile.
      deps.log.warn('A calendar event could not be done yet', { partnershipId, slot: event.slot });
      continue;
    }
    await store.jobs.finish('cycle', event.slot, deps.clock.now(), words);
    deps.log.info('A calendar event was done', { partnershipId, slot: event.slot });
    happened.push(words);
  }
  return happened;
}

interface Done {
  /** A sentence of what came of it. */
  readonly words: string;
  readonly isDone: boolean;
}

function done(words: string): Done {
  return { words, isDone: true };
}

async function runEvent(deps: Deps, partnershipId: string, event: DueEvent): Promise<Done> {
  const month = monthInWords(event.month);
  switch (event.name) {
    case 'prompt': {
      const opened = await openCycle(deps, partnershipId, event.month, null);
      if (!opened.ok)
        return {
          words: `${month}: not opened. ${opened.error.words}`,
          isDone: opened.error.kind === 'closed',
        };
      return done(`${month}: opened, ${opened.value.prompts} people asked`);
    }
    case 'nudge_1':
      return done(`${month}: ${await nudgeOwners(deps, partnershipId, event.month, 1)} people reminded`);
    case 'nudge_2':
      return done(
        `${month}: ${await nudgeOwners(deps, partnershipId, event.month, 2)} people reminded again`,
      );
    case 'deputy':
      return done(`${month}: ${await askDeputies(deps, partnershipId, event.month)} deputies asked`);
    case 'theme_lead':
      return done(`${month}: ${await tellThemeLeads(deps, partnershipId, event.month)} theme leads told`);
    case 'close': {
      const closed = await closeCycle(deps, partnershipId, event.month, null);
      return done(
        closed.ok
          ? `${month}: closed, ${closed.value.noUpdate.length} without an update`
          : `${month}: not closed. ${closed.error.words}`,
      );
    }
    case 'moderation_ends':
      return done(`${month}: moderation ended`);
    case 'digest': {
      const drafted = await draftDigests(deps, partnershipId, event.month);
      return done(
        drafted.ok ? `${month}: digest drafted for approval` : `${month}: no digest. ${drafted.error.words}`,
      );
    }
    default:
      return assertNever(event.name);
  }
}
