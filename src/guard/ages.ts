import { wholeNumberAt, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/** An age in a sentence, as tokens from `from` up to and without `to`. */
export interface AgeMention {
  readonly from: number;
  readonly to: number;
  /** "14-year-olds" speaks of a whole age group. */
  readonly isGroup: boolean;
}

const timeUnits = wordSet('year yr yrs years month months week weeks day days');

/** Children, and care leavers up to 25. */
const oldest = 25;

/** The age that begins at a token: "14 year old", "14yo", "aged 14", "age 14", "aged fourteen"; null where none does. */
export function ageAt(sentence: Sentence, index: number): AgeMention | null {
  return agedAt(sentence, index) ?? yearsOldAt(sentence, index) ?? ofAge(sentence, index);
}

function agedAt(sentence: Sentence, index: number): AgeMention | null {
  if (!['aged', 'age'].includes(wordAt(sentence, index))) return null;
  const at =
    wordAt(sentence, index + 1) === 'just' || wordAt(sentence, index + 1) === 'only' ? index + 2 : index + 1;
  const age = wholeNumberAt(sentence, at);
  if (age === null || age > oldest || isRange(sentence, at + 1)) return null;
  return { from: index, to: at + 1, isGroup: false };
}

/** "A child of 4 in Stockland Green". */
function ofAge(sentence: Sentence, index: number): AgeMention | null {
  const before = wordAt(sentence, index - 1);
  const isOf =
    wordAt(sentence, index) === 'of' &&
    /^(?:child|boy|girl|lad|baby|pupil|teenager|mum|mother|dad|father)$/u.test(before);
  const age = isOf ? wholeNumberAt(sentence, index + 1) : null;
  // "A mother of five" tells how many children she has.
  const least = /^(?:mum|mother|dad|father)$/u.test(before) ? 12 : 0;
  if (age === null || age > 19 || age < least || isRange(sentence, index + 2)) return null;
  const next = wordAt(sentence, index + 2);
  return next === 'the' || next === 'our' ? null : { from: index, to: index + 2, isGroup: false };
}

function yearsOldAt(sentence: Sentence, index: number): AgeMention | null {
  const age = wholeNumberAt(sentence, index);
  if (age === null || age > 36 || wordAt(sentence, index - 1) === 'to' || isHyphen(sentence, index - 1))
    return null;
  const after = skipHyphen(sentence, index + 1);
  if (wordAt(sentence, after) === 'yo') return mention(index, after + 1, age);
  if (isAgeAndSex(sentence, index)) return mention(index, index + 2, age);
  if (
    wordAt(sentence, after) === 'y' &&
    wordAt(sentence, after + 1) === '/' &&
    wordAt(sentence, after + 2) === 'o'
  ) {
    return mention(index, after + 3, age);
  }
  if (!timeUnits.has(wordAt(sentence, after))) return null;
  const old = skipHyphen(sentence, after + 1);
  if (
    !['old', 'olds'].includes(wordAt(sentence, old)) ||
    (age > oldest && wordAt(sentence, after).startsWith('y'))
  )
    return null;
  return { from: index, to: old + 1, isGroup: wordAt(sentence, old) === 'olds' };
}

/** "14F, Erdington": as the police write it; "£14M" is money. */
function isAgeAndSex(sentence: Sentence, index: number): boolean {
  const letter = sentence[index + 1];
  const isJoined =
    letter !== undefined && letter.start === sentence[index]?.end && /^[MF]$/u.test(letter.text);
  return (
    isJoined &&
    /^(?:,|from|in|at)$/u.test(wordAt(sentence, index + 2)) &&
    !/^[£$€]$/u.test(wordAt(sentence, index - 1))
  );
}

function mention(from: number, to: number, age: number): AgeMention | null {
  return age > oldest ? null : { from, to, isGroup: false };
}

/** "aged 10-17", "aged 5 to 11", "aged 16 and over", "aged 16+". */
function isRange(sentence: Sentence, index: number): boolean {
  const next = wordAt(sentence, index);
  if (next === '+' || next === '/') return true;
  const isSpan = ['-', 'to', 'and', 'or'].includes(next);
  return (
    isSpan &&
    (sentence[index + 1]?.kind === 'number' ||
      /^(?:over|under|above|below|up|older|younger|upwards)$/u.test(wordAt(sentence, index + 1)))
  );
}

function isHyphen(sentence: Sentence, index: number): boolean {
  return wordAt(sentence, index) === '-';
}

function skipHyphen(sentence: Sentence, index: number): number {
  return isHyphen(sentence, index) ? index + 1 : index;
}
