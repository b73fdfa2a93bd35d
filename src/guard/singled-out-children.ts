import { labelledChildren } from './labelled-children.ts';
import type { Sighting } from './personal-data-finding.ts';
import { countBefore, nearest, sceneOf, spanningAll, type Scene, type Span } from './scene.ts';
import { toldByDetails } from './told-by-details.ts';
import { uniqueChildren } from './unique-children.ts';
import { wholeNumberAt, wordAt, type Sentence } from './words-of-a-sentence.ts';

/**
 * Wording that tells people in the neighbourhood or the school which child is meant, though nobody is named: one child with
 * an age or year group and a place or an event; one child with an event in a place; "the only … at …"; "one of the three …
 * in …"; fewer than five children with an event in a place; "Child A"; brothers and sisters in a place. Age groups, cohorts,
 * counts for the city and "every child" pass. No wording rule is certain: the sender may confirm that nobody can be told.
 */
export function singledOutChildrenIn(sentences: readonly Sentence[]): readonly Sighting[] {
  return sentences.flatMap((sentence) => {
    const scene = sceneOf(sentence);
    const spans = [...labelledChildren(sentence), ...(scene === null ? [] : toldBy(scene))];
    return spans.map((span) => sightingOf(sentence, span));
  });
}

function toldBy(scene: Scene): readonly Span[] {
  return [
    ...childrenWithAgeAndPlace(scene),
    ...childrenInAnEvent(scene),
    ...fewChildrenInAnEvent(scene),
    ...siblingsInAPlace(scene),
    ...uniqueChildren(scene),
    ...toldByDetails(scene),
  ];
}

function sightingOf(sentence: Sentence, { from, to }: Span): Sighting {
  return {
    type: 'small_group',
    start: sentence[from]?.start ?? 0,
    end: sentence[to - 1]?.end ?? 0,
    certain: false,
  };
}

/** "A 14 year old boy from Kingstanding", "girl (13) at Holte School", "a Year 6 pupil who was stabbed". */
function childrenWithAgeAndPlace(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.people.flatMap((child) => {
    const age = ageOf(scene, child);
    const setting = nearest([...scene.places, ...scene.severe], child);
    if (age === null || setting === null || isAnEntitlement(sentence)) return [];
    return [spanningAll(scene, [child, age, setting])];
  });
}

/** What a law or a service gives to any child of an age: "a two-year-old in Aston is entitled to". */
function isAnEntitlement(sentence: Sentence): boolean {
  return sentence.some(({ word }) =>
    /^(?:entitled|entitlement|eligible|eligibility|typically|average|funded|right|rights)$/u.test(word),
  );
}

function ageOf(scene: Scene, child: Span): Span | null {
  const touching = ({ from, to }: Span) =>
    (to <= child.from && child.from - to <= 3) ||
    (from >= child.to && from - child.to <= 3) ||
    (from <= child.from && to >= child.to);
  return [...scene.ages, ...scene.yearGroups].find(touching) ?? bareAgeAfter(scene.sentence, child.to);
}

/** "Boy, 14, from", "girl (13)". */
export function bareAgeAfter(sentence: Sentence, index: number): Span | null {
  const opens = wordAt(sentence, index);
  if (opens !== ',' && opens !== '(') return null;
  const age = sentence[index + 1]?.kind === 'number' ? wholeNumberAt(sentence, index + 1) : null;
  const closes = sentence[index + 2];
  if (age === null || age > 19 || (opens === '(' && closes?.text !== ')')) return null;
  if (closes !== undefined && closes.kind !== 'mark') return null;
  return { from: index + 1, to: index + 2 };
}

/** "The boy who was stabbed", "a pupil at Holte School took her own life", "the brother of the girl who died". */
function childrenInAnEvent(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.people.flatMap((person) => {
    const event = nearest(scene.severe, person);
    if (event === null) return [];
    const place = nearest(scene.places, person);
    if (place !== null) return [spanningAll(scene, [person, event, place])];
    const isThatOne = /^(?:the|that|this)$/u.test(wordAt(sentence, person.from - 1));
    const says = wordAt(sentence, person.to);
    const isTold =
      (says === 'who' || says === 'whose') && event.from - person.to <= 6 && event.from > person.to;
    return isThatOne && isTold ? [spanningAll(scene, [relativeBefore(sentence, person), person, event])] : [];
  });
}

/** "The sibling of" in front of "the child who died". */
function relativeBefore(sentence: Sentence, person: Span): Span {
  const isRelative =
    /^(?:sibling|brother|sister|mother|mum|father|dad|twin|parents|family|cousin|friend|siblings)$/u;
  const at = person.from - 3;
  return wordAt(sentence, at + 1) === 'of' && isRelative.test(wordAt(sentence, at))
    ? { from: at, to: person.to }
    : person;
}

/** "Two boys from Holte School were arrested". */
function fewChildrenInAnEvent(scene: Scene): readonly Span[] {
  return scene.groups.flatMap((group) => {
    const count = countBefore(scene.sentence, group.from);
    const event = nearest(scene.severe, group);
    const place = nearest(scene.places, group);
    if (count === null || count > 4 || event === null || place === null) return [];
    return [spanningAll(scene, [group, event, place])];
  });
}

/** "The three siblings from Lozells". */
function siblingsInAPlace(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.siblings.flatMap((siblings) => {
    const count = countBefore(sentence, siblings.from);
    const place = nearest(scene.places, siblings);
    const age = scene.ages.find(({ from }) => from >= siblings.to && from - siblings.to <= 2);
    const isCounted = age !== undefined || (count !== null && count <= 9);
    const isThatGroup =
      isCounted || (wordAt(sentence, siblings.from - 1) === 'the' && wordAt(sentence, siblings.to) !== 'of');
    return isThatGroup && place !== null ? [spanningAll(scene, [siblings, place])] : [];
  });
}
