import { createHash } from 'node:crypto';

/** Tokens that were found good a moment ago. */
export interface AcceptedTokens {
  has(header: string, serviceUrl: string): boolean;
  add(header: string, serviceUrl: string): void;
}

/** So long an accepted token is not computed again, in milliseconds: Teams sends the same one for an hour, and its end is allowed 5 minutes anyway. */
const rememberedMs = 60_000;
const mostKept = 500;

/**
 * Remembers for a minute which token was accepted for which address, by its hash; a token that was refused is never remembered.
 * `now` gives milliseconds that only ever grow.
 */
export function acceptedTokens(now: () => number): AcceptedTokens {
  const until = new Map<string, number>();
  const keyOf = (header: string, serviceUrl: string) =>
    createHash('sha256')
      .update(JSON.stringify([header, serviceUrl]))
      .digest('base64');
  return {
    has: (header, serviceUrl) => (until.get(keyOf(header, serviceUrl)) ?? 0) > now(),
    add: (header, serviceUrl) => {
      if (until.size >= mostKept) until.clear();
      until.set(keyOf(header, serviceUrl), now() + rememberedMs);
    },
  };
}
