import { ageAt } from './ages.ts';
import type { Span } from './scene.ts';
import { wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

const childWords = wordSet('child baby pupil student sibling boy girl infant yp');
const reviewWords = wordSet(
  'review reviews report learning recommendations lcspr spr scr inquiry lessons thematic briefing webinar',
);
const relatives = wordSet(
  'sibling siblings mother mum father dad brother sister brothers sisters parents family school teacher carer carers worker grandmother twin home address',
);

/**
 * Children under a letter: "Child A's sibling", "Young Person B was moved", "J, aged 14". A published review that carries such
 * a name ("the Child Q review") passes, unless a relative is spoken of.
 */
export function labelledChildren(sentence: Sentence): readonly Span[] {
  return sentence.flatMap(
    (_token, index) => letterAfterWord(sentence, index) ?? letterWithAge(sentence, index) ?? [],
  );
}

function letterAfterWord(sentence: Sentence, index: number): Span | null {
  const at = index + childWordLength(sentence, index);
  const letter = sentence[at];
  if (at === index || letter === undefined || !isLetter(sentence, at)) return null;
  const next = sentence[at + 1];
  if (next !== undefined && partsOfWords.has(next.word)) return null;
  if (letter.possessive && relatives.has(wordAt(sentence, at + 1))) return { from: index, to: at + 2 };
  // Baby P and Child Q are known from the news.
  const isReview =
    sentence.some(({ word }) => reviewWords.has(word)) ||
    (letter.text === 'P' && wordAt(sentence, index) === 'baby');
  return isReview ? null : { from: index, to: at + 1 };
}

function childWordLength(sentence: Sentence, index: number): number {
  if (childWords.has(wordAt(sentence, index))) return 1;
  return wordAt(sentence, index) === 'young' && wordAt(sentence, index + 1) === 'person' ? 2 : 0;
}

/** "Child A&E attendances", "student A-level results". */
const partsOfWords = wordSet('& - and level levels');

function letterWithAge(sentence: Sentence, index: number): Span | null {
  if (!isLetter(sentence, index) || wordAt(sentence, index) === 'a') return null;
  const opens = wordAt(sentence, index + 1);
  const age = opens === ',' || opens === '(' ? ageAt(sentence, index + 2) : ageAt(sentence, index + 1);
  return age === null || age.isGroup ? null : { from: index, to: age.to };
}

function isLetter(sentence: Sentence, index: number): boolean {
  const token = sentence[index];
  return token?.kind === 'word' && token.word.length === 1 && token.capital && token.text !== 'I';
}
