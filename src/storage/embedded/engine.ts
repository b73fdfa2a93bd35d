import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { StoreLog } from '../open-store.ts';
import { StorageTrouble, troubleBehind } from '../storage-trouble.ts';
import { watchReady } from './ready-watch.ts';

/**
 * PGlite switches fsync off (-F) and takes large buffers; a database that keeps its promises in little memory does neither. The
 * progress report of a start is a timer that outlives a start that fails, and would keep the process from ending.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'shared_buffers=16MB',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'log_startup_progress_interval=0',
];

/**
 * The database inside this process. When it stops of itself (PostgreSQL panics when it cannot write its log, on a full disk)
 * the next run starts it again, and it recovers what was acknowledged, as a server's postmaster would see to.
 */
export interface Engine {
  /**
   * Runs messages of PostgreSQL's protocol that end in a Query or a Sync, and hands on the answer as it comes. Gives the
   * status after it: `I` idle, `T` in a transaction, `E` in a failed one. Throws when the database stopped meanwhile.
   */
  run(messages: Uint8Array, onAnswer: (piece: Buffer) => void): Promise<string>;
  /** False after it stopped, until the next run. */
  runs(): boolean;
  /** A tar of the database's files, for a template. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What one start needs. */
export interface EngineStart {
  readonly options: PGliteOptions;
  /** Lets go of what a database that stopped still holds. */
  readonly letGo: () => void;
}

/** How long a database that would not start is left alone before it is tried again, in milliseconds. */
const restAfterTrouble = 1_000;

/** `next` is asked for at every start; null means that it cannot be started again (a database in memory). */
export async function startEngine(
  place: string,
  next: () => EngineStart | null,
  log: StoreLog,
): Promise<Engine> {
  let running: Running | null = await start(place, next(), log);
  let resting: Error | null = null;

  const awake = async (): Promise<Running> => {
    if (running) return running;
    if (resting !== null) throw resting;
    try {
      running = await start(place, next(), log);
      return running;
    } catch (error) {
      // Every query would try again otherwise, and each try holds the whole process up.
      resting = error instanceof Error ? error : new Error(String(error));
      setTimeout(() => {
        resting = null;
      }, restAfterTrouble).unref();
      throw resting;
    }
  };

  const stopped = (error: unknown): Error => {
    log.warn({ reason: wordsOf(error) }, 'The database stopped; it is started again when it is next needed.');
    running?.letGo();
    running = null;
    return troubleBehind(error) ?? new Error('The database stopped before it answered.', { cause: error });
  };

  return {
    async run(messages, onAnswer) {
      const { database } = await awake();
      const ready = watchReady();
      const exitCode = process.exitCode;
      try {
        // The streaming call, because the other ones keep every answer in memory for good (PGlite 0.5).
        await database.execProtocolRawStream(messages, {
          onRawData: (data) => {
            ready.see(data);
            // A copy: what is handed over is a view of the database's own memory.
            onAnswer(Buffer.from(data));
          },
        });
      } catch (error) {
        process.exitCode = exitCode;
        throw stopped(error);
      }
      const status = ready.status();
      if (status === null) throw stopped(new Error('It ended without being ready for more.'));
      return status;
    },
    runs: () => running !== null,
    async dump() {
      const { database } = await awake();
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
    },
    async close() {
      await running?.database.close();
      running = null;
    },
  };
}

interface Running {
  readonly database: PGlite;
  readonly letGo: () => void;
}

async function start(place: string, next: EngineStart | null, log: StoreLog): Promise<Running> {
  if (next === null) throw new Error('The database in memory stopped, and what it held is gone.');
  const complaints: string[] = [];
  const listen = (text: string): boolean => {
    if (!/\b(ERROR|FATAL|PANIC)\b/.test(text)) return true;
    if (complaints.length < 20) complaints.push(text);
    log.warn({ database: text.trim() }, 'The database complained.');
    return true;
  };
  const exitCode = process.exitCode;
  try {
    const options = { startParams, onStdout: listen, onStderr: listen, ...next.options };
    return { database: await PGlite.create(options), letGo: next.letGo };
  } catch (error) {
    process.exitCode = exitCode;
    next.letGo();
    const said = [...complaints, wordsOf(error)].join(' ');
    throw (
      troubleBehind(error) ??
      troubleBehind(new Error(said)) ??
      new StorageTrouble(
        'damaged',
        `The database in the data folder ${place} does not start. Bring back the newest backup, or set BCP_DATA_DIR to an empty folder and run "bcp import all". It said: ${said}`,
        error,
      )
    );
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
