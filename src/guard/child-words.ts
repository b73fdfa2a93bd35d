import type { Token } from './text-tokens.ts';
import { phraseAt, phraseBook, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

const oneChild = phraseBook(
  `child; boy; girl; baby; toddler; infant; newborn; pupil; student; teenager; teen; youngster; lad; schoolboy; schoolgirl;
  young person; young man; young woman; young mother; young mum; young father; care leaver; twin; sibling; brother; sister; son;
  daughter; learner; minor; grandson; granddaughter; nephew; niece; foster child; yp; schoolchild; adolescent; male; female; sixth former; teenage father; teenage mother; teenage mum; teenage dad; teenage boy; teenage girl; tot; kid; new - born; youth; primary pupil; nursery child; school refuser`,
);
const anyPerson = phraseBook(
  'user; family; mother; mum; father; dad; parent; refugee; asylum seeker; patient; household; person; carer',
);
const manyChildren = phraseBook(
  `children; boys; girls; babies; toddlers; infants; pupils; students; teenagers; teens; youngsters; lads; schoolboys;
  schoolgirls; young people; young men; young women; care leavers; twins; siblings; brothers; sisters; sons; daughters; learners; sixth formers; kids; students; refugees; asylum seekers`,
);
const brothersAndSisters = phraseBook(
  'siblings; sisters; brothers; twins; triplets; sibling group; twin girls; twin boys; twin sisters; twin brothers',
);

/** What may follow a noun that stands for a person; any other word makes it part of another: "child protection plan". */
const mayFollow = wordSet(
  `who whose whom which that with from in at on of off was is has had were are and or but to aged age under after before since then
  attending living waiting placed excluded missing staying using receiving named called known left died went told said took ran being
  still now not never also attends lives goes needs stabbed shot killed murdered arrested charged removed found admitted disclosed
  reported outside near without by for because when where while did does could would can will should may might must injured hurt raped
  assaulted abused moved returned sent taken seen subject currently recently permanently has'nt hasn't wasn't isn't didn't as i we she he
  they whom into over between during until again alone together suspended detained remanded sectioned born tested groomed exploited`,
);

export interface PersonMention {
  readonly from: number;
  readonly to: number;
}

/** One child at this place ("girl", "young person", "the boy's"), not as part of another noun ("child protection"). */
export function oneChildAt(sentence: Sentence, index: number): PersonMention | null {
  return personAt(sentence, index, phraseAt(sentence, index, oneChild));
}

/** One child, or one family, parent, user or patient. */
export function onePersonAt(sentence: Sentence, index: number): PersonMention | null {
  return oneChildAt(sentence, index) ?? personAt(sentence, index, phraseAt(sentence, index, anyPerson));
}

/** Several children. */
export function manyChildrenAt(sentence: Sentence, index: number): PersonMention | null {
  const length = phraseAt(sentence, index, manyChildren);
  const last = sentence[index + length - 1];
  return last?.possessive === true ? null : personAt(sentence, index, length);
}

export function brothersAndSistersAt(sentence: Sentence, index: number): PersonMention | null {
  return personAt(sentence, index, phraseAt(sentence, index, brothersAndSisters));
}

function personAt(sentence: Sentence, index: number, length: number): PersonMention | null {
  if (length === 0) return null;
  const to = index + length;
  const isPossessive = sentence[to - 1]?.possessive === true;
  return isPossessive || standsAlone(sentence[to]) ? { from: index, to } : null;
}

/** "Looked-after-child" and "child/adult" are adjectives; so is a noun before another one. */
export function standsAlone(next: Token | undefined): boolean {
  if (next === undefined) return true;
  if (next.kind !== 'word') return !['-', '/', '&'].includes(next.text);
  return mayFollow.has(next.word) || (/(?:ing|ed)$/u.test(next.word) && !partsOfNouns.has(next.word));
}

const partsOfNouns = wordSet(
  'safeguarding trafficking grooming parenting learning wellbeing training housing funding planning counselling need',
);

const anyOne = wordSet('every each any per no average typical another whichever either');

/** "Every child", "any 5-year-old": nobody in particular. */
export function isNobodyInParticular(sentence: Sentence, index: number): boolean {
  for (let back = 1; back <= 6; back += 1) {
    const token = sentence[index - back];
    if (token === undefined || (token.kind === 'mark' && token.text !== '-')) return false;
    if (anyOne.has(token.word)) return true;
    if (
      /^(?:the|a|an|this|that|one|in|at|of|for|from|who|our|his|her|their)$/u.test(token.word) &&
      token.word !== 'a'
    )
      return false;
  }
  return false;
}

/** The article or count that opens the phrase before a noun, so that a mask takes it whole. */
export function phraseStart(sentence: Sentence, index: number): number {
  for (let back = 1; back <= 5; back += 1) {
    const word = wordAt(sentence, index - back);
    if (word === '' || sentence[index - back]?.kind === 'mark') return index;
    if (/^(?:a|an|the|one|two|three|four|[1-9]|this|that|our)$/u.test(word)) return index - back;
  }
  return index;
}
