import { onePersonAt, type PersonMention } from './child-words.ts';
import { countBefore, nearest, spanningAll, type Scene, type Span } from './scene.ts';
import { traitAt } from './rare-circumstances.ts';
import { wordAt, type Sentence } from './words-of-a-sentence.ts';

/** One child marked out by being the only one, or one of a few: with a place, a year group, a trait or an event. */
export function uniqueChildren(scene: Scene): readonly Span[] {
  return [...onlyOnes(scene), ...oneOfAFew(scene), ...oneAmongThem(scene), ...onlyOneOfOurs(scene)];
}

/** "The only Year 6 wheelchair user at X Primary", "the only family in Lozells still in B&B". */
function onlyOnes(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return sentence.flatMap((token, index) => {
    if (
      !/^(?:only|sole|lone)$/u.test(token.word) ||
      !/^(?:the|our|his|her|their|is|was|as)$/u.test(wordAt(sentence, index - 1))
    )
      return [];
    const person = personAfter(sentence, index + 1);
    if (person === null) return [];
    const whole = { from: index, to: person.to };
    const setting = nearest([...scene.places, ...scene.severe], whole);
    const within = { from: index + 1, to: person.to };
    const details = [...scene.traits, ...scene.yearGroups].filter(
      ({ from }) => from >= within.from && from <= person.to + 8,
    );
    const evidence = [setting, ...details].filter((span) => span !== null);
    return evidence.length > 0 ? [spanningAll(scene, [whole, ...evidence])] : [];
  });
}

/** The person that "only" is said of, over a year group, an age, traits and at most two other words. */
function personAfter(sentence: Sentence, from: number): PersonMention | null {
  let others = 0;
  for (let index = from; index <= from + 9; index += 1) {
    const token = sentence[index];
    if (token === undefined) return null;
    const person = onePersonAt(sentence, index);
    if (person !== null) return person;
    if (token.kind === 'number' || token.text === '-' || /^(?:year|yr|y|old|one|of)$/u.test(token.word))
      continue;
    if (traitAt(sentence, index) > 0) continue;
    others += 1;
    if (
      token.kind === 'mark' ||
      others > 2 ||
      /^(?:where|that|which|who|in|at|to|for|with|and|when|if|because)$/u.test(token.word)
    )
      return null;
  }
  return null;
}

/** "One of the three girls in care at Rose House", "one of two pupils at Holte School who …". */
function oneOfAFew(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.groups.flatMap((group) => {
    const count = countBefore(sentence, group.from);
    const opens = count === null ? null : oneOfBefore(sentence, group.from);
    if (count === null || count < 2 || count > 9 || opens === null) return [];
    const evidence = nearest([...scene.places, ...scene.severe, ...scene.traits], group);
    return evidence === null ? [] : [spanningAll(scene, [{ from: opens, to: group.to }, evidence])];
  });
}

/** Where "one of (the)" begins, if it stands a few words before. */
function oneOfBefore(sentence: Sentence, index: number): number | null {
  for (let at = index - 2; at >= index - 7; at -= 1) {
    if (/^(?:one|two|1|2|none|all|both)$/u.test(wordAt(sentence, at)) && wordAt(sentence, at + 1) === 'of')
      return at;
  }
  return null;
}

/** "Of the two pupils in the unit, one has leukaemia". */
function oneAmongThem(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.groups.flatMap((group) => {
    const count = countBefore(sentence, group.from);
    const opens = sentence.slice(Math.max(0, group.from - 5), group.from).some(({ word }) => word === 'of');
    const one = sentence.findIndex(
      ({ word }, index) => index > group.to && word === 'one' && sentence[index - 1]?.text === ',',
    );
    const evidence = nearest([...scene.severe, ...scene.traits], group);
    if (count === null || count > 4 || !opens || one === -1 || evidence === null) return [];
    return [spanningAll(scene, [group, { from: one, to: one + 1 }, evidence])];
  });
}

/** "Only one of our children has this rare condition", "one of our Year 7 boys at Holte School was shot". */
function onlyOneOfOurs(scene: Scene): readonly Span[] {
  const { sentence } = scene;
  return scene.groups.flatMap((group) => {
    const opens = oneOfBefore(sentence, group.from);
    const evidence = nearest([...scene.severe, ...scene.traits], group);
    if (opens === null || evidence === null) return [];
    const isOnly = wordAt(sentence, opens - 1) === 'only';
    const isInAnEvent = nearest(scene.severe, group) !== null && nearest(scene.places, group) !== null;
    if (!isOnly && !(isInAnEvent && wordAt(sentence, opens + 2) === 'our')) return [];
    return [spanningAll(scene, [{ from: isOnly ? opens - 1 : opens, to: group.to }, evidence])];
  });
}
