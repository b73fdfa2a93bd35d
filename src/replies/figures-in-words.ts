import { shapeOf } from './figure-shapes.ts';
import { plainFigure, type Figure } from './number-figure.ts';
import { spokenNumber, startsNumber } from './number-words.ts';
import { isNumberOfSomethingElse } from './other-numbers.ts';
import { clauseOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import { isFunctionWord, isItemWord } from './plain-words.ts';

/** All numbers outside the given spans (codes, dates, periods) that could be a measure's figure. */
export function findFigures(passage: Passage, taken: readonly Span[]): readonly Figure[] {
  const occupied = new Set<number>();
  for (const { from, to } of taken) for (let index = from; index < to; index += 1) occupied.add(index);
  const figures: Figure[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    if (occupied.has(index)) continue;
    const figure = numberAt(passage, index) ?? spokenAt(passage, index);
    if (figure === null) continue;
    figures.push(figure);
    index = Math.max(index, figure.to - 1);
  }
  return figures;
}

function numberAt(passage: Passage, index: number): Figure | null {
  const token = passage.tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,9}(?:\.\d{1,6})?$/.test(token.word)) return null;
  if (isNumberOfSomethingElse(passage, index)) return null;
  const glued = passage.tokens[index + 1];
  const thousands = glued?.spaced === false && glued.word === 'k' && wordAt(passage, index - 1) !== 'per';
  const value = Number(token.word) * (thousands ? 1000 : 1);
  const amount = { value, from: index, to: index + (thousands ? 2 : 1), inWords: false };
  return commaDecimal(passage, index) ?? shapeOf(passage, amount);
}

/** "61,2%": a decimal comma, or two numbers of a list; asked about. */
function commaDecimal(passage: Passage, index: number): Figure | null {
  const [one, comma, two] = [passage.tokens[index], passage.tokens[index + 1], passage.tokens[index + 2]];
  if (one === undefined || two === undefined || comma?.word !== ',' || comma.spaced || two.spaced)
    return null;
  if (!/^\d{1,2}$/.test(one.word) || !/^\d{1,2}$/.test(two.word)) return null;
  const value = Number(`${one.word}.${two.word}`);
  return { ...plainFigure({ value, from: index, to: index + 3, inWords: false }), shape: 'spelt' };
}

/** "forty two families", "sixty one percent", "three out of ten"; a lone "one" or "two" in a sentence is not a figure. */
function spokenAt(passage: Passage, index: number): Figure | null {
  const word = wordAt(passage, index);
  // "None" as the whole answer is 0; in a sentence it is not.
  if (word === 'none' && index === 0 && passage.tokens.length <= 2) {
    return plainFigure({ value: 0, from: 0, to: 1, inWords: true });
  }
  const spoken = startsNumber.has(word) ? spokenNumber(wordsOf(passage, index, index + 10).split(' ')) : null;
  if (spoken === null) return null;
  const to = index + spoken.words;
  const figure = shapeOf(passage, { value: spoken.value, from: index, to, inWords: true });
  if (figure.shape !== 'plain') return figure;
  if (isNumberOfSomethingElse(passage, index, to)) return null;
  const counts = figure.counted !== null && (spoken.value > 1 || word === 'zero' || word === 'nil');
  return spoken.words > 1 || counts || standsAlone(passage, index, to) ? figure : null;
}

/** "Seven", "nil this month": nothing else is said in the clause. */
function standsAlone(passage: Passage, from: number, to: number): boolean {
  const clause = clauseOf(passage, from);
  const rest = wordsOf(passage, to, clause.to).split(' ').slice(0, 6);
  return (
    from - clause.from <= 4 && rest.every((word) => word === '' || isFunctionWord(word) || isItemWord(word))
  );
}
