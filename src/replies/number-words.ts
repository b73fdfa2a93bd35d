const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 };

/** A number in words at the start of a list of words, and how many words it takes. */
export interface SpokenNumber {
  readonly value: number;
  readonly words: number;
}

/** `forty two` 42, `sixty one point two` 61.2, `a hundred and twenty` 120, `nil` 0. Null = the list starts with no number. */
export function spokenNumber(words: readonly string[]): SpokenNumber | null {
  if (words[0] === 'nil') return { value: 0, words: 1 };
  if (words[0] === 'point') return fromPoint(words);
  const start = words[0] === 'a' && (words[1] ?? '') in scales ? 1 : 0;
  let sum: RunningSum = { total: 0, current: 0, begun: false };
  let used = 0;
  for (let index = start; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (isGlue(words, index, used)) continue;
    const next = withWord(sum, word);
    if (next === null) break;
    sum = next;
    used = index + 1;
  }
  if (used === 0) return null;
  const decimals = decimalsAfter(words, used);
  return { value: Number(`${sum.total + sum.current}${decimals.digits}`), words: used + decimals.words };
}

/** "point zero five" is 0.05; "the point one makes" is no number. */
function fromPoint(words: readonly string[]): SpokenNumber | null {
  const decimals = decimalsAfter(words, 0);
  return decimals.words < 3 ? null : { value: Number(`0${decimals.digits}`), words: decimals.words };
}

/** The dash of "forty-two" and the "and" of "hundred and two". */
function isGlue(words: readonly string[], index: number, used: number): boolean {
  if (used === 0 || used !== index) return false;
  if (words[index] === '-') return isNumberWord(words[index + 1]);
  return words[index] === 'and' && (words[used - 1] ?? '') in scales && isNumberWord(words[index + 1]);
}

interface RunningSum {
  /** Whole thousands. */
  readonly total: number;
  /** What stands below the thousands so far. */
  readonly current: number;
  readonly begun: boolean;
}

/** The sum with one more word of the number; null = the word does not go on with it. */
function withWord(sum: RunningSum, word: string): RunningSum | null {
  const { total, current, begun } = sum;
  const small = units.indexOf(word);
  if (small >= 0) {
    const room = small >= 10 ? 100 : 10;
    return !begun || current % room === 0 ? { total, current: current + small, begun: true } : null;
  }
  const ten = tens[word];
  if (ten !== undefined) return current % 100 === 0 ? { total, current: current + ten, begun: true } : null;
  const scale = scales[word];
  if (scale === 100)
    return current < 10 || !begun ? { total, current: Math.max(1, current) * 100, begun: true } : null;
  return scale === 1000 ? { total: total + Math.max(1, current) * 1000, current: 0, begun: true } : null;
}

export function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (units.includes(word) || word in tens);
}

/** "point two five" → `.25`. */
function decimalsAfter(
  words: readonly string[],
  from: number,
): { readonly digits: string; readonly words: number } {
  if (words[from] !== 'point') return { digits: '', words: 0 };
  let digits = '.';
  let index = from + 1;
  while (units.slice(0, 10).includes(words[index] ?? '')) {
    digits += String(units.indexOf(words[index] ?? ''));
    index += 1;
  }
  return digits === '.' ? { digits: '', words: 0 } : { digits, words: index - from };
}

/** Words a number can start with: a quick test before reading. */
export const startsNumber: ReadonlySet<string> = new Set([
  ...units,
  ...Object.keys(tens),
  'a',
  'point',
  'hundred',
  'nil',
]);
