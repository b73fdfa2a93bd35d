import type { ActionRating } from '../plan/rating.ts';
import { colourUse } from './colour-names.ts';
import { emojiMeaning } from './emoji.ts';
import { wordAt, wordsOf, type Passage } from './passage.ts';
import { letterRating } from './rating-letters.ts';
import type { RatingMention } from './rating-mention.ts';
import { phraseAt } from './rating-phrases.ts';
import type { KnownPerson } from './reply-context.ts';

export function findRatings(passage: Passage, people: readonly KnownPerson[]): readonly RatingMention[] {
  const single: RatingMention[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const mention = ratingAt(passage, index, people);
    if (mention === null) continue;
    single.push(mention);
    index = mention.to - 1;
  }
  return joined(passage, single);
}

function ratingAt(passage: Passage, index: number, people: readonly KnownPerson[]): RatingMention | null {
  const token = passage.tokens[index];
  if (token?.kind === 'emoji') return emojiRating(token.word, index);
  if (token?.kind !== 'word') return null;
  const { word } = token;
  if (word === 'red' || word === 'amber' || word === 'green')
    return colourRating(passage, index, word, people);
  const hazy = hazyColours.get(word);
  if (hazy !== undefined && isFreeStanding(passage, index)) {
    // Traffic lights are called yellow and orange too; blue and the shades in between are asked about.
    const unsure = word !== 'yellow' && word !== 'orange';
    return { from: index, to: index + 1, ratings: hazy, said: 'colour', unsure };
  }
  return letterRating(passage, index) ?? phraseAt(passage, index);
}

function emojiRating(emoji: string, index: number): RatingMention | null {
  const meaning = emojiMeaning(emoji);
  if (meaning === null) return null;
  const ratings: readonly ActionRating[] = meaning === 'tick' ? ['complete', 'green'] : [meaning];
  return { from: index, to: index + 1, ratings, said: 'emoji', unsure: false };
}

/** "amber", "amber-rated"; "amber-ish" may be its neighbours. */
function colourRating(
  passage: Passage,
  index: number,
  colour: 'red' | 'amber' | 'green',
  people: readonly KnownPerson[],
): RatingMention | null {
  const use = colourUse(passage, index, people);
  if (use === 'name') return null;
  const ending = wordAt(passage, index + 1) === '-' ? wordAt(passage, index + 2) : '';
  const to = ending === 'rated' || ending === 'ish' ? index + 3 : index + 1;
  const ratings = ending === 'ish' ? neighboursOf(colour) : [colour];
  return { from: index, to, ratings, said: 'colour', unsure: use === 'unsure' };
}

/** "greenish", "yellow", "blue": a colour that has to be asked about. Examples: "yellow for now", "amberish". */
const hazyColours: ReadonlyMap<string, readonly ActionRating[]> = new Map<string, readonly ActionRating[]>([
  ['yellow', ['amber']],
  ['orange', ['amber']],
  ['blue', ['complete']],
  ['greenish', ['green', 'amber']],
  ['amberish', ['amber', 'red']],
  ['reddish', ['red', 'amber']],
]);

function neighboursOf(colour: 'red' | 'amber' | 'green'): readonly ActionRating[] {
  return colour === 'green'
    ? ['green', 'amber']
    : colour === 'red'
      ? ['red', 'amber']
      : ['amber', 'red', 'green'];
}

/** "blue" beside a noun is a thing: "the blue book", "yellow card". */
function isFreeStanding(passage: Passage, index: number): boolean {
  const next = passage.tokens[index + 1];
  return (
    next === undefined ||
    next.kind === 'break' ||
    /^(?:[.,;:!?)–—-]|for|on|this|now|still|as|because|and|but)$/.test(next.word)
  );
}

const between = /^(?:\/|-|–|or|\/ ?-|,? ?or(?: maybe| perhaps| possibly)?)$/;

/** "amber/green" and "amber or red" are one mention that leaves it open; "red, amber or green" names the scale. */
function joined(passage: Passage, mentions: readonly RatingMention[]): readonly RatingMention[] {
  const result: RatingMention[] = [];
  for (let index = 0; index < mentions.length; index += 1) {
    const run: RatingMention[] = [];
    let current = mentions[index];
    while (current !== undefined) {
      run.push(current);
      const next = mentions[index + run.length];
      const third = mentions[index + run.length + 1];
      current =
        next !== undefined && (leavesOpen(passage, current, next) || isScale(passage, [current, next, third]))
          ? next
          : undefined;
    }
    index += run.length - 1;
    const mention = together(run);
    if (mention !== null) result.push(mention);
  }
  return result;
}

function leavesOpen(passage: Passage, one: RatingMention, other: RatingMention): boolean {
  if (other.from - one.to > 3 || one.said === 'emoji' || other.said === 'emoji') return false;
  if (one.ratings.join() === other.ratings.join()) return false;
  const gap = wordsOf(passage, one.to, other.from);
  // "Red - amber was hoped for" has a free dash; only a dash without blanks makes a pair.
  if (gap === '-' || gap === '–')
    return passage.tokens[one.to]?.spaced === false && passage.tokens[other.from]?.spaced === false;
  if (gap === 'and' && wordAt(passage, one.from - 1) === 'between') return true;
  return between.test(gap);
}

/** "red, amber or green": the comma before the "or" belongs to it. */
function isScale(
  passage: Passage,
  [one, two, three]: readonly [RatingMention, RatingMention, RatingMention | undefined],
): boolean {
  if (three === undefined || wordsOf(passage, one.to, two.from) !== ',') return false;
  return (
    /^,? ?or$/.test(wordsOf(passage, two.to, three.from)) &&
    new Set([one, two, three].flatMap(({ ratings }) => ratings)).size === 3
  );
}

function together(run: readonly RatingMention[]): RatingMention | null {
  const first = run[0];
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return null;
  const colours = new Set(run.flatMap(({ ratings }) => ratings));
  // "red, amber, green" and "R/A/G": the scale itself, not a rating.
  if (colours.has('red') && colours.has('amber') && colours.has('green') && run.length > 2) return null;
  return run.length === 1 ? first : { ...first, to: last.to, ratings: [...colours], said: 'colour' };
}
