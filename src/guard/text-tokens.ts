import { foldText } from './folded-text.ts';

/** A word, number or mark of a text, with where it stood in the text as written. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** As written, with digits, quotes and dashes made plain and what cannot be seen left out. */
  readonly text: string;
  /** In small letters, without a possessive ending. */
  readonly word: string;
  readonly possessive: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
}

const tokenShape =
  /(?<word>[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*(?:(?<=s)')?)|(?<number>\d+(?:[.,]\d+)*)|[^\s\p{L}\p{M}\d]|\n/gu;

/** Nobody writes longer sentences; what looks like one is read in pieces, so that no text is slow to read. */
const mostTokens = 200;

/** The text as sentences of tokens. A new line ends a sentence; the point of "Dr." or "e.g." does not. */
export function sentencesOf(text: string): readonly (readonly Token[])[] {
  const folded = foldText(text);
  const sentences: Token[][] = [[]];
  for (const match of folded.text.matchAll(tokenShape)) {
    const token = tokenFrom(
      match,
      folded.startOf(match.index),
      folded.endOf(match.index + match[0].length - 1),
    );
    const current = sentences.at(-1);
    if (token.text !== '\n') current?.push(token);
    if (current && current.length > 0 && endsSentence(token, current, folded.text, match.index))
      sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function tokenFrom(match: RegExpExecArray, start: number, end: number): Token {
  const text = match[0];
  const kind =
    match.groups?.['word'] === undefined
      ? match.groups?.['number'] === undefined
        ? 'mark'
        : 'number'
      : 'word';
  const lower = text.toLowerCase();
  const possessive = kind === 'word' && /(?:'s|s')$/u.test(lower);
  const word = possessive ? lower.replace(/'s?$/u, '') : lower;
  return { kind, text, word, possessive, capital: /^\p{Lu}/u.test(text), start, end };
}

const abbreviations = new Set(
  'dr mr mrs ms prof cllr st no nos e.g i.e eg ie approx inc vs rev sgt insp supt dept est fig'.split(' '),
);

function endsSentence(token: Token, sentence: readonly Token[], text: string, at: number): boolean {
  if (token.text === '\n' || token.text === '!' || token.text === '?' || sentence.length >= mostTokens)
    return true;
  if (token.text !== '.' || !/\s/u.test(text[at + 1] ?? ' ')) return false;
  const before = sentence.at(-2);
  return before === undefined || (!abbreviations.has(before.word) && !/^\p{L}$/u.test(before.text));
}
