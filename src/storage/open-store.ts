import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../use-cases/ports/store.ts';
import type { Database } from './database.ts';
import { embeddedPostgresVersion } from './embedded/data-folder.ts';
import { applyMigrations } from './migrate/apply-migrations.ts';
import { migrationsKey, programFolder, readMigrations } from './migrate/migration-files.ts';
import { openServer } from './open-server.ts';
import { StorageTrouble } from './storage-trouble.ts';
import { storeOn } from './store.ts';

/** Where the store complains; a pino logger fits. */
export interface StoreLog {
  warn(detail: object, words: string): void;
}

export interface OpenStoreOptions {
  /** A PostgreSQL server, as a connection string. It comes before the other two. */
  readonly databaseUrl?: string | undefined;
  /** A folder of this machine in which the database is kept, run inside this process. */
  readonly dataDir?: string | undefined;
  /** A database that goes with the process. */
  readonly memory?: boolean | undefined;
  /** An empty, migrated database to begin from; by default the one that was made with the build, when it is there. */
  readonly templatePath?: string | undefined;
  readonly log: StoreLog;
}

/**
 * Opens the database, brings its schema up to date and gives the store. Throws `StorageTrouble` with a sentence for the
 * person who starts the program when the database cannot be used.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const database = await openDatabase(options);
  try {
    await applyMigrations(database.pool, readMigrations());
    await refuseOtherZones(database);
    return storeOn(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openDatabase({
  databaseUrl,
  dataDir,
  memory,
  templatePath,
  log,
}: OpenStoreOptions): Promise<Database> {
  if (databaseUrl !== undefined) return openServer(databaseUrl, log);
  const template = templatePath ?? builtTemplatePath();
  const usable = existsSync(template) ? template : null;
  // Loaded only where it is used: the database in the process takes 37 MB before it is opened.
  const { openFolder, openMemory } = await import('./embedded/open-embedded.ts');
  if (memory === true) return openMemory(usable, log);
  if (dataDir !== undefined) return openFolder(dataDir, usable, log);
  throw new Error('The store needs a databaseUrl, a dataDir or memory.');
}

/** The template that belongs to these migrations; one of other migrations has another name and is passed over. */
export function builtTemplatePath(folder: string = join(programFolder, 'dist')): string {
  return join(folder, `template-database-${migrationsKey(readMigrations(), embeddedPostgresVersion)}.tar`);
}

/** Prisma writes and reads instants without their offset: in any other zone every time would silently be another one. */
async function refuseOtherZones(database: Database): Promise<void> {
  const answer = await database.pool.query<{ TimeZone: string }>('SHOW TimeZone');
  const zone = answer.rows[0]?.TimeZone ?? 'unknown';
  if (['UTC', 'Etc/UTC', 'GMT'].includes(zone)) return;
  throw new StorageTrouble(
    'not_utc',
    `The database answers in the time zone ${zone} although bcp asked for UTC. Run: ALTER ROLE the_role_of_bcp SET timezone = 'UTC'.`,
  );
}
