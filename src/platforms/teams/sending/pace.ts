/**
 * Keeps bcp below what Teams takes, so that it is hardly ever told to wait: 7 a second and 60 in 30 seconds for each
 * conversation, 50 a second for each tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export interface Pace {
  /** Ends when the next call may be made. False when that would take longer than a caller should wait. */
  turn(tenantId: string, conversation: string): Promise<boolean>;
}

interface Limit {
  readonly calls: number;
  readonly ms: number;
}

const perConversation: readonly Limit[] = [
  { calls: 7, ms: 1_000 },
  { calls: 60, ms: 30_000 },
];
// Below 50, since another instance may be sending as well; and evenly, since a burst that arrives late counts in the next second.
const perTenant: readonly Limit[] = [
  { calls: 42, ms: 1_000 },
  { calls: 8, ms: 180 },
];

/** Longer than this, and the delivery had better come back later. */
const longestWait = 20_000;

export interface PaceClock {
  /** Milliseconds that only ever grow. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const steadyClock: PaceClock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

export function pace(clock: PaceClock): Pace {
  const calls = new Map<string, number[]>();

  const freeAt = (key: string, limits: readonly Limit[], now: number): number => {
    const made = calls.get(key) ?? [];
    return Math.max(
      now,
      ...limits.map(({ calls: most, ms }) => {
        const nth = made.at(-most);
        return nth === undefined ? now : nth + ms;
      }),
    );
  };
  const book = (key: string, at: number): void => {
    const made = (calls.get(key) ?? []).filter((each) => each > at - 30_000);
    calls.set(
      key,
      [...made, at].sort((a, b) => a - b),
    );
    if (calls.size > 5_000) {
      for (const [name, each] of calls) if ((each.at(-1) ?? 0) < at - 30_000) calls.delete(name);
    }
  };

  return {
    turn: async (tenantId, conversation) => {
      const now = clock.now();
      const lane = `${tenantId} ${conversation}`;
      const at = Math.max(freeAt(tenantId, perTenant, now), freeAt(lane, perConversation, now));
      if (at - now > longestWait) return false;
      book(tenantId, at);
      book(lane, at);
      if (at > now) await clock.sleep(at - now);
      return true;
    },
  };
}
