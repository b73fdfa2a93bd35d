import { BoundedMap } from '../kit/bounded-map.ts';
import type { Month } from '../plan/month.ts';
import {
  cycleContext,
  currentCycle,
  readDirectory,
  type CycleContext,
  type Directory,
} from './cycle-context.ts';
import type { Prompt } from './ports/cycle-records.ts';
import type { AuditMark } from './ports/audit-records.ts';
import type { Records, Store } from './ports/store.ts';

/**
 * What answers do not change: who is who, the months that were opened with their plan, and who was asked what. Each is read when it is
 * first wanted, and never again while the standing of the partnership stays the same.
 */
export interface StandingFacts {
  directory(): Promise<Directory>;
  /** The month an answer given now belongs to; null before the first. */
  currentCycle(): Promise<CycleContext | null>;
  /** Null when the month was never opened. */
  cycle(month: Month): Promise<CycleContext | null>;
  promptsOf(month: Month): Promise<readonly Prompt[]>;
}

/** The standing facts as they are now. */
export async function standingNow(store: Store, partnershipId: string): Promise<StandingFacts> {
  return standingFacts(store, partnershipId, (await store.auditHeads()).get(partnershipId));
}

/** Facts of one partnership that are good while its standing stays the same. */
interface Kept {
  readonly standing: number;
  readonly facts: BoundedMap<string, unknown>;
}

/** More than anybody asks for between two changes: a directory, and each open month with its prompts. */
const mostFacts = 100;

const keptByStore = new WeakMap<Store, Map<string, Kept>>();

/**
 * The standing facts at a mark that was asked for before: what changed in between is read again the next time, never missed. `records`:
 * what is not known yet is read through these, inside a transaction through its own. Inside one, only with the mark that `audit.hold` gave,
 * and never after it has changed any of them itself.
 */
export function standingFacts(
  store: Store,
  partnershipId: string,
  mark: AuditMark | null | undefined,
  records: Records = store.in(partnershipId),
): StandingFacts {
  // Before its first audit entry a partnership counts nothing, so nothing is kept of it.
  const known = mark
    ? keptAt(store, partnershipId, mark.standing)
    : new BoundedMap<string, unknown>(mostFacts);
  const read = async <T>(name: string, reading: () => Promise<T>): Promise<T> => {
    if (known.has(name)) return known.get(name) as T;
    const fact = await reading();
    // Kept once it is read, not while it is: a transaction that fails takes nobody else's reading with it.
    known.set(name, fact);
    return fact;
  };
  return {
    directory: () => read('directory', () => readDirectory(records)),
    currentCycle: () => read('current', () => currentCycle(records)),
    cycle: (month) => read(`cycle ${month}`, () => cycleContext(records, month)),
    promptsOf: (month) => read(`prompts ${month}`, () => records.prompts.ofMonth(month)),
  };
}

function keptAt(store: Store, partnershipId: string, standing: number): BoundedMap<string, unknown> {
  const partnerships = keptByStore.get(store) ?? new Map<string, Kept>();
  keptByStore.set(store, partnerships);
  const kept = partnerships.get(partnershipId);
  if (kept?.standing === standing) return kept.facts;
  const fresh: Kept = { standing, facts: new BoundedMap(mostFacts) };
  partnerships.set(partnershipId, fresh);
  return fresh.facts;
}
