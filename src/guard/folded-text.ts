/**
 * A text as the guard reads it: full-width and non-Latin digits as 0 to 9, every dash as `-`, every quote as `'` or `"`, every
 * space as one, and nothing invisible in between; so that 943‑476‑5919, ９４３ ４７６ ５９１９ and ৯৪৩ ৪৭৬ ৫৯১৯ are one number.
 * Knows for each character where it stood in the text as written.
 */
export interface FoldedText {
  readonly text: string;
  /** Where the folded character begins in the text as written. */
  startOf(index: number): number;
  /** Where it ends there (exclusive). */
  endOf(index: number): number;
}

export function foldText(text: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const fold = new Map<string, string>();
  let position = 0;
  for (const character of text) {
    const folded = character <= '\u007e' ? character : remembered(character, fold);
    // One entry a UTF-16 unit, because that is how regular expressions count.
    for (let unit = 0; unit < folded.length; unit += 1) {
      units.push(folded.charAt(unit));
      starts.push(position);
      ends.push(position + character.length);
    }
    position += character.length;
  }
  return {
    text: units.join(''),
    startOf: (index) => starts[index] ?? position,
    endOf: (index) => ends[index] ?? position,
  };
}

/** A text has few different characters: each is folded once. */
function remembered(character: string, fold: Map<string, string>): string {
  const known = fold.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character);
  fold.set(character, folded);
  return folded;
}

/** The digit nought of the scripts that are read in the city; NFKC already makes full-width and styled digits plain. */
const noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0x1040, 0x17e0];

function foldCharacter(character: string): string {
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return '';
  if (/\p{Nd}/u.test(character)) return foldDigit(character);
  if (/[\p{Zs}]/u.test(character)) return ' ';
  if (/[\u2028\u2029\u0085]/u.test(character)) return '\n';
  if (/[\p{Pd}\u2212\u2043]/u.test(character)) return '-';
  if (/[\u2018-\u201b\u02bc\u2032\u00b4\uff07]/u.test(character)) return "'";
  if (/[\u201c-\u201f\u2033]/u.test(character)) return '"';
  const plain = character.normalize('NFKC');
  return plain.length === 1 && plain < '\u007f' ? plain : character;
}

function foldDigit(character: string): string {
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  const code = character.codePointAt(0) ?? 0;
  const nought = noughts.find((first) => code >= first && code <= first + 9);
  return nought === undefined ? character : String(code - nought);
}
