import type { Clock } from '../../../kit/clock.ts';

/** Slack takes about one message a second in a conversation (https://docs.slack.dev/apis/web-api/rate-limits). */
export const laneGapMs = 1_000;

/** One lane a conversation: in it, one message at a time and a second apart. Lanes do not wait for each other. */
export interface Lanes {
  run<T>(channel: string, work: () => Promise<T>): Promise<T>;
}

export function sendingLanes(clock: Clock, sleep: (ms: number) => Promise<void>): Lanes {
  const lanes = new Map<string, { last: Promise<unknown>; freeAt: number }>();
  return {
    run: async (channel, work) => {
      const lane = lanes.get(channel) ?? { last: Promise.resolve(), freeAt: 0 };
      lanes.set(channel, lane);
      const turn = lane.last.then(async () => {
        const wait = lane.freeAt - clock.now().getTime();
        if (wait > 0) await sleep(Math.min(wait, laneGapMs));
        try {
          return await work();
        } finally {
          lane.freeAt = clock.now().getTime() + laneGapMs;
        }
      });
      const settled = turn.catch(() => undefined);
      lane.last = settled;
      // Lanes that are still do not pile up.
      void settled.then(() => {
        if (lane.last === settled && lanes.size > 1_000) lanes.delete(channel);
      });
      return turn;
    },
  };
}
