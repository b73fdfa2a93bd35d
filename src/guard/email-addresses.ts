import type { Sighting } from './personal-data-finding.ts';

const before = /[\p{L}\d._%+'-]{1,64}$/u;
const after = /^[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/u;
const spelled =
  /[\p{L}\d._%+-]{1,64}\s?[([]\s?at\s?[)\]]\s?[\p{L}\d-]{1,63}(?:\s?(?:\.|[([]\s?dot\s?[)\]])\s?[\p{L}\d-]{2,63}){1,4}/giu;

/** E-mail addresses, also with the "at" spelled out in brackets. Whose they are cannot be seen: the sender may confirm. */
export function emailAddressesIn(text: string): readonly Sighting[] {
  const sightings: Sighting[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = before.exec(text.slice(Math.max(0, at - 64), at))?.[0];
    const domain = after.exec(text.slice(at + 1, at + 256))?.[0];
    if (local === undefined || domain === undefined) continue;
    sightings.push({ type: 'email', start: at - local.length, end: at + 1 + domain.length, certain: false });
  }
  for (const match of text.matchAll(spelled)) {
    sightings.push({ type: 'email', start: match.index, end: match.index + match[0].length, certain: false });
  }
  return sightings;
}
