import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import type { Database } from '../database.ts';
import type { StoreLog } from '../open-store.ts';
import { databaseFolder, prepareDataFolder } from './data-folder.ts';
import { DurableFiles } from './durable-files.ts';
import { startEngine, type Engine } from './engine.ts';
import { lockFolder } from './folder-lock.ts';
import { InProcessConnection } from './in-process-connection.ts';
import { makeTurnstile } from './turnstile.ts';
import { startUpkeep } from './upkeep.ts';

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
    const next = () => {
      const fs = new DurableFiles(folder);
      return { options: { fs }, letGo: () => fs.letGo() };
    };
    return joined(await startEngine(dataFolder, next, log), log, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Opens a database that lives in memory and goes with the process: for rehearsals of a whole year and for tests. */
export async function openMemory(templatePath: string | null, log: StoreLog): Promise<Database> {
  const template = templatePath !== null && existsSync(templatePath) ? readFileSync(templatePath) : null;
  let first = true;
  const onlyOnce = () => {
    if (!first) return null;
    first = false;
    return { options: template ? { loadDataDir: new Blob([template]) } : {}, letGo: () => undefined };
  };
  return joined(await startEngine('in memory', onlyOnce, log), log, () => Promise.resolve());
}

function joined(engine: Engine, log: StoreLog, unlock: () => Promise<void>): Database {
  const turns = makeTurnstile();
  const upkeep = startUpkeep((sql) => pool.query(sql), log);
  let begun = 0;
  const onRun = () => {
    begun += 1;
    upkeep.count();
  };
  const pool = new pg.Pool({
    max: 4,
    idleTimeoutMillis: 0,
    ssl: false,
    user: 'postgres',
    database: 'postgres',
    password: '',
    stream: () => new InProcessConnection(engine, turns, onRun),
  });
  pool.on('error', (error) => {
    // Only the words: the error of `pg` carries the whole connection.
    log.warn({ reason: error.message }, 'A connection to the database was lost.');
  });
  return {
    pool,
    dump: () => engine.dump(),
    begunRuns: () => begun,
    async close() {
      await upkeep.stop();
      await pool.end();
      try {
        await engine.close();
      } finally {
        await unlock();
      }
    },
  };
}
