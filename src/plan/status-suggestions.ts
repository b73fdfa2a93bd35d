import { likeness } from './similar-words.ts';
import type { NamedTarget, StatusTarget } from './status-target.ts';

/** Nothing longer than this is nearly a name. */
const longestName = 60;

/** The most other readings that are offered beside the best. */
const mostOffered = 2;

/**
 * Outcomes and themes that are easily taken for this one, because a word of both begins alike: SAFE and BUILD SAFETY, INCLUDED and
 * INCLUSIVE CITY. An outcome is mistaken for a theme or the other way round, never for its own kind.
 */
export function nearCollisions(
  { target, names }: NamedTarget,
  all: readonly NamedTarget[],
): readonly StatusTarget[] {
  const otherKind = target.kind === 'outcome' ? 'theme' : 'outcome';
  if (target.kind !== 'outcome' && target.kind !== 'theme') return [];
  return all
    .filter((other) => other.target.kind === otherKind && beginAlike(names, other.names))
    .map((other) => other.target)
    .slice(0, mostOffered);
}

/** What could be typed instead, nearest names first. */
export function suggestionsFor(phrase: string, all: readonly NamedTarget[]): readonly string[] {
  const known = all.filter(({ target }) => target.kind !== 'person' && target.kind !== 'organisation');
  const scored = (phrase.length > longestName ? [] : known)
    .map((each) => ({ typed: each.target.typed, score: nearness(phrase, each) }))
    .filter(({ score }) => score > 0.3);
  const nearest = scored.sort((first, second) => second.score - first.score).map(({ typed }) => typed);
  const examples = ['outcome', 'theme', 'action'].flatMap(
    (kind) => known.find(({ target }) => target.kind === kind)?.target.typed ?? [],
  );
  return [...new Set([...nearest.slice(0, 3), ...examples, 'red', 'mine'])];
}

function nearness(phrase: string, { names, aliases, target: { typed } }: NamedTarget): number {
  return Math.max(...[typed, ...names, ...aliases].map((name) => likeness(phrase, name)));
}

function beginAlike(first: readonly string[], second: readonly string[]): boolean {
  const words = (names: readonly string[]) =>
    names.flatMap((name) => name.split(' ')).filter((word) => word.length >= 4);
  return words(first).some((one) =>
    words(second).some((other) => sharedBeginning(one, other) >= leastShared(one, other)),
  );
}

function leastShared(first: string, second: string): number {
  return Math.max(4, Math.ceil(Math.min(first.length, second.length) * 0.6));
}

function sharedBeginning(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length += 1;
  return length;
}
