import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  chainAuditEntry,
  firstPreviousHash,
  verifyAuditChain,
} from '../../src/use-cases/audit-chain.ts';
import type { AuditEntry } from '../../src/use-cases/ports/audit-records.ts';

/** A chain of so many entries about one action. */
function chainOf(length: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  let head = { sequence: 0, hash: firstPreviousHash };
  for (let index = 0; index < length; index += 1) {
    const entry = chainAuditEntry(
      {
        at: new Date(Date.UTC(2026, 10, 2, 9, index)),
        personId: `person-${index}`,
        platform: 'teams',
        verb: 'update_recorded',
        subject: `action:IC${index}:2026-11`,
        detail: { rating: 'amber', version: index + 1, late: false, reason: null },
      },
      head,
    );
    chain.push(entry);
    head = entry;
  }
  return chain;
}

describe('an audit chain', () => {
  it('fits when nothing was touched, from the start or from a place verified before', () => {
    const chain = chainOf(5);

    expect(verifyAuditChain(chain)).toEqual({ intact: true, entries: 5, head: chain[4]?.hash });
    expect(verifyAuditChain(chain.slice(2), chain[1])).toMatchObject({ intact: true, entries: 3 });
    expect(verifyAuditChain([])).toEqual({ intact: true, entries: 0, head: firstPreviousHash });
  });

  it('names the entry in which one character was changed, whichever field it is in', () => {
    const changes: readonly ((entry: AuditEntry) => AuditEntry)[] = [
      (entry) => ({ ...entry, at: new Date(entry.at.getTime() + 1) }),
      (entry) => ({ ...entry, personId: null }),
      (entry) => ({ ...entry, platform: 'slack' }),
      (entry) => ({ ...entry, verb: `${entry.verb} ` }),
      (entry) => ({ ...entry, subject: entry.subject.replace('IC', 'ID') }),
      (entry) => ({ ...entry, detail: { ...entry.detail, rating: 'green' } }),
      (entry) => ({ ...entry, detail: { ...entry.detail, version: String(entry.detail['version']) } }),
      (entry) => ({ ...entry, hash: entry.hash.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
    ];

    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom(...changes), (place, change) => {
        const chain = chainOf(6);
        const tampered = chain.map((entry, index) => (index === place ? change(entry) : entry));

        expect(verifyAuditChain(tampered)).toMatchObject({ intact: false, sequence: place + 1 });
      }),
    );
  });

  it('misses an entry that was taken out, put in twice or moved', () => {
    const chain = chainOf(4);

    expect(verifyAuditChain(chain.toSpliced(1, 1))).toEqual({
      intact: false,
      sequence: 2,
      reason: 'entry 2 is missing: after 1 comes 3',
    });
    expect(verifyAuditChain([...chain.slice(0, 2), ...chain.slice(1)])).toMatchObject({
      intact: false,
      sequence: 3,
    });
    expect(verifyAuditChain(chain.toReversed())).toMatchObject({ intact: false, sequence: 1 });
  });

  it('does not accept a chain that was written anew from some entry on', () => {
    const original = chainOf(4);
    const forged = chainAuditEntry({ ...chainOf(4)[2]!, verb: 'nothing_happened' }, original[1]!);
    const last = chainAuditEntry(original[3]!, forged);

    const verdict = verifyAuditChain([...original.slice(0, 2), forged, last]);

    expect(verdict).toMatchObject({ intact: true });
    expect(verdict).not.toMatchObject({ head: original[3]?.hash });
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same content, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(canonicalJson({ a: true, b: [1, { c: 'x', d: null }] })).toBe(
      canonicalJson({ b: [1, { d: null, c: 'x' }], a: true }),
    );
  });
});
