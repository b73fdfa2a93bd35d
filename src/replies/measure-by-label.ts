import type { ReadMeasure } from './asked-measure.ts';
import { figureWords, isFigureIdea } from './figure-nouns.ts';
import { ideasOf, shared } from './labels.ts';
import type { MeasureOf } from './measure-of.ts';
import { isFunctionWord, isItemWord } from './plain-words.ts';

export type Labelled =
  | { readonly kind: 'found'; readonly of: MeasureOf }
  | { readonly kind: 'other'; readonly words: string }
  | { readonly kind: 'bare' };

/** Words that turn a measure into its opposite or a part of it: "61% were late" is not "issued within 20 weeks". */
const opposite =
  /^(?:late|overdue|missed|breached|breaching|failed|outside|outstanding|backlog|exceeding|refused|rejected|vacant|vacancies|sickness|untrained|unfilled|declined)$/;

/** The measure whose label some words speak of: found, something else, or no telling word at all. */
export function byLabel(words: readonly string[], fitting: readonly ReadMeasure[]): Labelled {
  const telling = words.filter(
    (word) => /\p{L}/u.test(word) && !isFunctionWord(word) && !isItemWord(word) && !figureWords.has(word),
  );
  const ideas = ideasOf(words.join(' ')).filter((idea) => !isFigureIdea(idea));
  const totals = fitting.filter(({ sumOf }) => sumOf.length > 0);
  const total = totals[0];
  if (total !== undefined && totals.length === 1 && isTotalOf(words, ideas, total, fitting))
    return { kind: 'found', of: { kind: 'measure', code: total.code, by: 'label' } };
  if (ideas.length === 0) return { kind: 'bare' };
  if (
    telling.some((word) => opposite.test(word)) &&
    !fitting.some(({ label }) =>
      telling.some((word) => opposite.test(word) && label.toLowerCase().includes(word)),
    )
  ) {
    return { kind: 'other', words: telling.join(' ') };
  }
  const best = bestMatches(ideas, fitting, words);
  if (best.length === 0) return { kind: 'other', words: (telling.length > 0 ? telling : words).join(' ') };
  const only = best[0];
  if (only !== undefined && best.length === 1)
    return { kind: 'found', of: { kind: 'measure', code: only, by: 'label' } };
  return { kind: 'found', of: { kind: 'several', codes: best } };
}

/** "total 6.1%", "NEET/NK 6.1%": it is called one, or its parts are named together. */
function isTotalOf(
  words: readonly string[],
  ideas: readonly string[],
  total: ReadMeasure,
  among: readonly ReadMeasure[],
): boolean {
  if (words.some((word) => totalWords.test(word))) return true;
  if (!words.some((word) => /^(?:or|and|&|\/|\+)$/.test(word))) return false;
  const parts = among.filter(({ code }) => total.sumOf.includes(code));
  return parts.every((part) =>
    part.ideas.some(
      (idea) => ideas.includes(idea) && parts.every((other) => other === part || !other.ideas.includes(idea)),
    ),
  );
}

const totalWords = /^(?:combined|total|overall|together|sum|altogether)$/;

/** The measures whose labels say most of what was said; a total only where it is called one or all its parts are named. */
function bestMatches(
  ideas: readonly string[],
  fitting: readonly ReadMeasure[],
  words: readonly string[],
): readonly string[] {
  const isTotal = words.some((word) => totalWords.test(word)) || words.includes('or') || words.includes('+');
  const scores = fitting
    .filter(({ sumOf }) => sumOf.length === 0 || isTotal)
    .map((measure) => {
      const hits = shared(ideas, measure.ideas).length + (measure.sumOf.length > 0 && isTotal ? 1 : 0);
      return { code: measure.code, hits, size: measure.ideas.length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.hits - one.hits || one.size - other.size);
  const best = scores[0];
  if (best === undefined) return [];
  const equal = scores.filter(({ hits }) => hits === best.hits);
  // "Good Level of Development 68%" beside "…: FSM": the plain one is the one without more to say.
  const plain = equal.filter(({ size }) => size === best.size);
  const others = equal.filter(({ size }) => size > best.size);
  if (plain.length === 1 && (others.length === 0 || best.hits === best.size)) return [best.code];
  return equal.map(({ code }) => code);
}
