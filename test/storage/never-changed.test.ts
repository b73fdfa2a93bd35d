import { expect, it } from 'vitest';
import pg from 'pg';
import { openStore } from '../../src/storage/open-store.ts';
import { openMemory } from '../../src/storage/embedded/open-embedded.ts';
import { storeOn } from '../../src/storage/store.ts';
import { newPartnership, serverDatabase, silentLog, templatePath } from '../support/database.ts';
import { postgresIsHere } from '../support/postgres-server.ts';
import { digest, moderation, morning, revision, update, value } from './contract/samples.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';

type Ask = (sql: string) => Promise<unknown>;

/** One row in every table that is only ever added to. */
async function fill(store: Store): Promise<void> {
  const records = await newPartnership(store);
  await records.updates.add(update);
  await records.values.add(value);
  await records.moderations.add(moderation);
  await records.plans.add(revision);
  await records.digests.add(digest);
  await records.audit.append({
    at: morning,
    personId: null,
    platform: 'cli',
    verb: 'closed',
    subject: 'cycle',
    detail: {},
  });
}

async function expectRefusals(ask: Ask): Promise<void> {
  const tables = {
    ActionUpdate: 'An update is never changed or removed; add a new version instead.',
    MeasureValue: 'A value is never changed or removed; add a new version instead.',
    Moderation: 'A moderation is never changed or removed; add a new version instead.',
    AuditEntry: 'An entry of the audit chain is never changed or removed.',
  };
  for (const [table, words] of Object.entries(tables)) {
    await expect(ask(`UPDATE "${table}" SET "partnershipId" = "partnershipId"`)).rejects.toThrow(words);
    await expect(ask(`DELETE FROM "${table}"`)).rejects.toThrow(words);
    await expect(ask(`TRUNCATE "${table}"`)).rejects.toThrow(words);
  }
  await expect(ask(`UPDATE "PlanRevision" SET "plan" = '{}'`)).rejects.toThrow(
    'A plan revision is never changed',
  );
  await expect(ask(`UPDATE "Digest" SET "document" = '{}'`)).rejects.toThrow(
    'The paper of a digest is never changed',
  );
  await expect(ask(`DELETE FROM "Digest"`)).rejects.toThrow('A digest is never removed');
}

it('the embedded database refuses to change what was said, whoever asks', async () => {
  const database = await openMemory(await templatePath(), silentLog);
  const store = storeOn(database);
  await fill(store);

  await expectRefusals((sql) => database.pool.query(sql));

  await store.close();
});

it.skipIf(!postgresIsHere())(
  'a PostgreSQL server refuses to change what was said, whoever asks',
  async () => {
    const databaseUrl = await serverDatabase();
    const store = await openStore({ databaseUrl, log: silentLog });
    await fill(store);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();

    await expectRefusals((sql) => client.query(sql));

    await client.end();
    await store.close();
  },
);
