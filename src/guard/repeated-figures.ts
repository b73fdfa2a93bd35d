import type { Measure } from '../plan/plan.ts';
import { tidyNumber } from '../plan/tidy-number.ts';
import type { ValueContent } from '../plan/value.ts';
import { sentencesOf, type Token } from './text-tokens.ts';

/** What a narrative may not repeat: a measure's hidden figure, and the words by which a sentence is known to be about it. */
export interface HiddenInText {
  readonly measureLabelWords: readonly string[];
  /** Every count from 1 up to here is taken for the hidden one, whichever it is: its neighbours would narrow it down. */
  readonly hideUpTo: number;
  readonly hideZero: boolean;
  /** The hidden figures themselves, of any size: a percentage, its numerator, an embargoed count. */
  readonly exactly: readonly number[];
}

/** What stands in a narrative in place of a hidden figure. */
export const hiddenInText = '[small number hidden]';

/**
 * Takes figures that are hidden elsewhere out of a narrative: digits, words ("three", "a couple", "third") and decimals, in a
 * sentence that speaks of the measure or the sentence after one. Dates, ages, year groups, codes and lengths of time stay.
 */
export function redactRepeatedFigures(text: string, hidden: readonly HiddenInText[]): string {
  if (hidden.length === 0) return text;
  const cuts: { start: number; end: number }[] = [];
  let before: readonly Token[] = [];
  for (const sentence of sentencesOf(text)) {
    const about = hidden.filter(({ measureLabelWords }) =>
      speaksOf([...before, ...sentence], measureLabelWords),
    );
    if (about.length > 0) cuts.push(...repeatedIn(sentence, about));
    before = sentence;
  }
  return cuts.reduceRight(
    (result, { start, end }) => result.slice(0, start) + hiddenInText + result.slice(end),
    text,
  );
}

/** What to keep out of narratives for a figure that the gate has hidden. */
export function hiddenInTextFor(measure: Measure, value: ValueContent): HiddenInText {
  const { numerator, denominator } = value;
  const remainder = numerator !== null && denominator !== null ? denominator - numerator : null;
  return {
    measureLabelWords: significantWords(measure.label),
    hideUpTo: measure.suppression.hideUpTo,
    hideZero: measure.suppression.hideZero,
    exactly: [value.value, numerator, remainder].filter((figure) => figure !== null),
  };
}

const commonWords = new Set(
  `a an and or of in on at to by for from with per than more less after before over under up the this that who whose are is was
  were be been being having have has had not no any all each number numbers percent percentage rate count average total level
  year years month months week weeks day days age aged period end one two three young people person persons child children
  families family pupils looked ceased local definition needed known known used where including incl result due`.split(
    /\s+/u,
  ),
);

/** The words of a label that tell what it is about: `adopted`, `specialist`, `placement`. */
export function significantWords(label: string): readonly string[] {
  const words = sentencesOf(label)
    .flat()
    .filter(({ kind, word }) => kind === 'word' && word.length > 2 && !commonWords.has(word))
    .map(({ word }) => word);
  const also = /\bB&B\b/u.test(label) ? ['b&b', 'bed', 'breakfast'] : [];
  return [...new Set([...words, ...also])];
}

function speaksOf(tokens: readonly Token[], labelWords: readonly string[]): boolean {
  const stems = labelWords.map(stem);
  return tokens.some(({ kind, word }, index) => {
    if (word === 'b' && tokens[index + 1]?.text === '&') return stems.includes('b&b');
    return kind === 'word' && stems.includes(stem(word));
  });
}

/** Adopted, adoption, adoptive: what they share is enough. */
function stem(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 5 ? lower.slice(0, 5) : lower.replace(/s$/u, '');
}

function repeatedIn(
  sentence: readonly Token[],
  about: readonly HiddenInText[],
): { start: number; end: number }[] {
  return sentence.flatMap((token, index) => {
    const figure = figureAt(sentence, index);
    if (figure === null || isSomethingElse(sentence, index)) return [];
    const isPercentage = /^%|percent$/u.test(sentence[index + 1]?.word ?? '');
    const isHidden = about.some(
      (secret) =>
        (!isPercentage && isSmall(figure, secret)) || secret.exactly.some((exact) => reads(figure, exact)),
    );
    return isHidden ? [{ start: token.start, end: token.end }] : [];
  });
}

function isSmall(figure: number, { hideUpTo, hideZero }: HiddenInText): boolean {
  return Number.isInteger(figure) && figure <= hideUpTo && figure >= (hideZero ? 0 : 1);
}

/** 61.28 is repeated by "61.28", "61.3" and "61". */
function reads(figure: number, secret: number): boolean {
  return (
    [0, 1, 2].some((decimals) => tidyNumber(Number(secret.toFixed(decimals))) === figure) ||
    figure === tidyNumber(secret)
  );
}

/** Each row counts from nought. "Second" is left out: it is too often the second of something else. */
const numberWords = new Map(
  [
    'none one two three four five six seven eight nine ten',
    'zero single couple third fourth fifth sixth seventh eighth ninth',
    'nil sole twins triplets',
  ].flatMap((row) => row.split(' ').map((word, value) => [word, value] as const)),
);

function figureAt(sentence: readonly Token[], index: number): number | null {
  const token = sentence[index];
  if (token?.kind === 'number') return Number(token.text.replaceAll(',', ''));
  if (token?.kind !== 'word' || token.possessive) return null;
  return numberWords.get(token.word) ?? null;
}

const namedBefore = new Set(
  `year y ks stage key phase level tier step quarter q week day month age aged ages page section part item outcome priority
  option band grade group version january february march april may june july august september october november december jan feb
  mar apr jun jul aug sept sep oct nov dec`.split(/\s+/u),
);
const countedAfter = new Set(
  `year years yr yrs month months week weeks day days hour hours minutes january february march april may june july august
  september october november december st nd rd th am pm pence million thousand times year-olds hubs centres schools settings
  partners organisations wards areas districts meetings workshops sessions posts priorities themes`.split(
    /\s+/u,
  ),
);

/** A date, an age, a code, a length of time, money, or the "one" of "one of our priorities". */
function isSomethingElse(sentence: readonly Token[], index: number): boolean {
  const token = sentence[index];
  const before = sentence[index - 1];
  const after = sentence[index + 1];
  if (token === undefined) return true;
  return isNamed(token, before) || isMeasured(sentence, index) || isLooseWord(token, after);
}

/** "Year 6", "KS2", "I31", "£3". */
function isNamed(token: Token, before: Token | undefined): boolean {
  if (before === undefined) return false;
  if (namedBefore.has(before.word)) return true;
  return token.kind === 'number' && before.end === token.start && /^[\p{L}£$€#/]/u.test(before.text);
}

/** "3 months", "2-year-old", "4/11/2026". */
function isMeasured(sentence: readonly Token[], index: number): boolean {
  const after = sentence[index + 1];
  const next = after?.text === '-' ? sentence[index + 2] : after;
  if (next !== undefined && countedAfter.has(next.word)) return true;
  return after?.text === '/' && sentence[index + 2]?.kind === 'number' && sentence[index + 3]?.text === '/';
}

/** Words that count only in front of what they count: "one child", "a couple of adoptions". */
function isLooseWord({ word }: Token, after: Token | undefined): boolean {
  if (word === 'couple') return after?.word !== 'of';
  if (word !== 'one' && word !== 'single' && word !== 'sole') return false;
  return (
    after !== undefined &&
    after.kind !== 'mark' &&
    !people.has(after.word) &&
    !/(?:ed|ing)$/u.test(after.word)
  );
}

const people = new Set(
  'child young baby boy girl family pupil adoption person household case mother entrant admission death'.split(
    ' ',
  ),
);
