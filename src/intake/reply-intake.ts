import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { ClaimedReply, ReplyReader, ReplyStore } from '../use-cases/ports/reply-records.ts';
import { readReplies } from './read-replies.ts';

/** The reading of replies as it goes on: woken by each that is put by, and looking by itself for those that were left. */
export interface ReplyIntake {
  /** From now on replies of this reader's platform are read. */
  serve(reader: ReplyReader): void;
  readonly wake: () => void;
  /** Ends when nothing is being read and nothing is due. */
  settled(): Promise<void>;
  /** Finishes what is being read, and begins nothing new. */
  stop(): Promise<void>;
}

/** Reading waits until nobody has written for so long, and at most so long in all, in milliseconds. */
const calmMs = 10;
const mostCalmMs = 1_000;
/** How often it is seen whether a reply is to be tried again, in milliseconds. */
const roundMs = 2_000;

export function replyIntake(deps: {
  readonly replies: ReplyStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly tellUnread: (reply: ClaimedReply) => Promise<void>;
}): ReplyIntake {
  const readers: ReplyReader[] = [];
  let reading: Promise<void> | null = null;
  let isWoken = false;
  let isStopped = false;
  let wokenAt = 0;
  let timer: NodeJS.Timeout | null = null;

  /** Platforms wait three seconds for being told that a reply was taken, and people longer for what came of it: so taking goes first. */
  const goesOn = async () => {
    const begun = performance.now();
    while (!isStopped && performance.now() - wokenAt < calmMs && performance.now() - begun < mostCalmMs)
      await sleep(calmMs);
    return !isStopped;
  };
  const readAll = async () => {
    while (isWoken && !isStopped) {
      isWoken = false;
      await readReplies({ ...deps, readers, goesOn }).catch((cause: unknown) =>
        deps.log.error('The replies that wait could not be looked for', { cause }),
      );
    }
  };
  const wake = () => {
    isWoken = true;
    wokenAt = performance.now();
    if (reading || isStopped || readers.length === 0) return;
    reading = readAll().finally(() => {
      reading = null;
      if (isWoken) wake();
    });
  };
  return {
    serve: (reader) => {
      readers.push(reader);
      timer ??= setInterval(wake, roundMs).unref();
      wake();
    },
    wake,
    settled: async () => {
      wake();
      while (reading) await reading;
    },
    stop: async () => {
      isStopped = true;
      if (timer) clearInterval(timer);
      while (reading) await reading;
    },
  };
}
