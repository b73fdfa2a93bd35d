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

/** One alternative per kind; every one is linear. Long runs are bounded so that no text is slow. */
const piece =
  /(?<link>(?:https?:\/\/|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})|(?<day>\d{4}-\d{2}-\d{2}(?![\d-]))|(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:[.·]\d+)?)|(?<word>[\p{L}\p{M}]{1,60}(?:['’][\p{L}]{1,10})?)|(?<emoji>\p{Extended_Pictographic})|(?<mark>\n|\.{2,}|[^\s\p{L}\p{M}\d])/gu;

/** Splits a plain text. `isn't` becomes `is not`, `we're` becomes `we are`, both at the place of the one word. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(piece)) {
    const start = match.index;
    const groups = match.groups ?? {};
    const spaced = start > end || start === 0;
    const base = { text: match[0], start, end: start + match[0].length, spaced };
    end = base.end;
    if (groups['link'] !== undefined) tokens.push({ ...base, word: match[0].toLowerCase(), kind: 'link' });
    else if (groups['day'] !== undefined) tokens.push({ ...base, word: match[0], kind: 'number' });
    else if (groups['number'] !== undefined)
      tokens.push({ ...base, word: match[0].replace(/,/g, '').replace('·', '.'), kind: 'number' });
    else if (groups['word'] !== undefined) pushWord(tokens, base, nextCharacter(text, base.end));
    else if (groups['emoji'] !== undefined) tokens.push({ ...base, word: match[0], kind: 'emoji' });
    else if (match[0] === '\n') tokens.push({ ...base, word: '\n', kind: 'break' });
    else if (!ignorable.test(match[0])) tokens.push({ ...base, word: mark(match[0]), kind: 'mark' });
  }
  return tokens;
}

const ignorable = /^(?:[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F\u200D]|\p{M})$/u;

function mark(text: string): string {
  if (text === '–' || text === '—' || text === '‐' || text === '‑' || text === '−') return text === '−' ? '-' : text;
  if (text === '…') return '..';
  if (/^\.{2,}$/.test(text)) return '..';
  return text;
}

function nextCharacter(text: string, at: number): string {
  return text.charAt(at);
}

type Base = Pick<Token, 'text' | 'start' | 'end' | 'spaced'>;

function pushWord(tokens: Token[], base: Base, after: string): void {
  const lower = base.text.toLowerCase().replace(/’/g, "'");
  const forms = writtenOut.get(lower) ?? shortForm(lower);
  // "b4" and "ic1" are one word with their digits for which-action; a bare word before a digit is left as it is.
  if (forms === null) tokens.push({ ...base, word: /\d/.test(after) ? lower : mended(lower), kind: 'word' });
  else forms.forEach((word, index) => tokens.push({ ...base, word, kind: 'word', spaced: index > 0 || base.spaced }));
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

const endings: Readonly<Record<string, string>> = { "'m": 'am', "'re": 'are', "'ve": 'have', "'ll": 'will', "'d": 'would' };
const takesIs = new Set(
  'it that there this what he she who here where everything all mine ours one everyone nothing which rest'.split(' '),
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
