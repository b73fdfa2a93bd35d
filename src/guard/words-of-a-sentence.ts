import type { Token } from './text-tokens.ts';

export type Sentence = readonly Token[];

/** The word at a place, in small letters; empty where there is none. */
export function wordAt(sentence: Sentence, index: number): string {
  return sentence[index]?.word ?? '';
}

/** How many tokens the first of these phrases takes at a place, longest first; 0 when none stands there. */
export function phraseAt(sentence: Sentence, index: number, phrases: PhraseBook): number {
  const starting = phrases.get(wordAt(sentence, index)) ?? [];
  const found = starting.find((words) =>
    words.every((word, offset) => wordAt(sentence, index + offset) === word),
  );
  return found?.length ?? 0;
}

/** Phrases by their first word, longest first. */
export type PhraseBook = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases parted by `;`, with their words parted by blanks: `foster care; in care`. Possessive endings do not count. */
export function phraseBook(list: string): PhraseBook {
  const book = new Map<string, string[][]>();
  for (const phrase of list.split(';')) {
    const words = phrase
      .trim()
      .split(/\s+/u)
      .map((word) => word.replace(/'s$/u, ''));
    const [first = ''] = words;
    book.set(
      first,
      [...(book.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return book;
}

export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

const smallNumbers = wordSet(
  'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const numberWords = [...smallNumbers];

/** A whole number in digits or, up to nineteen, in words; null for anything else. */
export function wholeNumberAt(sentence: Sentence, index: number): number | null {
  const token = sentence[index];
  if (token === undefined) return null;
  if (token.kind === 'number') return /^\d{1,3}$/u.test(token.text) ? Number(token.text) : null;
  const position = numberWords.indexOf(token.word);
  return position === -1 ? null : position;
}
