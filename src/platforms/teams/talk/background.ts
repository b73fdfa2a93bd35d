import type { Log } from '../../../kit/log.ts';
import { TeamsTrouble } from '../seam/trouble.ts';

/** Work that goes on after Teams has had its answer. */
export interface Background {
  start(work: () => Promise<void>): void;
  /** Ends when everything that was started has ended. */
  settled(): Promise<void>;
}

export function background(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    start: (work) => {
      const run: Promise<void> = work()
        .catch((cause: unknown) => {
          if (cause instanceof TeamsTrouble) logNotShown(log, cause);
          else log.error('Teams: an answer could not be shown', { cause });
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Nobody can be told: this is all that is left of it. */
export function logNotShown(log: Log, { kind, status }: TeamsTrouble): void {
  log.warn('Teams: an answer could not be shown', { kind, status });
}
