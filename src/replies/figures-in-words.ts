import { clauseOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import { isNumberOfSomethingElse } from './other-numbers.ts';
import { isFunctionWord, isItemWord } from './plain-words.ts';
import { spokenNumber, startsNumber } from './number-words.ts';

/** A number that may be the figure of a measure. */
export interface Figure extends Span {
  readonly value: number;
  /**
   * `percent` 61.2%; `fraction` 32 of 52; `few` "<5"; `change` "2 points up"; `range` 60-62% and `bound` "over 60%" are no single
   * figure; `spelt` 61,2 has a comma for a point; `plain` everything else.
   */
  readonly shape: 'percent' | 'fraction' | 'few' | 'range' | 'bound' | 'change' | 'plain' | 'spelt';
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** A minus that may also be a dash: "P8 - 0.24". */
  readonly dashed: boolean;
  readonly approximate: boolean;
  /** The word that is counted: `families` in "43 families". */
  readonly counted: string | null;
  /** "points", "days", "per 100k": what the writer says it is measured in. */
  readonly measuredIn: 'points' | 'days' | 'rate' | null;
  /** Written with letters: "forty two". */
  readonly inWords: boolean;
  /** For `fraction` only: it may be a date, 3/10. */
  readonly maybeDate: boolean;
}

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
    index = figure.to - 1;
  }
  return figures;
}

interface Amount {
  readonly value: number;
  readonly from: number;
  /** Past the number and its glued multiplier. */
  readonly to: number;
  readonly inWords: boolean;
}

function numberAt(passage: Passage, index: number): Figure | null {
  const token = passage.tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,9}(?:\.\d{1,6})?$/.test(token.word)) return null;
  if (isNumberOfSomethingElse(passage, index)) return null;
  const half = commaDecimal(passage, index);
  if (half !== null) return half;
  const glued = passage.tokens[index + 1];
  const thousands =
    glued?.spaced === false && glued.word === 'k' && !/^per$/.test(wordAt(passage, index - 1));
  return shaped(passage, {
    value: Number(token.word) * (thousands ? 1000 : 1),
    from: index,
    to: index + (thousands ? 2 : 1),
    inWords: false,
  });
}

/** "61,2%": a decimal comma, or two numbers of a list; asked about. */
function commaDecimal(passage: Passage, index: number): Figure | null {
  const [one, comma, two] = [passage.tokens[index], passage.tokens[index + 1], passage.tokens[index + 2]];
  if (
    comma?.word !== ',' ||
    comma.spaced ||
    two?.kind !== 'number' ||
    two.spaced ||
    !/^\d{1,2}$/.test(two.word) ||
    !/^\d{1,2}$/.test(one?.word ?? '')
  )
    return null;
  return {
    ...blank,
    from: index,
    to: index + 3,
    value: Number(`${one?.word ?? ''}.${two.word}`),
    shape: 'spelt',
  };
}

const blank = {
  numerator: null,
  denominator: null,
  dashed: false,
  approximate: false,
  counted: null,
  measuredIn: null,
  inWords: false,
  maybeDate: false,
} as const;

/** "forty two families", "sixty one percent", "three out of ten"; a lone "one" or "two" in a sentence is not a figure. */
function spokenAt(passage: Passage, index: number): Figure | null {
  const word = wordAt(passage, index);
  // "None" as the whole answer is 0; in a sentence it is not.
  if (word === 'none' && passage.tokens.length <= index + 2 && index === 0)
    return { ...blank, from: 0, to: 1, value: 0, shape: 'plain', inWords: true };
  if (!startsNumber.has(word)) return null;
  const words = wordsOf(passage, index, index + 10).split(' ');
  const spoken = spokenNumber(words);
  if (spoken === null) return null;
  const amount = { value: spoken.value, from: index, to: index + spoken.words, inWords: true };
  const figure = shaped(passage, amount);
  if (figure.shape !== 'plain') return figure;
  if (isNumberOfSomethingElse(passage, index, amount.to)) return null;
  const clause = clauseOf(passage, index);
  const rest = wordsOf(passage, amount.to, clause.to).split(' ').slice(0, 6);
  const alone =
    index - clause.from <= 4 && rest.every((next) => next === '' || isFunctionWord(next) || isItemWord(next));
  return spoken.words > 1 ||
    alone ||
    (figure.counted !== null && (spoken.value > 1 || word === 'zero' || word === 'nil'))
    ? figure
    : null;
}

function shaped(passage: Passage, amount: Amount): Figure {
  const { from, to, value, inWords } = amount;
  const near = wordsOf(passage, from - 2, from);
  const approximate =
    (/(?:^| )(?:about|around|roughly|approximately|approx|c|ca|c \.|~|some|circa|est|estimated)$/.test(
      near,
    ) &&
      !/\d c$/.test(near)) ||
    /^(?:-? ?ish|or so)\b/.test(wordsOf(passage, skipUnit(passage, to), skipUnit(passage, to) + 2));
  const base = { ...blank, from, to, value, approximate, inWords };
  return (
    fractionAt(passage, amount, base) ??
    rangeAt(passage, amount, base) ??
    fewAt(passage, amount, base) ??
    singleAt(passage, amount, base)
  );
}

type Base = Omit<Figure, 'shape'>;

/** "32 of 52", "3 out of 10", "12/45"; "3/10" may be the third of October. */
function fractionAt(passage: Passage, { to, value }: Amount, base: Base): Figure | null {
  const words = wordsOf(passage, to, to + 9).split(' ');
  const slash = words[0] === '/';
  const skip = slash
    ? 1
    : words[0] === 'of'
      ? 1
      : words[0] === 'out' && words[1] === 'of'
        ? 2
        : countedOf(words);
  if (skip === 0) return null;
  const the = /^(?:the|all|a|our)$/.test(words[skip] ?? '') ? 1 : 0;
  const token = passage.tokens[to + skip + the];
  const spoken = token?.kind === 'number' ? null : spokenNumber(words.slice(skip + the));
  const denominator = token?.kind === 'number' ? Number(token.word) : (spoken?.value ?? null);
  if (
    denominator === null ||
    !Number.isInteger(value) ||
    !Number.isInteger(denominator) ||
    denominator < 2 ||
    value > denominator * 10
  )
    return null;
  if (token?.kind === 'number' && wordAt(passage, to + skip + the + 1) === '%') return null;
  const end = to + skip + the + (spoken?.words ?? 1);
  const maybeDate = slash && value <= 31 && denominator <= 12;
  return {
    ...base,
    to: end,
    shape: 'fraction',
    value: (value / denominator) * 100,
    numerator: value,
    denominator,
    maybeDate,
    counted: countedAfter(passage, end),
  };
}

/** "32 plans of 52", "19 plans out of 31". */
function countedOf(words: readonly string[]): number {
  if (!/^\p{L}{3,}$/u.test(words[0] ?? '')) return 0;
  if (words[1] === 'out' && words[2] === 'of') return 3;
  return words[1] === 'of' && /^\d+$/.test(words[2] ?? '') ? 2 : 0;
}

/** "60-62%", "60 to 62%", "between 60 and 62%"; "from 58% to 61%" is two figures. */
function rangeAt(passage: Passage, { from, to, value }: Amount, base: Base): Figure | null {
  const before = wordAt(passage, from - 1);
  const end = skipUnit(passage, to);
  const mark = passage.tokens[end];
  const next = passage.tokens[end + 1];
  if (next?.kind !== 'number' || !/^\d+(?:\.\d+)?$/.test(next.word)) return null;
  const dash =
    (mark?.word === '-' || mark?.word === '–') && mark.spaced === next.spaced && Number(next.word) > value;
  const moves = /^(?:from|up|down|by|of|another|further)$/.test(before);
  const words =
    (mark?.word === 'to' && !moves && Number(next.word) !== value) ||
    (mark?.word === 'and' && before === 'between') ||
    mark?.word === 'or';
  if (!dash && !words) return null;
  if (dash && next.spaced && wordAt(passage, end + 2) !== '%' && wordAt(passage, end - 1) !== '%')
    return null;
  return { ...base, to: skipUnit(passage, end + 2), shape: 'range', denominator: Number(next.word) };
}

/** "<5", "fewer than five", "5 or fewer"; a larger bound, or one of a percentage, is no figure. */
function fewAt(passage: Passage, { from, to, value }: Amount, base: Base): Figure | null {
  const before = wordsOf(passage, from - 4, from);
  const after = wordsOf(passage, to, to + 3);
  const lead =
    /(?:^| )(?:<(?: =)?|≤|>(?: =)?|≥|(?:less|fewer|lower|more|higher|greater) than|under|below|no more than|up to|over|above|at least|nearly|almost|just (?:under|over|below|above))$/
      .exec(before)?.[0]
      .trim() ?? '';
  const start = lead === '' ? from : from - lead.split(' ').length;
  const under =
    /(?:<|< =|≤|(?:less|fewer|lower) than|under|below|no more than|up to)$/.test(before) ||
    /^(?:or (?:fewer|less|under|below)|and under)\b/.test(after);
  const over =
    /(?:>|> =|≥|(?:more|higher|greater) than|over|above|at least|nearly|almost|just (?:under|over|below|above|short of)|close to|nearer|north of|in excess of|pushing)$/.test(
      before,
    ) || /^(?:or (?:more|over|above)|\+|plus)(?: |$)/.test(after.replace(/^% /, ''));
  if (!under && !over) return null;
  const percent = /^(?:%|per ?cent|percent)/.test(after);
  if (under && value <= 10 && Number.isInteger(value) && !percent && !/^(?:s|year|yr|yo)\b/.test(after))
    return {
      ...base,
      from: start,
      to: to + (/^(?:or|and) /.test(after) ? 2 : 0),
      shape: 'few',
      counted: countedAfter(passage, to),
    };
  return { ...base, from: start, to: skipUnit(passage, to), shape: 'bound' };
}

function singleAt(passage: Passage, amount: Amount, base: Base): Figure {
  const { from, to } = amount;
  const unit = wordsOf(passage, to, to + 4);
  const signed = withSign(passage, amount, base);
  const end = skipUnit(passage, to);
  if (/^(?:percentage points?|% ?points?|% pts?|pp|ppts?|ppt)(?= |$)/.test(unit))
    return { ...signed, to: end, shape: 'change' };
  if (/^(?:%|percent|per cent|pct|pc)(?= |$)/.test(unit)) return { ...signed, to: end, shape: 'percent' };
  if (/^(?:points?|pts?)(?= |$)/.test(unit))
    return {
      ...signed,
      to: end,
      shape: isMove(passage, from, end) ? 'change' : 'plain',
      measuredIn: 'points',
    };
  if (/^days?(?= |$)/.test(unit)) return { ...signed, to: end, shape: 'plain', measuredIn: 'days' };
  if (/^per (?:\d|hundred|thousand|one|k)/.test(unit))
    return { ...signed, to: rateEnd(passage, to), shape: 'plain', measuredIn: 'rate' };
  return { ...signed, to, shape: 'plain', counted: countedAfter(passage, to) };
}

/** "up 3 points", "2 points higher". */
function isMove(passage: Passage, from: number, to: number): boolean {
  return (
    /(?:up|down|by|rise of|fall of|increase of|improved|risen|fallen)$/.test(
      wordsOf(passage, from - 2, from),
    ) ||
    /^(?:up|down|higher|lower|better|worse|above|below|more|less|improvement|increase|rise|drop|fall)\b/.test(
      wordsOf(passage, to, to + 1),
    )
  );
}

/** "-0.24" and "minus 0.24" are below zero; "P8 - 0.24" may be; "I05: -61" with a free dash is not. */
function withSign(passage: Passage, { from, value }: Amount, base: Base): Base {
  const before = passage.tokens[from - 1];
  if (before === undefined) return base;
  if (before.word === 'minus' || before.word === 'negative')
    return { ...base, from: from - 1, value: -value };
  if (before.word !== '-' && before.word !== '–') return base;
  const number = passage.tokens[from];
  const earlier = passage.tokens[from - 2];
  if (
    number?.spaced === false &&
    (before.spaced || earlier === undefined || earlier.kind === 'break' || /^[:=(,]$/.test(earlier.word))
  )
    return { ...base, value: -value };
  const opensLine = earlier === undefined || earlier.kind === 'break';
  return number?.spaced === true && !opensLine ? { ...base, dashed: true } : base;
}

function skipUnit(passage: Passage, at: number): number {
  const words = wordsOf(passage, at, at + 3);
  const unit =
    /^(?:percentage points?|% ?points?|% pts?|per cent|%|percent|pct|pc|ppts?|ppt|pp|points?|pts?|days?)(?= |$)/.exec(
      words,
    );
  return unit === null ? at : at + unit[0].split(' ').length;
}

/** Past "per 100,000 children" or "per 100k". */
function rateEnd(passage: Passage, at: number): number {
  let end = at + 1;
  while (
    end < at + 5 &&
    (passage.tokens[end]?.kind === 'number' ||
      /^(?:k|one|hundred|thousand|,|live|births)$/.test(wordAt(passage, end)))
  )
    end += 1;
  return end;
}

/** The noun behind a number: "43 families", "43 open plans". */
function countedAfter(passage: Passage, at: number): string | null {
  const word = passage.tokens[at];
  if (word?.kind !== 'word' || at >= clauseOf(passage, at - 1).to) return null;
  return /^(?:in|for|as|at|to|from|and|or|but|is|was|were|are|on|of|by|vs|this|last|now|still|so|due|because|compared|against|which|up|down|with|provisional|final|overall|total|provisionally|than|per|again|red|amber|green|rated|both|sorry|actually|not|no|today|currently|also|if|it|we|i|all|the|a|s|open|latest|approximately|ish|since|after|before|under|over|ytd|here|please|thanks)$/.test(
    word.word,
  )
    ? word.word === 'open'
      ? (passage.tokens[at + 1]?.word ?? null)
      : null
    : word.word;
}
