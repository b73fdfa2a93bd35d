import type { Sighting } from './personal-data-finding.ts';
import { isLabelled } from './digit-groups.ts';

const shape =
  /(?<![\p{L}\d])(?<prefix>[A-Z]{2})[ \t.-]{0,2}\d(?:[ \t.-]?\d){5}(?<suffix>[ \t.-]{0,2}[A-D])?(?![\p{L}\d])/giu;
const labelBefore = /\b(?:n\.?i\.?(?:no)?|nino|national insurance)[^\n\d]{0,20}$/iu;

/**
 * National Insurance numbers: two letters, six digits and A to D, with the prefixes that HMRC gives out
 * (https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110) and QQ, which its examples use. After the
 * words "National Insurance" any prefix counts, and the last letter may be missing.
 */
export function nationalInsuranceNumbersIn(text: string): readonly Sighting[] {
  return [...text.matchAll(shape)].flatMap((match): Sighting[] => {
    const start = match.index;
    const end = start + match[0].length;
    const prefix = match.groups?.['prefix'] ?? '';
    const suffix = match.groups?.['suffix'] ?? '';
    if (isLabelled(text, start, labelBefore, 45)) return [{ type: 'ni_number', start, end, certain: true }];
    const isWords =
      prefix === prefix.toLowerCase() && /\s/u.test(match[0]) && !/\d{2}\s\d{2}\s\d{2}/u.test(match[0]);
    if (suffix === '' || isWords || !isGivenOut(prefix.toUpperCase())) return [];
    return [{ type: 'ni_number', start, end, certain: true }];
  });
}

function isGivenOut(prefix: string): boolean {
  if (prefix === 'QQ') return true;
  return /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]$/.test(prefix) && !/^(?:BG|GB|KN|NK|NT|TN|ZZ)$/.test(prefix);
}
