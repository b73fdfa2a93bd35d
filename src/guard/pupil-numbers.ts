import type { Sighting } from './personal-data-finding.ts';
import { isLabelled } from './digit-groups.ts';

/** The letters of a check: I, O and S are left out as too like 1, 0 and 5. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const shape = /[A-HJ-NP-RT-Z](?:[ \t./_*-]?\d){11}[ \t./_*-]?[\dA-HJ-NP-RT-Z](?!\d)/giu;
const labelBefore = /\b(?:upn|unique pupil n|pupil (?:number|no|id))[^\n]{0,15}$/iu;

/**
 * Unique pupil numbers: a check letter and twelve digits, or eleven digits and a letter for a temporary one, spaced or not.
 * The check letter is the sum of each value by its position (2 to 13), modulus 23, in the alphabet above
 * (https://www.gov.uk/government/publications/unique-pupil-numbers). Right after "UPN" they count with a wrong letter too.
 */
export function pupilNumbersIn(text: string): readonly Sighting[] {
  return [...text.matchAll(shape)].flatMap((match): Sighting[] => {
    const start = match.index;
    const end = start + match[0].length;
    const characters = match[0].replace(/[^\p{L}\d]/gu, '').toUpperCase();
    if (isCheckedPupilNumber(characters)) return [{ type: 'upn', start, end, certain: true }];
    return isLabelled(text, start, labelBefore) ? [{ type: 'upn', start, end, certain: false }] : [];
  });
}

export function isCheckedPupilNumber(characters: string): boolean {
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(characters)) return false;
  const sum = Array.from(characters.slice(1)).reduce(
    (total, character, place) => total + valueOf(character) * (place + 2),
    0,
  );
  return letters[sum % 23] === characters[0];
}

function valueOf(character: string): number {
  return /\d/.test(character) ? Number(character) : letters.indexOf(character);
}
