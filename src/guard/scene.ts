import { ageAt, type AgeMention } from './ages.ts';
import {
  brothersAndSistersAt,
  manyChildrenAt,
  onePersonAt,
  oneChildAt,
  phraseStart,
  isNobodyInParticular,
  standsAlone,
  type PersonMention,
} from './child-words.ts';
import { smallPlaceAt } from './place-words.ts';
import { severeAt, traitAt } from './rare-circumstances.ts';
import { wholeNumberAt, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/** Some tokens of a sentence: from the first up to and without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a sentence says that could tell who is meant. */
export interface Scene {
  readonly sentence: Sentence;
  readonly children: readonly PersonMention[];
  /** Children, and single families, parents and patients. */
  readonly people: readonly PersonMention[];
  readonly groups: readonly PersonMention[];
  readonly siblings: readonly PersonMention[];
  readonly ages: readonly AgeMention[];
  readonly yearGroups: readonly Span[];
  readonly places: readonly Span[];
  readonly severe: readonly Span[];
  readonly traits: readonly Span[];
}

/** Null where the sentence speaks of no child, family or group of children at all. */
export function sceneOf(sentence: Sentence): Scene | null {
  const all = <T>(find: (index: number) => T | null): readonly T[] => {
    const found: T[] = [];
    for (const [index, token] of sentence.entries()) {
      const one = token.kind === 'mark' ? null : find(index);
      if (one !== null) found.push(one);
    }
    return found;
  };
  const ages = all((index) => ageAt(sentence, index)).filter(({ isGroup }) => !isGroup);
  const byAge = ages.filter((age) => standsForAPerson(sentence, age)).map(({ from, to }) => ({ from, to }));
  const particular = (mention: PersonMention) => !isNobodyInParticular(sentence, mention.from);
  const people = [...all((index) => onePersonAt(sentence, index)), ...byAge].filter(particular);
  const groups = all((index) => manyChildrenAt(sentence, index));
  const siblings = all((index) => brothersAndSistersAt(sentence, index));
  const yearGroups = all((index) => yearGroupAt(sentence, index));
  if (people.length + groups.length + siblings.length + yearGroups.length === 0) return null;
  return {
    sentence,
    ages,
    people,
    groups,
    siblings,
    children: people.filter(
      ({ from }) => oneChildAt(sentence, from) !== null || byAge.some((age) => age.from === from),
    ),
    yearGroups,
    places: all((index) => spanTo(index, smallPlaceAt(sentence, index))),
    severe: all((index) => spanOf(index, severeAt(sentence, index))),
    traits: all((index) => spanOf(index, traitAt(sentence, index))),
  };
}

/** "A 14-year-old from Kingstanding", "14 y/o from": the age alone is the person; "a 2-year-old place" is not. */
function standsForAPerson(sentence: Sentence, age: AgeMention): boolean {
  const first = wordAt(sentence, age.from);
  if (first === 'aged' || first === 'age' || !standsAlone(sentence[age.to])) return false;
  const before = sentence[age.from - 1];
  const isFirst = before === undefined || before.kind === 'mark';
  return isFirst || [1, 2, 3, 4, 5].some((back) => articles.has(wordAt(sentence, age.from - back)));
}

const articles = wordSet('a an one the this that another our his her');

/** "Year 6", "Y6", "Reception". */
export function yearGroupAt(sentence: Sentence, index: number): Span | null {
  const word = wordAt(sentence, index);
  const isOfAClass = /^(?:child|pupil|boy|girl|class)$/u.test(wordAt(sentence, index + 1));
  if (word === 'reception' && (sentence[index]?.capital === true || isOfAClass))
    return { from: index, to: index + 1 };
  if (word !== 'year' && word !== 'yr' && word !== 'y') return null;
  const year = wholeNumberAt(sentence, index + 1);
  if (year === null || year < 1 || year > 13 || wordAt(sentence, index + 2) === '-') return null;
  return { from: index, to: index + 2 };
}

function spanOf(from: number, length: number): Span | null {
  return length === 0 ? null : { from, to: from + length };
}

function spanTo(from: number, to: number | null): Span | null {
  return to === null ? null : { from, to };
}

/** How far apart in a sentence things may stand and still be about the same child. */
const reach = 28;

/** The nearest of these to a mention, if one is near and is not part of it. */
export function nearest(spans: readonly Span[], mention: Span): Span | null {
  const apart = (span: Span) => Math.max(span.from - mention.to, mention.from - span.to);
  const near = spans.filter((span) => apart(span) >= 0 && apart(span) <= reach);
  return near.reduce<Span | null>(
    (best, span) => (best === null || apart(span) < apart(best) ? span : best),
    null,
  );
}

/**
 * From the first to the last of these and of whatever else near by tells who is meant: the mask takes all of it away, or what
 * it left would still tell.
 */
export function spanningAll(scene: Scene, spans: readonly Span[]): Span {
  const core = spanning(scene.sentence, spans);
  const more = [scene.places, scene.severe, scene.traits]
    .map((kind) => nearest(kind, core))
    .filter((span) => span !== null);
  return spanning(scene.sentence, [core, ...more]);
}

function spanning(sentence: Sentence, spans: readonly Span[]): Span {
  const from = Math.min(...spans.map((span) => span.from));
  return { from: phraseStart(sentence, from), to: Math.max(...spans.map((span) => span.to)) };
}

/** The count in front of a noun, over at most two adjectives: "two young boys". */
export function countBefore(sentence: Sentence, index: number): number | null {
  for (let back = 1; back <= 3; back += 1) {
    const token = sentence[index - back];
    if (token === undefined || token.kind === 'mark' || prepositions.has(token.word)) return null;
    const count = wholeNumberAt(sentence, index - back);
    if (count !== null) return wordAt(sentence, index - back - 1) === 'year' ? null : count;
  }
  return null;
}

const prepositions = wordSet('for of in with and to from by at on or');
