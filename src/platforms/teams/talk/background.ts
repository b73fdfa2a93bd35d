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
          if (cause instanceof TeamsTrouble) {
            log.warn('Teams: an answer could not be shown', { kind: cause.kind, status: cause.status });
          } else log.error('Teams: an answer could not be shown', { cause });
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
