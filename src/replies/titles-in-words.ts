import { ideasOf, ideasOfLabel, sameIdea, shared } from './labels.ts';
import { isFunctionWord, isItemWord } from './plain-words.ts';

/** An asked item with the telling words of its title, worked out once for each reading. */
export interface Titled {
  readonly code: string;
  readonly ideas: readonly string[];
}

export function titled(
  items: readonly { readonly code: string; readonly label: string }[],
): readonly Titled[] {
  return items.map(({ code, label }) => ({ code, ideas: ideasOfLabel(label) }));
}

/** What some words before or after a rating are about. */
export type Subject =
  /** Nothing of its own: "it is", "our rating is". */
  | { readonly kind: 'item' }
  | { readonly kind: 'titles'; readonly codes: readonly string[] }
  /** Two titles fit equally: "support". */
  | { readonly kind: 'several'; readonly codes: readonly string[] }
  /** Something else: "staffing", "the budget". */
  | { readonly kind: 'other'; readonly words: string };

/**
 * Reads "youth voice", "the digital offer", "vaccs", "our rating", "staffing". A title is meant when at least one of its
 * telling words is there and most of what is said belongs to it.
 */
export function subjectOf(words: string, among: readonly Titled[]): Subject {
  const content = words
    .split(' ')
    .filter((word) => word !== '' && !isFunctionWord(word) && /\p{L}/u.test(word));
  const ideas = ideasOf(words).filter((idea) => !isFunctionWord(idea));
  const telling = ideas.filter((idea) => !isItemWord(idea));
  const scores = among
    .map(({ code, ideas: own }) => {
      return { code, hits: shared(telling, own).length, item: shared(ideas, own).length, size: own.length };
    })
    .filter(({ hits, item }) => hits > 0 || item > 1)
    .sort((one, other) => other.hits - one.hits || other.hits / other.size - one.hits / one.size);
  const best = scores[0];
  if (best !== undefined && best.hits * 2 >= telling.length) {
    const equal = scores.filter(
      ({ hits, size }) => hits === best.hits && hits / size === best.hits / best.size,
    );
    const asGood = scores.filter(({ hits }) => hits === best.hits);
    if (best.hits === 1 && asGood.length > 1)
      return { kind: 'several', codes: asGood.map(({ code }) => code) };
    return equal.length > 1
      ? { kind: 'several', codes: equal.map(({ code }) => code) }
      : { kind: 'titles', codes: [best.code] };
  }
  const other = content.filter((word) => !isItemWord(word));
  return other.length === 0 ? { kind: 'item' } : { kind: 'other', words: content.join(' ') };
}

/** The one title of which at least two telling words stand in these words (or its only one), however much else there is. */
export function titleWithin(words: string, among: readonly Titled[]): string | null {
  const ideas = ideasOf(words);
  const fitting = among
    .map(({ code, ideas: own }) => {
      return {
        code,
        hits: own.filter((idea) => ideas.some((said) => sameIdea(said, idea))).length,
        size: own.length,
      };
    })
    .filter(({ hits, size }) => hits >= 2 || (hits === 1 && size === 1))
    .sort((one, other) => other.hits - one.hits);
  const [best, second] = fitting;
  if (best === undefined || (second !== undefined && second.hits === best.hits)) return null;
  return best.code;
}
