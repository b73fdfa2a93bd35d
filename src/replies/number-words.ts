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
  let total = 0;
  let current = 0;
  let used = 0;
  let lastWasNumber = false;
  const start = words[0] === 'a' && (words[1] ?? '') in scales ? 1 : 0;
  for (let index = start; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const small = units.indexOf(word);
    const ten = tens[word];
    const scale = scales[word];
    if (word === '-' && lastWasNumber) continue;
    if (word === 'and' && used > 0 && (words[used - 1] ?? '') in scales && isNumberWord(words[index + 1]))
      continue;
    if (
      small >= 0 &&
      (current % 10 === 0 || used === 0) &&
      !(lastWasNumber && current % 100 !== 0 && small >= 10)
    )
      current += small;
    else if (ten !== undefined && current % 100 === 0) current += ten;
    else if (scale === 100 && (current < 10 || used === 0)) current = Math.max(1, current) * 100;
    else if (scale === 1000) {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else break;
    used = index + 1;
    lastWasNumber = true;
  }
  if (used === 0) return null;
  const decimals = decimalsAfter(words, used);
  return { value: Number(`${total + current}${decimals.digits}`), words: used + decimals.words };
}

function isNumberWord(word: string | undefined): boolean {
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
  'hundred',
  'nil',
]);
