import { isFigureIdea } from './figure-nouns.ts';
import { ideasOf } from './labels.ts';
import type { MeasureFinder } from './measure-of.ts';
import type { Figure } from './number-figure.ts';
import { clauseOf, sentenceOf, wordAt, type Passage, type Span } from './passage.ts';

const connectors =
  /^(?:because|due|thanks|owing|driven|following|since|so|but|which|as|after|from|against|compared|vs|versus|with|while|when|reflecting|mainly|partly|largely|pending|subject|until|than|and|by|despite|where)$/;

/**
 * The words that say what a number is: those before it in its clause and those after it up to a reason or the next number. Where the
 * first number of a sentence has nothing before it, the words after a number are its own ("5.1% primary and 8.2% secondary").
 */
export function wordsAbout(
  finder: MeasureFinder,
  figure: Figure,
  within: 'clause' | 'sentence',
): readonly string[] {
  const { passage, silent } = finder;
  const bounds = within === 'clause' ? clauseOf(passage, figure.from) : sentenceOf(passage, figure.from);
  const { last, next, firstFrom } = around(finder, figure, bounds);
  const before = words(passage, { from: last?.to ?? bounds.from, to: figure.from }, silent);
  const after = wordsAfter(passage, { from: figure.to, to: next?.from ?? bounds.to }, silent);
  if (last === null && next === null) return [...before, ...after];
  const opensWithNumber = !hasContent(words(passage, { from: bounds.from, to: firstFrom }, silent));
  if (opensWithNumber) return hasContent(after) ? after : before;
  return hasContent(before) ? before : after;
}

export interface Around {
  readonly last: Figure | null;
  readonly next: Figure | null;
  /** Where the first number of the bounds stands. */
  readonly firstFrom: number;
}

/** The numbers next to a number within the bounds. */
export function around({ figures }: MeasureFinder, figure: Figure, bounds: Span): Around {
  const at = figures.indexOf(figure);
  const last = figures[at - 1];
  const next = figures[at + 1];
  const first = figures.find((other) => other.from >= bounds.from) ?? figure;
  return {
    last: last !== undefined && last.from >= bounds.from ? last : null,
    next: next !== undefined && next.from < bounds.to ? next : null,
    firstFrom: first.from,
  };
}

function wordsAfter(passage: Passage, span: Span, silent: ReadonlySet<number>): readonly string[] {
  let to = span.from;
  while (to < span.to && !connectors.test(wordAt(passage, to))) to += 1;
  return words(passage, { from: span.from, to }, silent);
}

/** The words of a span that may say which measure is meant. */
export function words(passage: Passage, { from, to }: Span, silent: ReadonlySet<number>): readonly string[] {
  const list: string[] = [];
  for (let index = from; index < to; index += 1) if (!silent.has(index)) list.push(wordAt(passage, index));
  return list;
}

function hasContent(list: readonly string[]): boolean {
  return ideasOf(list.join(' ')).some((idea) => !isFigureIdea(idea));
}
