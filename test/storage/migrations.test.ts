import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openMemory } from '../../src/storage/embedded/open-embedded.ts';
import { applyMigrations } from '../../src/storage/migrate/apply-migrations.ts';
import { migrationsKey, readMigrations, type Migration } from '../../src/storage/migrate/migration-files.ts';
import { openServer } from '../../src/storage/open-server.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { serverDatabase, silentLog, templatePath } from '../support/database.ts';
import { postgresIsHere } from '../support/postgres-server.ts';

const ours = readMigrations();

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: `checksum of ${sql}`.padEnd(64, '.').slice(0, 64) };
}

async function tables(database: Database): Promise<readonly string[]> {
  const answer = await database.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  return answer.rows.map(({ name }) => name);
}

async function embedded(): Promise<Database> {
  return openMemory(await templatePath(), silentLog);
}

async function server(): Promise<Database> {
  const database = await openServer(await serverDatabase('empty'), silentLog);
  await applyMigrations(database.pool, ours);
  return database;
}

const databases = [
  { name: 'the embedded database', open: embedded, here: true },
  { name: 'a PostgreSQL server', open: server, here: postgresIsHere() },
];

describe.each(databases.filter(({ here }) => here))('migrations on $name', ({ open }) => {
  it('run twice are run once', async () => {
    const database = await open();

    const again = await applyMigrations(database.pool, ours);

    const history = await database.pool.query(
      'SELECT migration_name, checksum FROM "_prisma_migrations" ORDER BY 1',
    );
    expect(again).toEqual([]);
    expect(history.rows).toEqual(ours.map(({ name, checksum }) => ({ migration_name: name, checksum })));
    await database.close();
  });

  it('that are new are applied in order, and only they', async () => {
    const database = await open();
    const later = [
      ...ours,
      migration('20990101_a', 'CREATE TABLE a (x int)'),
      migration('20990102_b', 'ALTER TABLE a ADD y int'),
    ];

    const applied = await applyMigrations(database.pool, later);

    expect(applied).toEqual(['20990101_a', '20990102_b']);
    await database.close();
  });

  it('that fail leave nothing behind, and are tried again by the next start', async () => {
    const database = await open();
    const before = await tables(database);
    const broken = [
      ...ours,
      migration('20990101_broken', 'CREATE TABLE half (x int); SELECT no_such_function();'),
    ];
    const mended = [...ours, migration('20990101_broken', 'CREATE TABLE whole (x int)')];

    const failed = applyMigrations(database.pool, broken);

    await expect(failed).rejects.toMatchObject({
      kind: 'failed_migration',
      message: expect.stringContaining(
        '20990101_broken failed and was undone; the database is as it was',
      ) as string,
    });
    expect(await tables(database)).toEqual(before);
    expect(await applyMigrations(database.pool, mended)).toEqual(['20990101_broken']);
    await database.close();
  });

  it('refuse a database that a newer bcp has changed', async () => {
    const database = await open();
    await applyMigrations(database.pool, [
      ...ours,
      migration('20990101_future', 'CREATE TABLE future (x int)'),
    ]);

    const older = applyMigrations(database.pool, ours);

    await expect(older).rejects.toMatchObject({
      kind: 'newer_database',
      message: expect.stringContaining('newer than this bcp: it has the migration 20990101_future') as string,
    });
    await database.close();
  });

  it('refuse a database whose history is not what the files say', async () => {
    const database = await open();
    const edited = ours.map((known, index) =>
      index === 0 ? migration(known.name, `${known.sql} -- edited`) : known,
    );

    await expect(applyMigrations(database.pool, edited)).rejects.toMatchObject({ kind: 'edited_migration' });
    await database.close();
  });

  it('refuse a database on which another tool left one unfinished, and pass over one that was rolled back', async () => {
    const database = await open();
    const insert = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, rolled_back_at) VALUES`;
    const next = migration('20990101_next', 'CREATE TABLE next (x int)');
    await database.pool.query(`${insert} ('1', 'c', '20990101_next', now())`);

    const passed = await applyMigrations(database.pool, [...ours, next]);
    await database.pool.query(`${insert} ('2', 'c', '20990102_half', NULL)`);
    const refused = applyMigrations(database.pool, [...ours, next, migration('20990102_half', 'SELECT 1')]);

    expect(passed).toEqual(['20990101_next']);
    await expect(refused).rejects.toMatchObject({ kind: 'failed_migration' });
    await database.close();
  });
});

describe.skipIf(!postgresIsHere())('several programs that start at once on one empty server', () => {
  it('migrate it once, and all of them run', async () => {
    const databaseUrl = await serverDatabase('empty');

    const stores = await Promise.all(
      Array.from({ length: 4 }, () => openStore({ databaseUrl, log: silentLog })),
    );

    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const history = await client.query('SELECT migration_name FROM "_prisma_migrations"');
    expect(history.rows).toHaveLength(ours.length);
    await client.end();
    for (const store of stores) await store.close();
  });
});

describe('a template', () => {
  it('has another name when a migration or the PostgreSQL version is another', () => {
    const keys = [
      migrationsKey(ours, '18'),
      migrationsKey(ours, '19'),
      migrationsKey(ours.slice(1), '18'),
      migrationsKey([...ours, migration('x', 'SELECT 1')], '18'),
    ];

    expect(new Set(keys).size).toBe(4);
    expect(migrationsKey(readMigrations(), '18')).toBe(keys[0]);
  });
});
