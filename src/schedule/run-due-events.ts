import type { Month } from '../plan/month.ts';
import { readCycleSettings } from '../use-cases/cycle-settings.ts';
import type { Deps } from '../use-cases/deps.ts';
import { morningRound } from '../use-cases/morning-round.ts';
import type { Cycle } from '../use-cases/ports/cycle-records.ts';
import type { PartnershipStore } from '../use-cases/ports/store.ts';
import { monthInWords } from '../plan/month.ts';
import { reportPostings } from '../use-cases/report-posting.ts';
import { nightlyRetention } from '../use-cases/retention.ts';
import { dueEvents, dueRound, whyPassedOver, type DueEvent } from './due-events.ts';
import { runEvent } from './run-event.ts';

/** How long one event may take before another instance may try it. */
const leaseMs = 300_000;
/** How many months that have closed are looked at for a digest that is not drafted yet. */
const closedMonths = 3;

/**
 * Does what the calendar owes, in every partnership, and says what was done. A slot is claimed, run and marked; what fails is tried again
 * once its lease is over, and running it twice has the effect of once. Trouble in one partnership does not hold up the others.
 */
export async function runDueEvents(deps: Deps): Promise<readonly string[]> {
  const happened: string[] = [];
  const troubles: unknown[] = [];
  for (const { id } of await deps.store.partnerships()) {
    try {
      happened.push(...(await runForPartnership(deps, id)));
    } catch (cause) {
      deps.log.error('The calendar of a partnership could not be kept', { partnershipId: id, cause });
      troubles.push(cause);
    }
  }
  if (troubles.length > 0 && happened.length === 0) throw troubles[0];
  return happened;
}

async function runForPartnership(deps: Deps, partnershipId: string): Promise<readonly string[]> {
  const store = deps.store.in(partnershipId);
  const settings = await readCycleSettings(store);
  const finished = new Set((await store.jobs.finished('cycle')).map(({ slot }) => slot));
  const started = stillRunning(await store.cycles.all(), finished);
  const due = dueEvents(deps.clock.now(), started, settings).filter(({ slot }) => !finished.has(slot));
  const happened: string[] = [];
  for (const month of new Set(due.map((event) => event.month)))
    happened.push(
      ...(await runMonth(
        deps,
        store,
        due.filter((event) => event.month === month),
      )),
    );
  happened.push(...(await runRounds(deps, store)));
  await reportPostings(deps, partnershipId);
  const purged = await nightlyRetention(deps, partnershipId);
  return purged === null || purged === 0 ? happened : [...happened, `Retention: ${purged} kept long enough`];
}

/** Every month that is open, and the newest that have closed without a digest. `cycles` come newest first. */
function stillRunning(cycles: readonly Cycle[], finished: ReadonlySet<string>): readonly Cycle[] {
  const withoutDigest = cycles.filter(
    ({ state, month }) => state === 'closed' && !finished.has(`${month}:digest`),
  );
  return [...cycles.filter(({ state }) => state === 'open'), ...withoutDigest.slice(0, closedMonths)];
}

/** One month's events in their order: none is done before the one it follows, here or on another machine. */
async function runMonth(
  deps: Deps,
  store: PartnershipStore,
  due: readonly DueEvent[],
): Promise<readonly string[]> {
  const happened: string[] = [];
  for (const event of due) {
    const { month, slot } = event;
    const now = deps.clock.now();
    if (!(await store.jobs.claim('cycle', slot, now, new Date(now.getTime() + leaseMs)))) break;
    const passedOver = whyPassedOver(event, due, await store.cycles.byMonth(month));
    const { words, isDone } =
      passedOver === null
        ? await runEvent(deps, store.partnershipId, event)
        : { words: passedOver, isDone: true };
    const about = { partnershipId: store.partnershipId, slot };
    if (!isDone) {
      // Not marked: it is tried again once the lease is over, for example when a plan has been imported meanwhile.
      deps.log.warn('A calendar event could not be done yet', about);
      break;
    }
    await store.jobs.finish('cycle', slot, deps.clock.now(), words);
    deps.log.info(
      passedOver === null ? 'A calendar event was done' : 'A calendar event was passed over',
      about,
    );
    if (passedOver === null) happened.push(words);
  }
  return happened;
}

/** The morning round of each open month, once a day. */
async function runRounds(deps: Deps, store: PartnershipStore): Promise<readonly string[]> {
  const happened: string[] = [];
  for (const { month, settings, state } of await store.cycles.all()) {
    const now = deps.clock.now();
    const day = state === 'open' ? dueRound(now, { month, settings }) : null;
    if (day === null) continue;
    const slot = `${month}:${day}`;
    if (!(await store.jobs.claim('round', slot, now, new Date(now.getTime() + leaseMs)))) continue;
    const concerned = await morningRound(deps, store.partnershipId, month);
    await store.jobs.finish('round', slot, deps.clock.now(), String(concerned));
    if (concerned > 0) happened.push(roundWords(month, concerned));
  }
  return happened;
}

function roundWords(month: Month, concerned: number): string {
  return `${monthInWords(month)}: morning round, ${concerned} ${concerned === 1 ? 'person' : 'people'} told`;
}
