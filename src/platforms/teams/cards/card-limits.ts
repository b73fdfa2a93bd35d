/**
 * What one message may weigh as it goes over the line. Teams takes about 100 KB counted in UTF-16 units, but people have
 * met refusals from 40 KB of UTF-8 on; 28 KB is what every way into Teams takes.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const mostBytes = 28 * 1024;
export const mostUnits = 38_000;

/** Kept free for what goes around a card in an activity: addresses, summary, mentions. */
export const roomForEnvelope = 2 * 1024;

export function weight(value: unknown): { readonly bytes: number; readonly units: number } {
  const json = JSON.stringify(value);
  return { bytes: Buffer.byteLength(json), units: json.length };
}

export function fits(value: unknown): boolean {
  const { bytes, units } = weight(value);
  return bytes <= mostBytes && units <= mostUnits;
}
