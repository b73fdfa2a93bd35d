import { institutionAt } from './place-words.ts';
import { yearGroupAt } from './scene.ts';
import { phraseAt, phraseBook, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

const auxiliaries = wordSet(
  'was is are has had been being were got gets now also still recently then who has just sadly permanently not',
);

/** What is said of children and hardly ever of the people who work with them. */
const afterBeing = phraseBook(
  `excluded; permanently excluded; suspended; stabbed; adopted; fostered; sectioned; groomed; exploited; trafficked; abused; assaulted;
  raped; arrested; bullied; diagnosed; missing from home; missing from care; missing from school; missing from education; missing since;
  missing again; missing overnight; missing for two; missing for three; pregnant; neglected; in care; in foster; in custody; in residential; on a child; on a cp;
  on a protection; looked after; taken into; placed with; placed in; placed at; placed separately; placed together; moved to a new foster;
  moved to a new placement; moved to a foster; moved to foster; moved to residential; moved to another; removed from; murdered; killed; beaten; remanded; born; self harming;
  self - harming; in year; in reception; at risk of harm; at risk of exclusion; at risk of exploitation; at risk of being; at risk now; attending school; refusing school; refusing to go; refusing to attend; a looked; a child; a pupil; waiting for an ehc; waiting for camhs;
  waiting for a placement; waiting for a bed; waiting for a foster; the only; autistic; nonverbal; non - verbal; subject to a child; subject to a cp; subject to a care; subject to an interim; out of school; in school; without a school; sleeping rough;
  staying with; living with; known to social; known to police; known to the police; known to yos; known to youth; known to services; known to the trust; known to mash; known to camhs; no school; nowhere to; no placement; self excluding; on a part - time; on a reduced; on reduced; on tier`,
);
const byItself = phraseBook(
  `went missing; lives with; lived with; ran away; took her; took his own; disclosed abuse; disclosed that; self harmed; self - harmed; died;
  overdosed; witnessed; goes missing; attempted suicide; 
  refuses school; refuses to go; refuses to attend; needs a bed; needs a placement; needs a school; needs a foster; needs an ehcp;
  needs an ehc; needs a social worker; breached his; breached her; told her teacher; told his teacher; told her social; told his social; told her mum; told his mum;
  told his key; told her key; told staff`,
);

/** Whether what follows a name tells of a child: "was excluded", "went missing", "attends Holte School". */
export function childEventAfter(sentence: Sentence, index: number): boolean {
  const from = afterBrackets(sentence, index);
  if (phraseAt(sentence, from, byItself) > 0 || isWithFamily(sentence, from) || needsAPlace(sentence, from))
    return true;
  if (/^(?:attends|attended)$/u.test(wordAt(sentence, from)))
    return institutionAt(sentence, from + 1) !== null;
  return hasHappened(sentence, from);
}

/** "Raheem's been arrested": the name's own ending is the "has". */
export function hasHappened(sentence: Sentence, index: number): boolean {
  let at = index;
  while (at < index + 4 && auxiliaries.has(wordAt(sentence, at))) at += 1;
  if (at === index) return false;
  if (
    /^(?:suspensions?|exclusions?|fixed)$/u.test(wordAt(sentence, at + 1)) &&
    wordAt(sentence, at) !== 'the'
  )
    return true;
  return (
    phraseAt(sentence, at, afterBeing) > 0 ||
    (wordAt(sentence, at) === 'in' && yearGroupAt(sentence, at + 1) !== null)
  );
}

/** Over "(DOB unknown)". */
function afterBrackets(sentence: Sentence, index: number): number {
  if (wordAt(sentence, index) !== '(') return index;
  const closes = sentence.findIndex(({ text }, at) => at > index && at <= index + 8 && text === ')');
  return closes === -1 ? index : closes + 1;
}

/** "And his nan", "and her foster carer". */
function isWithFamily(sentence: Sentence, index: number): boolean {
  return (
    wordAt(sentence, index) === 'and' &&
    /^(?:his|her|their)$/u.test(wordAt(sentence, index + 1)) &&
    family.has(wordAt(sentence, index + 2))
  );
}

const family = wordSet(
  `mum mother mom dad father brother sister brothers sisters sibling siblings family nan gran grandmother grandfather aunt uncle
  carer carers foster parents baby twin stepfather stepmother stepdad`,
);

/** "Needs a specialist placement". */
function needsAPlace(sentence: Sentence, index: number): boolean {
  if (!/^(?:needs|need|requires)$/u.test(wordAt(sentence, index))) return false;
  return [2, 3, 4].some((ahead) =>
    /^(?:placement|bed|ehcp|wheelchair|foster|camhs)$/u.test(wordAt(sentence, index + ahead)),
  );
}
