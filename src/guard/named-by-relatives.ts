import { isNobodyInParticular, standsAlone } from './child-words.ts';
import type { NameMention } from './name-mentions.ts';
import type { Span } from './scene.ts';
import { wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

const relatives = wordSet(
  `mum mother mom dad father parent parents brother sister sibling siblings twin nan gran grandmother grandfather grandparents aunt auntie
  uncle guardian stepfather stepmother stepdad family cousin nephew niece boyfriend girlfriend grandad grandma nana half-brother half-sister`,
);
const possessions = wordSet(
  `mum mother mom dad father parent parents brother sister sibling siblings twin nan gran grandmother grandfather grandparents aunt auntie
  uncle guardian stepfather stepmother stepdad foster carer carers social ehcp ehc placement school nursery teacher class birthday
  adoption exclusion suspension diagnosis disclosure injuries murder stabbing death funeral killing attendance bruises`,
);

/** "Mum of Aisha", "parents of Kai and Leo", "Tyler's nan", "Zayvion's EHCP". */
export function ofARelative(sentence: Sentence, name: NameMention): Span | null {
  return whosePossession(sentence, name) || isARelativeOf(sentence, name) ? name : null;
}

function whosePossession(sentence: Sentence, name: NameMention): boolean {
  const after = wordAt(sentence, name.to);
  if (sentence[name.to - 1]?.possessive !== true || !possessions.has(after) || isOfAGroup(sentence, name.to))
    return false;
  if (/^(?:school|class|nursery|teacher|social|placement)$/u.test(after) && !endsThere(sentence, name.to))
    return false;
  return name.isKnown || relatives.has(after) || after === 'foster';
}

function isARelativeOf(sentence: Sentence, name: NameMention): boolean {
  const relative = wordAt(sentence, name.from - 2);
  if (!/^(?:of|to)$/u.test(wordAt(sentence, name.from - 1))) return false;
  if (events.has(relative)) return name.isKnown;
  if (!relatives.has(relative)) return false;
  if (isNobodyInParticular(sentence, name.from - 2) || isOfAGroup(sentence, name.to - 1)) return false;
  return name.isKnown || !/^(?:parents|family|guardian)$/u.test(relative);
}

/** "Somali parents' forum", "Parents of Reception children": the next word is what is really meant. */
function isOfAGroup(sentence: Sentence, index: number): boolean {
  return /^(?:forum|group|groups|network|association|children|pupils|students|boys|girls|young)$/u.test(
    wordAt(sentence, index + 1),
  );
}

/** What happened to somebody: "the murder of Aaron James". */
const events = wordSet(
  'murder death killing stabbing shooting abuse rape disappearance exclusion adoption arrest',
);

/** "Tyler's school called", "Tyler's social worker", but not "Natalie's school improvement team". */
function endsThere(sentence: Sentence, index: number): boolean {
  return wordAt(sentence, index + 1) === 'worker' || standsAlone(sentence[index + 1]);
}
