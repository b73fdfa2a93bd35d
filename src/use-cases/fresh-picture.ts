import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { Month } from '../plan/month.ts';
import type { Deps } from './deps.ts';
import type { Store } from './ports/store.ts';
import { readPicture, type ReadPicture } from './read-picture.ts';

/** Pictures of one partnership that are good while nothing has happened in it. */
interface Kept {
  readonly auditHead: string;
  readonly today: LocalDate;
  readonly byMonth: Map<Month | null, Promise<ReadPicture | null>>;
}

const keptByStore = new WeakMap<Store, Map<string, Kept>>();

/**
 * The picture of a month, read anew only when something has happened: whatever is stored leaves an audit row in the same transaction, so
 * the head of the chain tells whether a picture still holds, also when another instance wrote. One query where it does.
 */
export async function freshPicture(
  deps: Deps,
  partnershipId: string,
  month: Month | null,
): Promise<ReadPicture | null> {
  const records = deps.store.in(partnershipId);
  // The head comes first: what is written in between is then read again the next time, never missed.
  const auditHead = await records.audit.head();
  const today = londonDate(deps.clock.now());
  const kept = keepFor(deps.store, partnershipId, auditHead, today);
  const known = kept.byMonth.get(month);
  if (known) return known;
  const reading = readPicture(records, { month, today });
  kept.byMonth.set(month, reading);
  reading.catch(() => kept.byMonth.delete(month));
  return reading;
}

function keepFor(store: Store, partnershipId: string, auditHead: string, today: LocalDate): Kept {
  const partnerships = keptByStore.get(store) ?? new Map<string, Kept>();
  keptByStore.set(store, partnerships);
  const known = partnerships.get(partnershipId);
  if (known?.auditHead === auditHead && known.today === today) return known;
  const kept: Kept = { auditHead, today, byMonth: new Map() };
  partnerships.set(partnershipId, kept);
  return kept;
}
