/**
 * Keeps bcp below what Teams takes, so that it is hardly ever told to wait: 7 in a second, 8 in two, 60 in 30 seconds and 1,800 in an hour
 * for each conversation, 50 a second for each tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export interface Pace {
  /** Ends when the next call may be made. False when that would take longer than a caller should wait, or than `mostMs`. */
  turn(tenantId: string, conversation: string, mostMs?: number): Promise<boolean>;
  /**
   * For an answer to somebody who waits for it: at once, and what is sent from the outbox makes room for it. Only when Teams
   * has lately asked for patience in this tenant does an answer wait as well.
   */
  answer(tenantId: string, conversation: string): Promise<boolean>;
  /** Teams asked to wait: ends when the same call may be tried again. Until then nothing else of the outbox goes to this tenant. */
  patience(tenantId: string, waitMs: number): Promise<void>;
  /** The time by which all of this is counted, in milliseconds that only ever grow. */
  now(): number;
}

interface Limit {
  readonly calls: number;
  readonly ms: number;
}

const perConversation: readonly Limit[] = [
  { calls: 7, ms: 1_000 },
  { calls: 8, ms: 2_000 },
  { calls: 60, ms: 30_000 },
  { calls: 1_800, ms: 3_600_000 },
];
// Below 50, since another instance may be sending as well; and evenly, since a burst that arrives late counts in the next second.
const perTenant: readonly Limit[] = [
  { calls: 44, ms: 1_000 },
  { calls: 8, ms: 180 },
];

/** Longer than this, and the delivery had better come back later. */
const longestWait = 20_000;
/** So many conversations are remembered; of more, those in which nothing has been said for half a minute and little before are let go. */
const mostRemembered = 5_000;
const idleMs = 30_000;
const little = 60;
/** So long after Teams asked to wait, answers wait for their turn too. */
const carefulMs = 10_000;

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
  const carefulUntil = new Map<string, number>();
  const heldUntil = new Map<string, number>();

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
  const book = (key: string, at: number, limits: readonly Limit[]): void => {
    const made = calls.get(key) ?? [];
    const counted = Math.max(...limits.map(({ ms }) => ms));
    while ((made[0] ?? at) < at - counted) made.shift();
    // Times come nearly in order; the last few are the only ones that may have to make room.
    let place = made.length;
    while (place > 0 && (made[place - 1] ?? 0) > at) place -= 1;
    made.splice(place, 0, at);
    calls.set(key, made);
    if (calls.size <= mostRemembered) return;
    for (const [name, each] of calls)
      if (each.length < little && (each.at(-1) ?? 0) < at - idleMs) calls.delete(name);
  };
  const bookBoth = (tenantId: string, lane: string, at: number): void => {
    book(tenantId, at, perTenant);
    book(lane, at, perConversation);
  };
  const turn = async (tenantId: string, conversation: string, mostMs = longestWait): Promise<boolean> => {
    const now = clock.now();
    const lane = `${tenantId} ${conversation}`;
    const at = Math.max(
      freeAt(tenantId, perTenant, now),
      freeAt(lane, perConversation, now),
      heldUntil.get(tenantId) ?? 0,
    );
    if (at - now > Math.min(longestWait, mostMs)) return false;
    bookBoth(tenantId, lane, at);
    if (at > now) await clock.sleep(at - now);
    return true;
  };

  return {
    turn,
    answer: async (tenantId, conversation) => {
      const now = clock.now();
      if ((carefulUntil.get(tenantId) ?? 0) > now) return turn(tenantId, conversation);
      bookBoth(tenantId, `${tenantId} ${conversation}`, now);
      return true;
    },
    patience: (tenantId, waitMs) => {
      const until = clock.now() + waitMs;
      heldUntil.set(tenantId, Math.max(until, heldUntil.get(tenantId) ?? 0));
      carefulUntil.set(tenantId, until + carefulMs);
      return clock.sleep(waitMs);
    },
    now: () => clock.now(),
  };
}
