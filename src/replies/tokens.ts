import { mended } from './spelling.ts';

/** A piece of a text: a word, a number, a mark, an emoji, an address or the end of a line. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** As the rules see it: small letters, straight apostrophes, common misspellings mended, short forms written out. */
  readonly word: string;
  readonly kind: 'word' | 'number' | 'mark' | 'emoji' | 'link' | 'break';
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/**
 * A link or address, an ISO day, a number, a word, an emoji or a mark: one alternative for each, every one linear. Long runs are
 * bounded so that no text is slow.
 */
const piece =
  /[Hh][Tt][Tt][Pp][Ss]?:\/\/\S{1,2000}|www\.\S{1,2000}|[\w+-][\w.+-]{0,63}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.·]\d+)?|[\p{L}\p{M}]{1,60}(?:['’]\p{L}{1,10})?|\p{Extended_Pictographic}|\n|\.{2,}|[^\s\p{L}\p{M}\d]/gu;

/** Splits a plain text. `isn't` becomes `is not`, `we're` becomes `we are`, both at the place of the one word. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(piece)) {
    const start = match.index;
    const end = start + match[0].length;
    push(tokens, { text: match[0], start, end, spaced: start > last || start === 0 }, text);
    last = end;
  }
  return tokens;
}

function push(tokens: Token[], base: Base, whole: string): void {
  const { text, start, end, spaced } = base;
  const code = text.charCodeAt(0);
  const isDigit = code >= 48 && code <= 57;
  if (text.length > 6 && (text.includes('://') || text.includes('@') || text.startsWith('www.')))
    tokens.push({ text, word: text.toLowerCase(), kind: 'link', start, end, spaced });
  else if (isDigit)
    tokens.push({ text, word: text.replace(/,/g, '').replace('·', '.'), kind: 'number', start, end, spaced });
  else if (letter.test(text)) pushWord(tokens, base, whole.charAt(end));
  else if (text === '\n') tokens.push({ text, word: text, kind: 'break', start, end, spaced });
  else if (code > 127 && pictograph.test(text))
    tokens.push({ text, word: text, kind: 'emoji', start, end, spaced });
  else if (!ignorable.test(text)) tokens.push({ text, word: mark(text), kind: 'mark', start, end, spaced });
}

const letter = /^[\p{L}\p{M}]/u;
const pictograph = /^\p{Extended_Pictographic}/u;
const ignorable = /^(?:[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F\u200D]|\p{M})$/u;

function mark(text: string): string {
  if (text === '–' || text === '—' || text === '‐' || text === '‑' || text === '−')
    return text === '−' ? '-' : text;
  if (text === '…') return '..';
  if (/^\.{2,}$/.test(text)) return '..';
  return text;
}

type Base = Pick<Token, 'text' | 'start' | 'end' | 'spaced'>;

function pushWord(tokens: Token[], base: Base, after: string): void {
  const lower = base.text.includes('’')
    ? base.text.toLowerCase().replace(/’/g, "'")
    : base.text.toLowerCase();
  const forms = writtenOut.get(lower) ?? shortForm(lower);
  // "b4" and "ic1" are one word with their digits for which-action; a bare word before a digit is left as it is.
  const { text, start, end, spaced } = base;
  const digitNext = after >= '0' && after <= '9';
  if (forms === null)
    tokens.push({ text, word: digitNext ? lower : mended(lower), kind: 'word', start, end, spaced });
  else
    forms.forEach((word, index) =>
      tokens.push({ text, word, kind: 'word', start, end, spaced: index > 0 || spaced }),
    );
}

const writtenOut: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "won't": ['will', 'not'],
    wont: ['will', 'not'],
    "can't": ['can', 'not'],
    cant: ['can', 'not'],
    cannot: ['can', 'not'],
    isnt: ['is', 'not'],
    arent: ['are', 'not'],
    wasnt: ['was', 'not'],
    werent: ['were', 'not'],
    hasnt: ['has', 'not'],
    havent: ['have', 'not'],
    havnt: ['have', 'not'],
    "havn't": ['have', 'not'],
    hadnt: ['had', 'not'],
    dont: ['do', 'not'],
    doesnt: ['does', 'not'],
    dosent: ['does', 'not'],
    didnt: ['did', 'not'],
    wouldnt: ['would', 'not'],
    couldnt: ['could', 'not'],
    shouldnt: ['should', 'not'],
    aint: ['is', 'not'],
    "ain't": ['is', 'not'],
    im: ['i', 'am'],
    ive: ['i', 'have'],
    weve: ['we', 'have'],
    thats: ['that', 'is'],
    everythings: ['everything', 'is'],
    its: ['it', 'is'],
    theres: ['there', 'is'],
    whats: ['what', 'is'],
    dunno: ['do', 'not', 'know'],
    gonna: ['going', 'to'],
    gotta: ['have', 'to'],
    wanna: ['want', 'to'],
    "let's": ['let', 'us'],
    lets: ['let', 'us'],
    nearly: ['nearly'],
  }),
);

const endings: Readonly<Record<string, string>> = {
  "'m": 'am',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
};
const takesIs = new Set(
  'it that there this what he she who here where everything all mine ours one everyone nothing which rest'.split(
    ' ',
  ),
);

function shortForm(word: string): readonly string[] | null {
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const cut = word.indexOf("'");
  if (cut < 1) return null;
  const stem = mended(word.slice(0, cut));
  const ending = word.slice(cut);
  const long = endings[ending];
  if (long !== undefined) return [stem, long];
  if (ending !== "'s") return null;
  return takesIs.has(stem) ? [stem, 'is'] : [stem, "'s"];
}
