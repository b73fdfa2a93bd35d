import { clauseOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';

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

/** A number as it was found, before its shape is known. */
export interface Amount {
  readonly value: number;
  readonly from: number;
  /** Past the number and its glued multiplier. */
  readonly to: number;
  readonly inWords: boolean;
}

/** A plain figure with nothing said about it. */
export function plainFigure({ from, to, value, inWords }: Amount): Figure {
  return {
    from,
    to,
    value,
    inWords,
    shape: 'plain',
    numerator: null,
    denominator: null,
    dashed: false,
    approximate: false,
    counted: null,
    measuredIn: null,
    maybeDate: false,
  };
}

const unitBehind =
  /^(?:percentage points?|% ?points?|% pts?|per cent|%|percent|pct|pc|ppts?|ppt|pp|points?|pts?|days?)(?= |$)/;

/** The place behind a number's unit: past the "%" of "61.2%". */
export function skipUnit(passage: Passage, at: number): number {
  const unit = unitBehind.exec(wordsOf(passage, at, at + 3));
  return unit === null ? at : at + unit[0].split(' ').length;
}

/** Words behind a number that count nothing. */
const notCounted =
  /^(?:in|for|as|at|to|from|and|or|but|is|was|were|are|on|of|by|vs|this|last|now|still|so|due|because|compared|against|which|up|down|with|provisional|final|overall|total|provisionally|than|per|again|red|amber|green|rated|both|sorry|actually|not|no|today|currently|also|if|it|we|i|all|the|a|s|latest|approximately|ish|since|after|before|under|over|ytd|here|please|thanks)$/;

/** The noun behind a number: "43 families", "43 open plans". */
export function countedAfter(passage: Passage, at: number): string | null {
  const word = passage.tokens[at];
  if (word?.kind !== 'word' || at >= clauseOf(passage, at - 1).to || notCounted.test(word.word)) return null;
  return word.word === 'open' ? wordAt(passage, at + 1) || null : word.word;
}
