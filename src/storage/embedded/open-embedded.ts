import { existsSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../database.ts';
import type { StoreLog } from '../open-store.ts';
import { StorageTrouble, troubleBehind } from '../storage-trouble.ts';
import { databaseFolder, prepareDataFolder } from './data-folder.ts';
import { DurableFiles } from './durable-files.ts';
import { lockFolder } from './folder-lock.ts';
import { InProcessConnection } from './in-process-connection.ts';
import { startUpkeep } from './upkeep.ts';
import { makeTurnstile } from './turnstile.ts';

/** PGlite switches fsync off (-F) and takes large buffers; a server that keeps promises in little memory does neither. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'shared_buffers=16MB',
  '-c',
  'wal_sync_method=fsync',
];

/** Opens the database in a folder of this machine, inside this process. The folder is held for this process alone. */
export async function openFolder(
  dataDir: string,
  templatePath: string | null,
  log: StoreLog,
): Promise<Database> {
  const dataFolder = prepareDataFolder(dataDir);
  const unlock = await lockFolder(dataFolder);
  try {
    const folder = databaseFolder(dataFolder, templatePath);
    const database = await start(dataFolder, () =>
      PGlite.create({ fs: new DurableFiles(folder), startParams, ...quiet(log) }),
    );
    return joined(database, log, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Opens a database that lives in memory and goes with the process: for rehearsals of a whole year and for tests. */
export async function openMemory(templatePath: string | null, log: StoreLog): Promise<Database> {
  const template = templatePath !== null && existsSync(templatePath) ? readFileSync(templatePath) : null;
  const database = await start('in memory', () =>
    PGlite.create({ ...(template && { loadDataDir: new Blob([template]) }), startParams, ...quiet(log) }),
  );
  return joined(database, log, () => Promise.resolve());
}

async function start(place: string, create: () => Promise<PGlite>): Promise<PGlite> {
  try {
    return await create();
  } catch (error) {
    const trouble = troubleBehind(error);
    if (trouble) throw trouble;
    throw new StorageTrouble(
      'damaged',
      `The database in the data folder ${place} does not start. Bring back the newest backup, or start with an empty folder ` +
        `(BCP_DATA_DIR) and run "bcp import all". The database said: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

function quiet(log: StoreLog): { onStdout: (text: string) => boolean; onStderr: (text: string) => boolean } {
  const keep = (text: string): boolean => {
    if (/\b(ERROR|FATAL|PANIC)\b/.test(text)) log.warn({ database: text }, 'The database complained.');
    return true;
  };
  return { onStdout: keep, onStderr: keep };
}

function joined(database: PGlite, log: StoreLog, unlock: () => Promise<void>): Database {
  const turns = makeTurnstile();
  const upkeep = startUpkeep((sql) => pool.query(sql), log);
  const pool = new pg.Pool({
    max: 4,
    idleTimeoutMillis: 0,
    ssl: false,
    user: 'postgres',
    database: 'postgres',
    password: '',
    stream: () => new InProcessConnection(database, turns, upkeep.count),
  });
  return {
    pool,
    embedded: database,
    async close() {
      await upkeep.stop();
      await pool.end();
      try {
        await database.close();
      } finally {
        await unlock();
      }
    },
  };
}
