/** How often a delivery is tried before it is given up and shown to the secretariat: a platform may be down for about a day. */
export const mostAttempts = 30;

/**
 * How long to wait before the next try, in milliseconds: 30 s, 1 min, 2 min … up to an hour, with a spread of a fifth so that many
 * deliveries that failed together do not come back together. `spread` is 0 to 1.
 */
export function waitBefore(attempt: number, spread: number): number {
  const base = Math.min(30_000 * 2 ** Math.max(0, attempt - 1), 3_600_000);
  return Math.round(base * (0.9 + 0.2 * spread));
}
