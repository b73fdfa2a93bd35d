import { phraseAt, phraseBook, type Sentence } from './words-of-a-sentence.ts';

const troubles = phraseBook(
  `placed; moved; plan; plans; care; foster; missing; excluded; evicted; homeless; home visit; visit; removed; beds; police; court; conference; neglect; abuse; school; b&b; hostel; assessment; rehoused; accommodation; refuge; benefits; debt; rent`,
);

/** Whether something is said that happens to families who need help. */
export function inTrouble(sentence: Sentence): boolean {
  return sentence.some((_token, index) => phraseAt(sentence, index, troubles) > 0);
}
