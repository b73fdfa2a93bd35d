import { BoundedMap } from '../kit/bounded-map.ts';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { Month } from '../plan/month.ts';
import type { Deps } from './deps.ts';
import type { AuditHeads } from './ports/audit-records.ts';
import type { Store } from './ports/store.ts';
import { pictureMemory, type PictureMemory } from './picture-memory.ts';
import { readPicture, type ReadPicture } from './read-picture.ts';

/** Months of one partnership whose pictures are kept at once; people look at the newest and the one before. */
const mostMonths = 24;

/** Pictures of one partnership that are good while nothing has happened in it. */
interface Kept {
  readonly auditHead: string;
  readonly today: LocalDate;
  /** Outlives the picture. */
  readonly memory: PictureMemory;
  readonly byMonth: BoundedMap<Month | null, Promise<ReadPicture | null>>;
}

const keptByStore = new WeakMap<Store, Map<string, Kept>>();

/**
 * The picture of a month, read anew only when something has happened: whatever is stored leaves an audit row in the same transaction, so
 * the head of the chain tells whether a picture still holds, also when another instance wrote. While it holds, the same object is given, so
 * that what was worked out from it can be kept beside it. The heads have to be asked for before it: what is written in between is then
 * read again the next time, never missed.
 */
export function pictureAt(
  deps: Deps,
  heads: AuditHeads,
  partnershipId: string,
  month: Month | null,
): Promise<ReadPicture | null> {
  const today = londonDate(deps.clock.now());
  const kept = keepFor(deps.store, partnershipId, heads.get(partnershipId)?.hash ?? '', today);
  return kept.byMonth.getOrMake(month, () =>
    readPicture(deps.store.in(partnershipId), { month, today }, kept.memory),
  );
}

function keepFor(store: Store, partnershipId: string, auditHead: string, today: LocalDate): Kept {
  const partnerships = keptByStore.get(store) ?? new Map<string, Kept>();
  keptByStore.set(store, partnerships);
  const known = partnerships.get(partnershipId);
  if (known?.auditHead === auditHead && known.today === today) return known;
  const kept: Kept = {
    auditHead,
    today,
    memory: known?.memory ?? pictureMemory(),
    byMonth: new BoundedMap(mostMonths),
  };
  partnerships.set(partnershipId, kept);
  return kept;
}
