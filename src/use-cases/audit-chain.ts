import { createHash } from 'node:crypto';
import type { AuditEntry, AuditFact } from './ports/audit-records.ts';

/** What stands for "the entry before" in the first entry of a chain. */
export const firstPreviousHash = '0'.repeat(64);

/**
 * The next link: the fact with its sequence number and with the SHA-256, in hex, of itself and of the hash before it. Change
 * one character of one entry and no hash from there on fits.
 */
export function chainAuditEntry(
  fact: AuditFact,
  previous: { readonly sequence: number; readonly hash: string },
): AuditEntry {
  const linked = { ...fact, sequence: previous.sequence + 1, previousHash: previous.hash };
  return { ...linked, hash: auditHash(linked) };
}

/** What was found: all links fit, or the first one that does not and why. */
export type AuditChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly sequence: number; readonly reason: string };

/**
 * Walks a chain, oldest entry first. Give `after` to go on from a place that was verified before; without it the chain
 * must begin with entry 1.
 */
export function verifyAuditChain(
  entries: readonly AuditEntry[],
  after: { readonly sequence: number; readonly hash: string } = { sequence: 0, hash: firstPreviousHash },
): AuditChainVerdict {
  let previous = after;
  for (const entry of entries) {
    const expected = previous.sequence + 1;
    if (entry.sequence !== expected) {
      return broken(
        expected,
        `entry ${expected} is missing: after ${previous.sequence} comes ${entry.sequence}`,
      );
    }
    if (entry.previousHash !== previous.hash) {
      return broken(expected, `entry ${expected} does not carry the hash of the entry before it`);
    }
    if (entry.hash !== auditHash(entry))
      return broken(expected, `entry ${expected} was changed after it was written`);
    previous = entry;
  }
  return { intact: true, entries: entries.length, head: previous.hash };
}

function broken(sequence: number, reason: string): AuditChainVerdict {
  return { intact: false, sequence, reason };
}

function auditHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, at, personId, platform, verb, subject, detail, previousHash } = entry;
  const content = { sequence, at: at.toISOString(), personId, platform, verb, subject, detail, previousHash };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** JSON in which equal things are equal text: keys in order of their characters' codes, no spaces. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const pairs: [string, unknown][] = Object.entries(inner);
    return Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
