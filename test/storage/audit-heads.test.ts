import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import type { AuditFact } from '../../src/use-cases/ports/audit-records.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { newPartnership, onEveryDatabase, serverDatabase, silentLog } from '../support/database.ts';
import { postgresIsHere } from '../support/postgres-server.ts';
import { morning } from './contract/samples.ts';

const fact: AuditFact = {
  at: morning,
  personId: null,
  platform: 'slack',
  verb: 'update_recorded',
  subject: 'action:IC5:2026-11',
  detail: {},
};

onEveryDatabase((openEmpty) => {
  describe('the audit heads', () => {
    it('are those of every partnership, and follow each write at once', async () => {
      const store = await openEmpty();
      const [one, other] = [await newPartnership(store), await newPartnership(store)];
      const first = await one.audit.append(fact);
      const second = await other.audit.append(fact);

      const before = await store.auditHeads();
      const third = await one.audit.append(fact);
      const after = await store.auditHeads();

      expect(before.get(one.partnershipId)?.hash).toBe(first.hash);
      expect(after.get(one.partnershipId)?.hash).toBe(third.hash);
      expect(after.get(other.partnershipId)?.hash).toBe(second.hash);
    });

    it('are the same object while nothing happens', async () => {
      const store = await openEmpty();
      const partnership = await newPartnership(store);
      await partnership.audit.append(fact);
      const before = await store.auditHeads();
      await partnership.people.all();

      expect(await store.auditHeads()).toBe(before);
    });

    it('are not moved by what is taken back', async () => {
      const store = await openEmpty();
      const partnership = await newPartnership(store);
      await partnership.audit.append(fact);
      const before = await store.auditHeads();

      const broken = partnership.transact(async (records) => {
        await records.audit.append(fact);
        throw new Error('Thought better of it.');
      });

      await expect(broken).rejects.toThrow('Thought better of it.');
      expect(await store.auditHeads()).toBe(before);
    });

    it('show what is being written only once it is committed', async () => {
      const store = await openEmpty();
      const partnership = await newPartnership(store);
      const { hash } = await partnership.audit.append(fact);
      const asked: Promise<string | undefined>[] = [];

      const last = await partnership.transact(async (records) => {
        const entry = await records.audit.append(fact);
        asked.push(store.auditHeads().then((heads) => heads.get(partnership.partnershipId)?.hash));
        return entry;
      });

      expect([hash, last.hash]).toContain(await asked[0]);
      expect((await store.auditHeads()).get(partnership.partnershipId)?.hash).toBe(last.hash);
    });

    it('never tell anybody of a state from before they asked, however many ask and write at once', async () => {
      const store = await openEmpty();
      const partnership = await newPartnership(store);
      const numbers = new Map<string, number>();
      let committed = 0;
      const old: string[] = [];
      const ask = async () => {
        const atLeast = committed;
        const hash = (await store.auditHeads()).get(partnership.partnershipId)?.hash ?? '';
        old.push(
          ...((numbers.get(hash) ?? Infinity) < atLeast ? [`${hash} when ${atLeast} were there`] : []),
        );
      };
      const write = async () => {
        for (let count = 0; count < 25; count += 1) {
          const { sequence, hash } = await partnership.audit.append(fact);
          numbers.set(hash, sequence);
          committed = Math.max(committed, sequence);
          await Promise.all(Array.from({ length: 8 }, ask));
        }
      };

      await Promise.all([write(), write(), write()]);

      expect(old).toEqual([]);
    });
  });
});

describe.skipIf(!postgresIsHere())('two instances on one server', () => {
  const stores: Store[] = [];

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  it('see each other’s committed writes in the very next question', async () => {
    const databaseUrl = await serverDatabase();
    const open = async () => {
      const store = await openStore({ databaseUrl, log: silentLog });
      stores.push(store);
      return store;
    };
    const [here, there] = [await open(), await open()];
    const { partnershipId } = await newPartnership(here);
    const seen: (string | undefined)[] = [];
    const written: string[] = [];

    for (let count = 0; count < 50; count += 1) {
      const { hash } = await there.in(partnershipId).audit.append(fact);
      written.push(hash);
      seen.push((await here.auditHeads()).get(partnershipId)?.hash);
    }

    expect(seen).toEqual(written);
  });
});
