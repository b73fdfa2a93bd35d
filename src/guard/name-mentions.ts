import { isInstitution, isNeighbourhood } from './place-words.ts';
import { familyNames } from './common-family-names.ts';
import { givenNames, wordsAndNames } from './given-names.ts';
import { wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/** What may be a person's name: the tokens from `from` up to and without `to`. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** A known given name that is not also a word. */
  readonly isKnown: boolean;
}

/** The words of each name that passes: of the partnership's own people and organisations. */
export type KnownNames = readonly ReadonlySet<string>[];

export function knownNames(names: readonly string[]): KnownNames {
  return names.map((name) => new Set(name.toLowerCase().split(/[\s-]+/u)));
}

const honorifics = wordSet(
  `cllr councillor dr doctor prof professor mr mrs ms miss sgt sergeant pc ps di ds acc hhj pcso qc kc dc insp inspector supt superintendent dci dcs dsu chief sir
  dame rev reverend imam rabbi lord lady baroness judge justice minister mp secretary director commissioner st saint sister's`,
);

/** Capital words that are no names: times, peoples, faiths, parts of the system and words that open sentences. */
const notNames = wordSet(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday spring summer autumn winter birmingham england english britain british uk gb ireland irish scotland scottish
  wales welsh europe european midlands solihull london african caribbean asian black white mixed somali pakistani bangladeshi
  indian kashmiri chinese polish romanian arab arabic yemeni sudanese eritrean afghan syrian iraqi iranian kurdish ukrainian
  roma gypsy traveller muslim christian sikh hindu jewish jew buddhist urdu bengali punjabi
  year key stage reception term phase section part tier band table figure annex appendix quarter week day month total
  the this that these those a an i we he she they it our their his her my your who what when where why how all both each every any
  some many most no not in on at of for from by with and or but so if as is are was were be been have has had will would can could
  should may might must do does did also however since after before during under over about between children child young people
  boy girl baby toddler infant teenager teen lad twins twin siblings sibling sister brother mother father mum dad son daughter family pupils pupil students student families family parents parent carers carer schools school education health social care early help
  hub hubs trust council board partnership police nhs ofsted cqc dfe send sen ehcp ehc camhs neet lac cin cp mash kooth special needs
  protection safeguarding support service services team teams plan plans strategy programme project review report pathway panel
  city ward road street lane park house centre college academy primary secondary nursery high grammar infant junior hospital
  red amber green blue complete nursing midwifery public mental maths science girls boys babies baby women men youth justice
  covid ramadan eid easter christmas diwali local national regional district north south east west central new old first second`,
);

/** The name that may begin at a token; null for honorifics, places, the partnership's own people and ordinary words. */
export function nameAt(sentence: Sentence, index: number, known: KnownNames): NameMention | null {
  if (sentence[index]?.kind !== 'word' || followsAnHonorific(sentence, index)) return null;
  const isKnown = isKnownName(sentence, index);
  if (!isKnown && !couldBeName(sentence, index)) return null;
  if (isKnownName(sentence, index - 1) && !isPossessive(sentence, index - 1)) return null;
  const to = endOfName(sentence, index);
  const hasFamilyName = to > index + 1 && familyNames.has(wordAt(sentence, to - 1));
  const isPlace = !isPossessive(sentence, to - 1) && isPartOfPlace(sentence, to);
  return isPlace || isOurs(sentence, index, to, known)
    ? null
    : { from: index, to, isKnown: isKnown || hasFamilyName };
}

function isPossessive(sentence: Sentence, index: number): boolean {
  return sentence[index]?.possessive === true;
}

/** "Cllr Smith", "Dr. Khan". */
function followsAnHonorific(sentence: Sentence, index: number): boolean {
  const at = wordAt(sentence, index - 1) === '.' ? index - 2 : index - 1;
  return honorifics.has(wordAt(sentence, at));
}

function isKnownName(sentence: Sentence, index: number): boolean {
  const token = sentence[index];
  if (token === undefined || !givenNames.has(token.word) || wordsAndNames.has(token.word)) return false;
  // ISA and ASHA in capitals are more often an abbreviation.
  return !/^\p{Lu}{2,4}$/u.test(token.text) && !isNeighbourhood(sentence, index);
}

/** A capital word of small letters that is nothing else. */
function couldBeName(sentence: Sentence, index: number): boolean {
  const token = sentence[index];
  if (token === undefined || !/^\p{Lu}[\p{Ll}\p{M}']{1,}/u.test(token.text)) return false;
  if (wordsAndNames.has(token.word)) return true;
  return !notNames.has(token.word) && !isInstitution(token.word) && !isNeighbourhood(sentence, index);
}

/** Over the family name: "Jayden Smith-Jones", "Fatima al Hassan". */
function endOfName(sentence: Sentence, index: number): number {
  let to = index + 1;
  while (to < index + 5 && !isPossessive(sentence, to - 1)) {
    const at = isJoin(sentence, to) ? to + 1 : to;
    if (!couldBeName(sentence, at) && !/^[B-HJ-Z]$/u.test(sentence[at]?.text ?? '')) break;
    to = at + 1;
  }
  return to;
}

/** The dash of a double name, the "al" or "bin" inside one. */
function isJoin(sentence: Sentence, index: number): boolean {
  const isDash = sentence[index]?.text === '-' && sentence[index].start === sentence[index - 1]?.end;
  return isDash || /^(?:al|el|bin|bint|de|da|van|ul|abu|o)$/u.test(wordAt(sentence, index));
}

const endsOfPlaces = wordSet(
  'square street road lane avenue foundation centre wood hall green heath park house close drive ward hub library university theatre stadium',
);

/** "James Brindley Academy", "Victoria Square". */
function isPartOfPlace(sentence: Sentence, to: number): boolean {
  const next = sentence[to];
  return next?.kind === 'word' && next.capital && (isInstitution(next.word) || endsOfPlaces.has(next.word));
}

/** The first name alone, or all of it, is one of the partnership's people or organisations. */
function isOurs(sentence: Sentence, from: number, to: number, known: KnownNames): boolean {
  const words = sentence.slice(from, to).filter(({ kind }) => kind === 'word');
  return known.some((name) => words.every(({ word }) => name.has(word)));
}
