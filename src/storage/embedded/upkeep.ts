import type { StoreLog } from '../open-store.ts';

const everyMilliseconds = 10 * 60 * 1000;
const everyRuns = 5_000;

/**
 * What a PostgreSQL server does by itself and PGlite does not: it has no autovacuum (plans go wrong as tables grow) and
 * no background checkpoints (the write-ahead log grows without end). Done on a timer, and sooner when much is written.
 */
export interface Upkeep {
  /** To be called for every run of statements. */
  readonly count: () => void;
  readonly stop: () => Promise<void>;
}

export function startUpkeep(run: (sql: string) => Promise<unknown>, log: StoreLog): Upkeep {
  let runs = 0;
  let stopped = false;
  let isAsked = false;
  let working: Promise<void> | null = null;

  const work = async (): Promise<void> => {
    try {
      await run('VACUUM (ANALYZE)');
      await run('CHECKPOINT');
    } catch (error) {
      log.warn({ err: error }, 'The upkeep of the database failed; it is tried again later.');
    }
  };
  const begin = (): void => {
    if (stopped || working || runs === 0) return;
    runs = 0;
    working = work().finally(() => {
      working = null;
    });
  };
  const timer = setInterval(begin, everyMilliseconds).unref();

  return {
    count: () => {
      runs += 1;
      if (runs < everyRuns || isAsked) return;
      // Asked once: statements run without a pause, so thousands may be counted before it is the turn of this, and each
      // would begin the whole work again, since what the work itself runs is counted too.
      isAsked = true;
      setImmediate(() => {
        isAsked = false;
        begin();
      });
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}
