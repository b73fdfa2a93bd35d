import { firstPreviousHash, verifyAuditChain, type AuditChainVerdict } from './audit-chain.ts';
import type { Deps } from './deps.ts';
import type { AuditEntry } from './ports/audit-records.ts';

/** So many entries are read at once. */
const batch = 1_000;

/**
 * Walks a partnership's whole audit chain and gives the first link that does not fit, if any: a row changed, taken out, put in, cut off at
 * the end, or no longer readable.
 */
export async function verifyAudit(deps: Deps, partnershipId: string): Promise<AuditChainVerdict> {
  const { audit } = deps.store.in(partnershipId);
  let last = { sequence: 0, hash: firstPreviousHash };
  for (;;) {
    const read = await readAfter(deps, partnershipId, last.sequence);
    const verdict = verifyAuditChain(read.entries, last);
    if (!verdict.intact) return verdict;
    last = { sequence: read.entries.at(-1)?.sequence ?? last.sequence, hash: verdict.head };
    if (read.unreadable) return broken(last.sequence + 1, 'can no longer be read');
    if (read.entries.length < batch) break;
  }
  const head = await audit.head();
  if (head === last.hash) return { intact: true, entries: last.sequence, head };
  return broken(last.sequence + 1, 'is missing: the chain was cut off at its end');
}

/** The next entries; where one cannot be read at all, those before it. */
async function readAfter(
  deps: Deps,
  partnershipId: string,
  sequence: number,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly unreadable: boolean }> {
  const { audit } = deps.store.in(partnershipId);
  try {
    return { entries: await audit.after(sequence, batch), unreadable: false };
  } catch {
    // Either the database is in trouble, which this tells, or one entry is; then they are read one by one.
    await deps.store.ping();
  }
  const entries: AuditEntry[] = [];
  for (;;) {
    try {
      const [entry] = await audit.after(sequence + entries.length, 1);
      if (!entry || entries.length === batch) return { entries, unreadable: false };
      entries.push(entry);
    } catch {
      return { entries, unreadable: true };
    }
  }
}

function broken(sequence: number, what: string): AuditChainVerdict {
  return { intact: false, sequence, reason: `entry ${sequence} ${what}` };
}
