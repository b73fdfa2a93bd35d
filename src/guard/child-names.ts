import { ageAt } from './ages.ts';
import { childWords } from './child-nouns.ts';
import { inAChildsLife } from './childs-life.ts';
import { namedFamilies } from './family-names.ts';
import { childEventAfter, hasHappened } from './child-events.ts';
import { nameAt, type KnownNames, type NameMention } from './name-mentions.ts';
import { ofARelative } from './named-by-relatives.ts';
import type { Sighting } from './personal-data-finding.ts';
import { institutionAt } from './place-words.ts';
import { yearGroupAt, type Span } from './scene.ts';
import { bareAgeAfter } from './singled-out-children.ts';
import { wholeNumberAt, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/**
 * Names of children, young people and their families: a name with a child's age, a relative ("mum of Aisha", "Tyler's
 * nan"), a word for a child ("a boy called Kofi"), a year group, or something that happens to children ("Ruby was excluded").
 * The names of councillors, colleagues and other professionals pass: a name alone is not a finding.
 */
export function childNamesIn(sentences: readonly Sentence[], known: KnownNames): readonly Sighting[] {
  const named = new Set<string>();
  const sightings: Sighting[] = [];
  for (const sentence of sentences)
    for (const [index, token] of sentence.entries()) {
      const name = token.kind === 'word' ? nameAt(sentence, index, known) : null;
      const found = name === null ? null : childNamed(sentence, name, known);
      if (name === null || found === null) continue;
      named.add(wordAt(sentence, name.from));
      sightings.push(sightingOf(sentence, found));
    }
  const families = sentences.flatMap((sentence) =>
    [...namedFamilies(sentence), ...withInitials(sentence)].map((span) => sightingOf(sentence, span)),
  );
  return [...sightings, ...families, ...namedAgain(sentences, named)];
}

/** Once it is clear whose name it is, it goes wherever it stands. */
function namedAgain(sentences: readonly Sentence[], named: ReadonlySet<string>): readonly Sighting[] {
  return sentences.flatMap((sentence) =>
    sentence.flatMap((token, index) =>
      token.capital && named.has(token.word) ? [sightingOf(sentence, { from: index, to: index + 1 })] : [],
    ),
  );
}

function sightingOf(sentence: Sentence, { from, to }: Span): Sighting {
  const isOpen = sentence.slice(from, to).some(({ text }) => text === '(') && wordAt(sentence, to) === ')';
  const last = sentence[isOpen ? to : to - 1];
  const end = last === undefined ? 0 : last.possessive ? last.start + last.word.length : last.end;
  return { type: 'person_name', start: sentence[from]?.start ?? 0, end, certain: false };
}

function childNamed(sentence: Sentence, name: NameMention, known: KnownNames): Span | null {
  return (
    withAge(sentence, name) ??
    ofARelative(sentence, name) ??
    afterAWordForAChild(sentence, name) ??
    (name.isKnown
      ? (withYearGroup(sentence, name) ??
        inSomethingThatHappens(sentence, name) ??
        atASchool(sentence, name) ??
        inAChildsLife(sentence, name, known))
      : null)
  );
}

/** "Jayden, 9, has", "Jayden Smith (aged 14)", "Aisha is 12 years old", "14-year-old Kai". */
function withAge(sentence: Sentence, name: NameMention): Span | null {
  const before = ageBefore(sentence, name.from);
  if (before !== null) return { from: before, to: name.to };
  if (sentence[name.to - 1]?.possessive === true) return null;
  const at = overLinks(sentence, name.to);
  const age = ageAt(sentence, at);
  if (age !== null && !age.isGroup) return { from: name.from, to: age.to };
  if (name.isKnown && saysHowOld(sentence, at)) return { from: name.from, to: at + 1 };
  return name.isKnown || isFollowedAsAPerson(sentence, name.to) ? bareAge(sentence, name) : null;
}

/** "Is", and the ending of "who's" and "she's". */
function isOrHes(sentence: Sentence, index: number): boolean {
  const token = sentence[index];
  return token?.word === 'is' || (token?.possessive === true && /^(?:who|he|she)$/u.test(token.word));
}

/** Over the ", who is a" between a name and an age. */
function overLinks(sentence: Sentence, from: number): number {
  let at = from;
  while (at < from + 5 && /^(?:,|\(|-|is|was|who|he|she|they|now|just|a)$/u.test(wordAt(sentence, at)))
    at += 1;
  return at;
}

/** "Harrison, who is 15,": a number that counts nothing. */
function saysHowOld(sentence: Sentence, at: number): boolean {
  const age = sentence[at]?.kind === 'number' ? wholeNumberAt(sentence, at) : null;
  if (age === null || age > 19 || !isOrHes(sentence, at - 1)) return false;
  const next = sentence[at + 1];
  return next === undefined || /^(?:[,.;)!?]|and|but)$/u.test(next.word);
}

function bareAge(sentence: Sentence, name: NameMention): Span | null {
  const bare = bareAgeAfter(sentence, name.to);
  if (bare === null) return null;
  // "Aston, 9, and Handsworth, 12" is a list of counts; so is one number in a row of them.
  const isList =
    wordAt(sentence, bare.to + 1) === 'and' && sentence[bare.to + 2]?.capital === true && !name.isKnown;
  return isList ? null : { from: name.from, to: bare.to };
}

/** ", 9, who", ", 9, was": said of a person and not of a place. */
function isFollowedAsAPerson(sentence: Sentence, at: number): boolean {
  return wordAt(sentence, at + 2) === ',' && personVerbs.has(wordAt(sentence, at + 3));
}

const personVerbs = wordSet(
  'who whose has had was is lives attends told said went from died and his her disclosed needs wants goes',
);

function ageBefore(sentence: Sentence, index: number): number | null {
  for (let from = index - 6; from < index; from += 1) {
    const age = ageAt(sentence, from);
    if (age === null || age.isGroup || wordAt(sentence, from) === 'aged') continue;
    const between = sentence
      .slice(age.to, index)
      .every(({ word, kind }) => kind === 'word' && childWords.has(word));
    if (age.to <= index && between) return from;
  }
  return null;
}

/** "A boy called Kofi", "her son Leo", "pupil Aisha Khan". */
function afterAWordForAChild(sentence: Sentence, name: NameMention): Span | null {
  const before = wordAt(sentence, name.from - 1);
  if ((before === 'called' || before === 'named') && childWords.has(wordAt(sentence, name.from - 2)))
    return name;
  const at = before === ',' ? name.from - 2 : name.from - 1;
  if (/^(?:baby|son|daughter|toddler|little)$/u.test(wordAt(sentence, at)) && isSaidOfAPerson(sentence, name))
    return name;
  return name.isKnown && childWords.has(wordAt(sentence, at)) && sentence[at]?.possessive === false
    ? name
    : null;
}

/** "Student D. Forsyth", "young person K. Adeyemi". */
function withInitials(sentence: Sentence): readonly Span[] {
  return sentence.flatMap((token, index): Span[] => {
    const isInitial = /^\p{Lu}$/u.test(token.text) && childWords.has(wordAt(sentence, index - 1));
    const at = wordAt(sentence, index + 1) === '.' ? index + 2 : index + 1;
    return isInitial && /^\p{Lu}\p{Ll}+$/u.test(sentence[at]?.text ?? '')
      ? [{ from: index, to: at + 1 }]
      : [];
  });
}

/** "Baby Arlo died": a name nobody listed, but "Baby Steps has 40 places" is a programme. */
function isSaidOfAPerson(sentence: Sentence, name: NameMention): boolean {
  return (
    !programmes.has(wordAt(sentence, name.from)) &&
    /^(?:died|was|is|has|who|had|lives|needs)$/u.test(wordAt(sentence, name.to))
  );
}

const programmes = wordSet(
  'steps friendly box boxes bank clinic week sensory group loss first life lives ones hub massage cafe',
);

/** "Kai in Year 9", "Kai (Year 9)", "Kai, Year 9,". */
function withYearGroup(sentence: Sentence, name: NameMention): Span | null {
  const opens = wordAt(sentence, name.to);
  const at = opens === ',' || opens === '(' || opens === 'in' ? name.to + 1 : name.to;
  const year = yearGroupAt(sentence, at);
  if (year === null || at === name.to) return null;
  const closes = sentence[year.to];
  return closes === undefined || closes.kind === 'mark' || opens === 'in'
    ? { from: name.from, to: year.to }
    : null;
}

/** "Ruby was excluded", "Kai went missing", "Aisha lives with". */
function inSomethingThatHappens(sentence: Sentence, name: NameMention): Span | null {
  const isPossessive = sentence[name.to - 1]?.possessive === true;
  const happens = isPossessive ? hasHappened(sentence, name.to) : childEventAfter(sentence, name.to);
  return happens ? name : null;
}

const atWork = wordSet(
  `lead leads leading led head headteacher teacher senco dsl manager officer worker director chair chairs chaired commissioner colleague
  contact ask asked thanks thank thanked from meeting met with by presented presents confirmed confirms agreed reported will runs running
  coordinates principal governor governors deputy email speak spoke owner cover covering covers`,
);

/** "Jayden Smith at Holte School", where nothing says that he works there. */
function atASchool(sentence: Sentence, name: NameMention): Span | null {
  const joins = wordAt(sentence, name.to);
  if (joins !== 'at' && joins !== 'from') return null;
  const end = institutionAt(sentence, name.to + 1);
  const others = sentence.filter((_token, index) => index < name.from || (end !== null && index >= end));
  return end === null || others.some(({ word }) => atWork.has(word)) ? null : { from: name.from, to: end };
}
