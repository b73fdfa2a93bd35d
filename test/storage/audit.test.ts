import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstPreviousHash, verifyAuditChain } from '../../src/use-cases/audit-chain.ts';
import type { AuditFact } from '../../src/use-cases/ports/audit-records.ts';
import { withPartnershipOnEveryDatabase } from '../support/database.ts';
import { morning } from './contract/samples.ts';

const fact: AuditFact = {
  at: morning,
  personId: 'priya',
  platform: 'slack',
  verb: 'update_recorded',
  subject: 'action:IC5:2026-11',
  detail: { rating: 'amber', version: 1, corrected: false, reason: null },
};

withPartnershipOnEveryDatabase((place) => {
  it('starts from nothing and grows link by link', async () => {
    const { audit } = place.partnership;
    const before = await audit.head();

    const first = await audit.append(fact);
    const second = await audit.append({ ...fact, personId: null, detail: {} });

    expect(before).toBe(firstPreviousHash);
    expect([first.sequence, second.sequence]).toEqual([1, 2]);
    expect(second.previousHash).toBe(first.hash);
    expect(await audit.head()).toBe(second.hash);
    expect(await audit.after(0, 10)).toEqual([first, second]);
    expect(await audit.after(1, 10)).toEqual([second]);
    expect(await audit.after(0, 1)).toEqual([first]);
  });

  it('gives every writer a number of its own when many write at once', async () => {
    const { audit } = place.partnership;

    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2 === 0
          ? audit.append({ ...fact, subject: `action:${index}` })
          : place.partnership.transact(async (records) => {
              await records.audit.append({ ...fact, subject: `action:${index}` });
              await records.audit.append({ ...fact, subject: `action:${index}:again` });
            }),
      ),
    );

    const entries = await audit.after(0, 100);
    expect(entries).toHaveLength(18);
    expect(verifyAuditChain(entries)).toEqual({ intact: true, entries: 18, head: await audit.head() });
  });

  it('leaves no gap where a transaction was taken back', async () => {
    const { audit } = place.partnership;
    await audit.append(fact);

    const failed = place.partnership.transact(async (records) => {
      await records.audit.append(fact);
      throw new Error('It was not to be.');
    });

    await expect(failed).rejects.toThrow('It was not to be.');
    await audit.append(fact);
    expect((await audit.after(0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('verifies after storage whatever was in the facts', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((drawn) => !drawn.includes('\0'));
    const facts = fc.record({
      at: fc.date({ min: new Date('2023-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      personId: fc.option(text),
      platform: fc.constantFrom('slack' as const, 'teams' as const, 'rehearsal' as const, 'cli' as const),
      verb: text,
      subject: text,
      detail: fc.dictionary(
        text,
        fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
      ),
    });

    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 4 }), async (drawn) => {
        const { audit } = place.partnership;
        const before = (await audit.after(0, 10_000)).at(-1) ?? { sequence: 0, hash: firstPreviousHash };
        for (const one of drawn) await audit.append(one);

        const stored = await audit.after(before.sequence, 100);

        expect(verifyAuditChain(stored, before)).toMatchObject({ intact: true, entries: drawn.length });
      }),
      { numRuns: 25 },
    );
  });
});
