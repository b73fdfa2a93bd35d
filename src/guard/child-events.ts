import { institutionAt } from './place-words.ts';
import { yearGroupAt } from './scene.ts';
import { phraseAt, phraseBook, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

const auxiliaries = wordSet(
  'was is has had been being were got gets now also still recently then who has just sadly permanently',
);

/** What is said of children and hardly ever of the people who work with them. */
const afterBeing = phraseBook(
  `excluded; permanently excluded; suspended; stabbed; adopted; fostered; sectioned; groomed; exploited; trafficked; abused; assaulted;
  raped; arrested; bullied; diagnosed; missing from; missing; pregnant; neglected; in care; in foster; in custody; in residential; on a child; on a cp; on a
  protection; looked after; taken into; placed with; placed in; placed at; moved to a; removed from; murdered; killed; beaten; remanded;
  born; self harming; self - harming; in year; in reception; at risk; not attending; refusing school; a looked; a child; a pupil; waiting for an ehc; the only; autistic;
  nonverbal; non - verbal; subject to`,
);
const byItself = phraseBook(
  `went missing; lives with; lived with; ran away; took her; took his own; disclosed abuse; disclosed that; self harmed; self - harmed; died;
  overdosed; witnessed; goes missing; attempted suicide; and his mum; and her mum; and his mother; and her mother; and his dad; and her dad;
  and his brother; and her brother; and his sister; and her sister; and his family; and her family; and their family; and his siblings; and her siblings`,
);

/** Whether what follows a name tells of a child: "was excluded", "went missing", "attends Holte School". */
export function childEventAfter(sentence: Sentence, index: number): boolean {
  if (phraseAt(sentence, index, byItself) > 0) return true;
  if (/^(?:attends|attended|at)$/u.test(wordAt(sentence, index)))
    return wordAt(sentence, index) !== 'at' && institutionAt(sentence, index + 1) !== null;
  let at = index;
  while (at < index + 4 && auxiliaries.has(wordAt(sentence, at))) at += 1;
  if (at === index) return false;
  return (
    phraseAt(sentence, at, afterBeing) > 0 ||
    (wordAt(sentence, at) === 'in' && yearGroupAt(sentence, at + 1) !== null)
  );
}
