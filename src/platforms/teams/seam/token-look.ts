/**
 * Whether a header could hold a token of the Teams channel at all: one bearer token, signed with RS256, from that issuer.
 * What could not is turned away before anything is computed or fetched; tokens of other bots and of the emulator, which are
 * not bound to an address, are never looked at.
 */
export function looksLikeChannelToken(header: string, issuer: string): boolean {
  const parts = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(header);
  if (header.length > 8_192 || parts?.[1] === undefined || parts[2] === undefined) return false;
  return claim(parts[1], 'alg') === 'RS256' && claim(parts[2], 'iss') === issuer;
}

function claim(part: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === name)?.[1]
      : undefined;
  } catch {
    return undefined;
  }
}
