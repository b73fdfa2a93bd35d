import { expect } from 'vitest';
import { cardTrouble } from '../../../src/platforms/teams/cards/card-parser.ts';

/** A card must please Microsoft's parser and our own rules. */
export function expectGoodCard(card: unknown): void {
  expect(cardTrouble(card)).toEqual([]);
}

/** Every text a person sees in a card, in order, as it goes over the line. */
export function textsOf(value: unknown): readonly string[] {
  return shownTexts(value, (text) => text);
}

/** What a person reads: without the signs that keep words from being read as mark-up. */
export function wordsOf(value: unknown): string {
  const read = shownTexts(value, (text, type) => {
    const words = text.replace(/\u2060/g, '');
    return type === 'TextBlock' ? words.replace(/\\([\\`*_[\]<>~|#\-+.)])/g, '$1') : words;
  });
  return read.join(' ');
}

function shownTexts(value: unknown, read: (text: string, type: string) => string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => shownTexts(each, read));
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value ? String(value.type) : '';
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (['text', 'title', 'label'].includes(name) && typeof each === 'string') return [read(each, type)];
    return name === 'data' || name === 'fallback' ? [] : shownTexts(each, read);
  });
}
