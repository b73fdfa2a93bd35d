import { digitRuns, isLabelled, type DigitRun } from './digit-groups.ts';
import type { Sighting } from './personal-data-finding.ts';

const label =
  /\b(?:tel|telephone|phone|mob|mobile|cell|call|ring|rang|text|whatsapp|landline|contact|reached|number is|dial)\b[^\n\d]{0,20}$/iu;

/**
 * UK mobiles and landlines, written together, spaced, dashed or bracketed, with 0, +44 or 0044, and numbers of other
 * countries with their +. Helplines (03, 08) belong to no one person and pass. Whose a phone is cannot be seen, so the
 * sender may confirm that it is a colleague's or a press office's. Numbering: https://www.ofcom.org.uk (national plan).
 */
export function phoneNumbersIn(text: string): readonly Sighting[] {
  return digitRuns(text, [7, 9, 10, 11, 12, 13, 14, 15]).flatMap((run): Sighting[] => {
    if (!isPhone(text, run)) return [];
    const opensWith = /[+(]{1,2}$/u.exec(text.slice(Math.max(0, run.start - 2), run.start))?.[0] ?? '';
    return [{ type: 'phone', start: run.start - opensWith.length, end: run.end, certain: false }];
  });
}

function isPhone(text: string, run: DigitRun): boolean {
  if (!/^(?:0|44|7\d{9}$|[2-9]\d{6}$)/u.test(run.digits) && text[run.start - 1] !== '+') return false;
  if (
    /\d[.,/]$/u.test(text.slice(Math.max(0, run.start - 2), run.start)) ||
    /^[.,/]\d/u.test(text.slice(run.end))
  )
    return false;
  // 330/2093 is a school's number at the department, never a phone.
  if (/^\d{3}\/\d{4}$/u.test(text.slice(run.start, run.end))) return false;
  const afterPlus = text[run.start - 1] === '+';
  const international = nationalPart(run.digits, afterPlus);
  if (international !== null) return /^[127]\d{8,9}$/u.test(international);
  if (afterPlus) return run.digits.length >= 9;
  return isNational(run) || isShort(text, run);
}

/** What follows +44, 0044 or 44, without a bracketed 0; null when it is no UK number written from abroad. */
function nationalPart(digits: string, afterPlus: boolean): string | null {
  const match = /^(?<code>0044|44)0?(?<rest>\d+)$/u.exec(digits);
  const code = match?.groups?.['code'];
  const rest = match?.groups?.['rest'] ?? '';
  if (code === undefined || (code === '44' && !afterPlus && !/^7\d{9}$/u.test(rest))) return null;
  return rest;
}

function isNational({ digits, groups }: DigitRun): boolean {
  const first = groups[0]?.digits ?? '';
  if (!/^0[127]\d{9}$/u.test(digits) || groups.length > 6) return false;
  return first.length >= 3 || first === '07';
}

/** Numbers that only a word before them makes a phone: a mobile that lost its 0, a local or a nine-digit one. */
function isShort(text: string, { digits, groups, start }: DigitRun): boolean {
  const looksRight = /^7\d{9}$|^01\d{8}$|^[2-9]\d{6}$/u.test(digits) && groups.length <= 4;
  return looksRight && isLabelled(text, start, label);
}
