import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import { builtTemplatePath, openStore } from '../../src/storage/open-store.ts';
import { makeTemplate } from '../../src/storage/make-template.ts';
import { programFolder } from '../../src/storage/migrate/migration-files.ts';
import type { PartnershipStore, Store } from '../../src/use-cases/ports/store.ts';
import { databaseAt, onServer, postgresIsHere, serverAddress } from './postgres-server.ts';

export const silentLog = { warn: () => undefined };

const opened: Store[] = [];

/** A fresh, empty store in memory: under half a second each. Closed by itself after the test that opened it. */
export async function testStore(): Promise<Store> {
  return remembered(await openStore({ memory: true, templatePath: await templatePath(), log: silentLog }));
}

/** The same for a store that lives as long as a whole suite: whoever opens it closes it. */
export async function longLivedTestStore(): Promise<Store> {
  return openStore({ memory: true, templatePath: await templatePath(), log: silentLog });
}

/** A fresh, empty database on the real PostgreSQL server, already migrated unless told otherwise. */
export async function serverDatabase(state: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const address = await serverAddress(inject('postgresFolder'));
  const name = newDatabaseName();
  if (state === 'empty') {
    await onServer(address, `CREATE DATABASE ${name}`);
  } else {
    await onServer(address, `CREATE DATABASE ${name} TEMPLATE ${await serverTemplate(address)}`);
  }
  return databaseAt(address, name);
}

/** Runs a suite on both databases that bcp runs on; `openStore` gives a fresh store, closed after the test. */
export function onEveryDatabase(suite: (openStore: () => Promise<Store>, name: DatabaseName) => void): void {
  describe('on the embedded database', () => {
    suite(testStore, 'embedded');
  });
  describe.skipIf(!postgresIsHere())('on a PostgreSQL server', () => {
    suite(async () => remembered(await openServerStore()), 'server');
  });
}

/** The same with one store for the whole suite and a new partnership for each test: quicker, where that is enough. */
export function withPartnershipOnEveryDatabase(
  suite: (
    place: { readonly store: Store; readonly partnership: PartnershipStore },
    name: DatabaseName,
  ) => void,
): void {
  const withShared = (open: () => Promise<Store>, name: DatabaseName): void => {
    let store: Store | undefined;
    let partnership: PartnershipStore | undefined;
    beforeAll(async () => {
      store = await open();
    });
    beforeEach(async () => {
      partnership = store && (await newPartnership(store));
    });
    afterAll(async () => {
      await store?.close();
    });
    const place = {
      get store() {
        return there(store);
      },
      get partnership() {
        return there(partnership);
      },
    };
    suite(place, name);
  };
  describe('on the embedded database', () => {
    withShared(longLivedTestStore, 'embedded');
  });
  describe.skipIf(!postgresIsHere())('on a PostgreSQL server', () => {
    withShared(openServerStore, 'server');
  });
}

export type DatabaseName = 'embedded' | 'server';

/** Adds a partnership that nobody else in the database is. */
export async function newPartnership(store: Store): Promise<PartnershipStore> {
  const id = randomUUID();
  await store.addPartnership({
    id,
    code: id,
    name: 'Testing Partnership',
    createdAt: new Date('2026-01-05T09:00:00Z'),
  });
  return store.in(id);
}

async function openServerStore(): Promise<Store> {
  return openStore({ databaseUrl: await serverDatabase(), log: silentLog });
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The store is opened before the first test of the suite.');
  return value;
}

const databases: string[] = [];

function newDatabaseName(): string {
  const name = `bcp_${randomUUID().replaceAll('-', '')}`;
  databases.push(name);
  return name;
}

/** A server of the test run's own goes with everything in it; one that was lent is left as it was. */
afterAll(async () => {
  const lent = process.env['BCP_TEST_DATABASE_URL'];
  if (lent === undefined) return;
  for (const name of databases.splice(0))
    await onServer(lent, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

function remembered(store: Store): Store {
  opened.push(store);
  return store;
}

/** The template of the build when it fits these migrations, else one that is made once and kept. */
export async function templatePath(): Promise<string> {
  const built = builtTemplatePath();
  if (existsSync(built)) return built;
  const kept = builtTemplatePath(join(programFolder, 'node_modules', '.cache', 'bcp'));
  if (!existsSync(kept)) await makeTemplate(kept);
  return kept;
}

let madeServerTemplate: Promise<string> | undefined;

/** A migrated database of this test file, copied for each test: quicker than migrating each. */
async function serverTemplate(address: string): Promise<string> {
  madeServerTemplate ??= (async () => {
    const name = newDatabaseName();
    await onServer(address, `CREATE DATABASE ${name}`);
    const store = await openStore({ databaseUrl: databaseAt(address, name), log: silentLog });
    await store.close();
    return name;
  })();
  return madeServerTemplate;
}
