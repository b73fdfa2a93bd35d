import { digitRuns, isLabelled, type DigitRun } from './digit-groups.ts';
import type { Sighting } from './personal-data-finding.ts';

/**
 * NHS numbers: ten digits of which the last is a check, modulus 11
 * (https://www.datadictionary.nhs.uk/attributes/nhs_number.html), however they are spaced. Ten digits right after the words
 * "NHS number" count even where the check fails: a slip of the fingers makes them no less a patient's.
 */
export function nhsNumbersIn(text: string): readonly Sighting[] {
  return digitRuns(text, [10]).flatMap((run): Sighting[] => {
    const { start, end, digits } = run;
    if (isCheckedNhsNumber(digits) && (isWrittenAsOne(run) || isLabelled(text, start, anywhereNear))) {
      return [{ type: 'nhs_number', start, end, certain: true }];
    }
    const isMistyped =
      run.groups.length <= 3 && !isAllTheSame(digits) && isLabelled(text, start, rightBefore);
    return isMistyped ? [{ type: 'nhs_number', start, end, certain: false }] : [];
  });
}

const anywhereNear = /\bnhs|\bchi\b|health number|patient/iu;
const rightBefore = /\bnhs\s?(?:number|no|num|id|#)\s?\.?\s?(?:is|was|:|-|=|#)?\s{0,2}$/iu;

/** Modulus 11 with weights 10 to 2; ten equal digits pass the sum but are never given out. */
export function isCheckedNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || isAllTheSame(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

function isAllTheSame(digits: string): boolean {
  return new Set(digits).size === 1;
}

/** How people space one number. Five figures of two digits, or years in a row, are a table and not a number. */
function isWrittenAsOne({ groups }: DigitRun): boolean {
  const lengths = groups.map(({ digits }) => digits.length);
  if (lengths.length === 10 || lengths.length === 1) return true;
  const shape = lengths.join('-');
  if (shape === '3-3-4') return true;
  const hasYear = groups.some(({ digits }) => /^(?:19|20)\d\d$/u.test(digits));
  return lengths.length <= 3 && Math.min(...lengths) > 1 && !hasYear;
}
