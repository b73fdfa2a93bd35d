import { countBefore, nearest, spanningAll, type Scene, type Span } from './scene.ts';
import { wholeNumberAt, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/** One child told by a place together with "the", a count of one, a year group or what sets the child apart. */
export function toldByDetails(scene: Scene): readonly Span[] {
  return [
    ...thatOne(scene),
    ...oneWithATrait(scene),
    ...aFewOfAYearGroup(scene),
    ...oneOfAYearGroup(scene),
    ...youngestOfAll(scene),
    ...ageToldLater(scene),
    ...siblingsWithMore(scene),
  ];
}

/** How near the place of "the boy from Nechells" stands. */
const near = 6;

/** "The lad from Nechells with the crossbow", "the pupil who set the fire at Colmers School", "the child in room 12 of the Tyburn Road hotel". */
function thatOne(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.children.flatMap((child) => {
    if (!isThat(sentence, child.from) || sentence[child.to - 1]?.possessive === true) return [];
    const joins = wordAt(sentence, child.to);
    const place = nearest(scene.places, child);
    if (place === null || place.from < child.to || !(leadsToAPlace.has(joins) || /ed$/u.test(joins)))
      return [];
    const isTold = /^(?:who|whose|that)$/u.test(joins);
    return isTold || place.from - child.to <= near ? [spanningAll(scene, [child, place])] : [];
  });
}

const leadsToAPlace = wordSet(
  'from in at on of near outside who whose that with living placed staying missing found left seen shot taken born kept held sent caught',
);

/** "The", with at most two words between; not "voice of the child" or "for the child". */
function isThat(sentence: Sentence, index: number): boolean {
  const back = [1, 2, 3].find((steps) => /^(?:the|that|this|our)$/u.test(wordAt(sentence, index - steps)));
  return (
    back !== undefined && !/^(?:of|for|around|every|each|any)$/u.test(wordAt(sentence, index - back - 1))
  );
}

/** "A looked-after boy in Billesley was restrained", "one deaf pupil at Harborne Primary". */
function oneWithATrait(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  if (sentence.some(({ word }) => anybody.has(word))) return [];
  return scene.children.flatMap((child) => {
    const place = nearest(scene.places, child);
    const trait = nearest([...scene.traits, ...scene.yearGroups], child) ?? insideOf(scene, child);
    const isOnly = wordAt(sentence, child.from - 1) === 'one' && wordAt(sentence, child.from - 2) === 'only';
    if (place !== null && isOnly) return [spanningAll(scene, [child, place])];
    if (place === null || trait === null || !isOne(sentence, child.from)) return [];
    return [spanningAll(scene, [child, trait, place])];
  });
}

/** What is said of any child in a service, not of one. */
const anybody = wordSet(
  'can could should may might must will would entitled eligible gets get receives receive usually typically likely offered if whether when would-be every each any',
);

/** "Foster child": the trait is in the word itself. */
function insideOf(scene: Scene, child: Span): Span | null {
  return scene.traits.find(({ from, to }) => from >= child.from && to <= child.to) ?? null;
}

/** "One", "a", "a single", "just one", over at most four words. */
function isOne(sentence: Sentence, index: number): boolean {
  for (let back = 1; back <= 5; back += 1) {
    const word = wordAt(sentence, index - back);
    if (/^(?:one|a|an|single|1|another|our|lone)$/u.test(word)) return true;
    if (word === '' || /^(?:the|every|each|any|no|per|of|in|for|to|and|or)$/u.test(word)) return false;
  }
  return false;
}

/** "Only 2 girls in Year 11 at Waverley". */
function aFewOfAYearGroup(scene: Scene): readonly Span[] {
  return scene.groups.flatMap((group) => {
    const year = nearest([...scene.yearGroups, ...scene.ages], group);
    const isBefore = year !== null && year.to === group.from;
    const count = countBefore(scene.sentence, isBefore ? year.from : group.from);
    const place = nearest(scene.places, group);
    if (count === null || count > 4 || year === null || place === null) return [];
    return [spanningAll(scene, [group, year, place])];
  });
}

/** "One Year 7 at Ark Boulton is blind": the year group stands for the child. */
function oneOfAYearGroup(scene: Scene): readonly Span[] {
  return scene.yearGroups.flatMap((year) => {
    const place = nearest(scene.places, year);
    const before = [1, 2].map((back) => wordAt(scene.sentence, year.from - back));
    const isOneOfIt = /^(?:one|1|a|our|only)$/u.test(before[0] ?? '') || before.slice(1).includes('the');
    const joins = /^(?:at|in|from|with|who)$/u.test(wordAt(scene.sentence, year.to));
    return isOneOfIt && joins && place !== null ? [spanningAll(scene, [year, place])] : [];
  });
}

/** "One boy in the secure home is 10, the youngest in the country". */
function youngestOfAll(scene: Scene): readonly Span[] {
  const at = scene.sentence.findIndex(({ word }) => /^(?:youngest|oldest|smallest)$/u.test(word));
  const child = at < 0 ? null : nearest(scene.children, { from: at, to: at + 1 });
  const isOneOfMany = child !== null && isOne(scene.sentence, child.from);
  return isOneOfMany ? [spanningAll(scene, [child, { from: at, to: at + 1 }])] : [];
}

/** "A pupil at Featherstone bites; he is 5". */
function ageToldLater(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  const at = sentence.findIndex(
    ({ word }, index) =>
      /^(?:he|she)$/u.test(word) &&
      wordAt(sentence, index + 1) === 'is' &&
      sentence[index + 2]?.kind === 'number' &&
      (wholeNumberAt(sentence, index + 2) ?? 99) < 20,
  );
  if (at < 0 || /^(?:years|per|of|%)$/u.test(wordAt(sentence, at + 3))) return [];
  const age = { from: at, to: at + 3 };
  const child = nearest(scene.children, age);
  const place = child === null ? null : nearest(scene.places, child);
  return child === null || place === null ? [] : [spanningAll(scene, [child, age, place])];
}

/** "Disabled twins in Sheldon", "sisters aged 3 and 6 found locked in a bedroom in Alum Rock". */
function siblingsWithMore(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.siblings.flatMap((siblings) => {
    const place = nearest(scene.places, siblings);
    const isAged = wordAt(sentence, siblings.to) === 'aged' && sentence[siblings.to + 1]?.kind === 'number';
    const detail = isAged
      ? { from: siblings.to, to: siblings.to + 2 }
      : nearest([...scene.traits, ...scene.severe], siblings);
    return place === null || detail === null ? [] : [spanningAll(scene, [siblings, detail, place])];
  });
}
