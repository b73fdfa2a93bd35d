import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { StorageTrouble, troubleBehind } from '../storage-trouble.ts';
import type { Migration } from './migration-files.ts';

/** The lock that Prisma's own engine takes, so that it and bcp never migrate at once. */
const migrationLock = 72707369;

/** Prisma's table, as its engine makes it: `prisma migrate` reads and continues this history. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Brings the database up to this program's schema and gives the names of what was applied. Each migration is one
 * transaction, whole or not at all, under a lock: of several programs that start at once one works and the others wait.
 * Refuses a database that a newer program has changed, or whose history is not this program's.
 */
export async function applyMigrations(
  pool: pg.Pool,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const applied: string[] = [];
  const client = await pool.connect();
  try {
    for (;;) {
      const next = await applyNext(client, migrations);
      if (next === null) return applied;
      applied.push(next);
    }
  } finally {
    client.release();
  }
}

/** Applies the first pending migration; null when there is none. */
async function applyNext(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const next = nextPending(migrations, await readHistory(client));
    if (next) await applyOne(client, next);
    await client.query('COMMIT');
    return next?.name ?? null;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function readHistory(client: pg.PoolClient): Promise<readonly AppliedMigration[]> {
  const table = await client.query<{ there: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`,
  );
  if (table.rows[0]?.there !== true) {
    await client.query(historyTable);
    return [];
  }
  const history = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return history.rows;
}

function nextPending(
  migrations: readonly Migration[],
  history: readonly AppliedMigration[],
): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished } of history) {
    const ours = known.get(name);
    if (!ours) {
      throw new StorageTrouble(
        'newer_database',
        `The database is newer than this bcp: it has the migration ${name}, which this bcp does not know. Start the newer bcp, or bring back the backup from before it.`,
      );
    }
    if (!finished) {
      throw new StorageTrouble(
        'failed_migration',
        `The migration ${name} was begun on this database by another tool and did not end. Bring back the newest backup, or settle it with "prisma migrate resolve".`,
      );
    }
    if (ours.checksum !== checksum) {
      throw new StorageTrouble(
        'edited_migration',
        `The migration ${name} is not the one that was applied to this database: its file was changed afterwards. Put back the original file.`,
      );
    }
  }
  const applied = new Set(history.map((row) => row.migration_name));
  return migrations.find((migration) => !applied.has(migration.name));
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw (
      troubleBehind(error) ??
      new StorageTrouble(
        'failed_migration',
        `The migration ${migration.name} failed and was undone; the database is as it was. It said: ${error instanceof Error ? error.message : String(error)}`,
        error,
      )
    );
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}
