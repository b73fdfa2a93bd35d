import type { Figure } from './number-figure.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage } from './passage.ts';
import {
  target,
  targetAfter,
  against,
  comparator,
  before,
  earlierAfter,
  earlierHeading,
  moved,
  movedAfter,
  maybeMoved,
  moveWord,
  forecast,
  forecastAfter,
  wonder,
  wonderAfter,
} from './role-words.ts';

/**
 * What a number is in its sentence. Only a `value` can become a figure; `weak` ("was 61%") is one only where nothing else is, and
 * `rise` ("up 61%") is then asked about.
 */
export type FigureRole =
  'value' | 'weak' | 'rise' | 'unsure' | 'target' | 'elsewhere' | 'before' | 'change' | 'forecast' | 'denied';

/** A number with the words around it in its clause. */
interface AroundFigure {
  readonly passage: Passage;
  readonly figure: Figure;
  readonly left: string;
  readonly right: string;
  /** "Target" in "Target: 65%". */
  readonly heading: string;
}

/** A rule and replies in which it reads the number marked by `[ ]`; the tests hold each rule to its examples. */
export interface FigureRule {
  readonly role: FigureRole;
  readonly examples: readonly string[];
  readonly when: (around: AroundFigure) => boolean;
}

/** The first rule that fits decides; where none does the number is a value. */
export const figureRules: readonly FigureRule[] = [
  {
    role: 'rise',
    examples: ['up [61.2]%'],
    when: ({ figure, left }) => figure.shape !== 'change' && /(?:^| )(?:up|down)$/.test(left),
  },
  {
    role: 'change',
    examples: ['up by [3]%', '[3] points up', 'a [3]% increase', 'improved [3] percentage points'],
    when: ({ figure, left, right }) =>
      figure.shape === 'change' ||
      movedAfter.test(right) ||
      (moved.test(left) && figure.shape !== 'fraction'),
  },
  {
    role: 'weak',
    examples: ['43, of which [12] are new'],
    when: ({ left }) => /(?:^| )(?:of which|which|whom|of these|of them|including|incl)$/.test(left),
  },
  {
    role: 'elsewhere',
    examples: ['61.5% of [52] plans', '61.5% (n=[52])', '61.5% based on [52] plans'],
    when: ({ left, heading }) =>
      heading === 'n' || /(?:(?:%|percent) of(?: (?:the|all|our))*|based on(?: the)?)$/.test(left),
  },
  { role: 'change', examples: ['41 ([-4])'], when: isSignedAside },
  {
    role: 'denied',
    examples: ['not [61]%'],
    when: ({ left }) =>
      /(?:^| )(?:not|never|no longer|instead of|rather than)(?: (?:the|at|a|is))*$/.test(left),
  },
  {
    role: 'before',
    examples: ['[58]% down to 55%', '[58] -> 61.5', '[58]% → 61.5%'],
    when: ({ right }) =>
      /^(?:%|percent)? ?(?:down|up|dropping|falling|rising|then|going|moving) to \d/.test(right) ||
      /^(?:%|percent)? ?(?:- )?(?:>|→|➡) ?\d/.test(right),
  },
  {
    role: 'target',
    examples: ['target of [65]%', 'Target: [65]%', 'the [65]% target'],
    when: ({ left, right, heading }) => target.test(left) || target.test(heading) || targetAfter.test(right),
  },
  {
    role: 'elsewhere',
    examples: ['England [46.4]%', '[46.4]% nationally', 'statistical neighbours are at [67]%'],
    when: ({ left, right, heading }) =>
      comparator.test(sinceNumber(left)) || comparator.test(heading) || comparator.test(upToNumber(right)),
  },
  {
    role: 'forecast',
    examples: ['expect [65]% by March', 'should reach [65]%', '[65]% by March'],
    when: ({ left, right }) => forecast.test(left) || forecastAfter.test(right),
  },
  {
    role: 'change',
    examples: ['[2] more in January'],
    when: ({ figure, right }) =>
      figure.shape !== 'few' && /^(?:%|percent)? ?(?:more|extra|further|additional|fewer|less)\b/.test(right),
  },
  {
    role: 'rise',
    examples: ['[3]% up on last month', '[0.24] below average'],
    when: ({ right }) => maybeMoved.test(right),
  },
  {
    role: 'weak',
    examples: ['[61.2]% last academic year', 'from [61]%'],
    when: ({ left, right }) =>
      /^(?:%|percent)? ?(?:,|\(|in|for)? ?(?:the )?last (?:academic|financial|school|calendar) year/.test(
        right,
      ) ||
      (/(?:^| )from$/.test(left) && !/\bto\b/.test(right) && !moveWord.test(left)),
  },
  {
    role: 'before',
    examples: ['up from [58]%', '[58]% last month', 'Previous: [58]%', 'compared with [58]% a year ago'],
    when: ({ left, right, heading }) =>
      before.test(left) || earlierAfter.test(right) || earlierHeading.test(heading.trim()),
  },
  {
    role: 'target',
    examples: ['61% against [65]%', '61% vs [65]%'],
    when: ({ figure, left }) => against.test(left) && figure.shape !== 'few' && figure.shape !== 'bound',
  },
  { role: 'rise', examples: ['over [60]%', 'nearly [61]%'], when: ({ figure }) => figure.shape === 'bound' },
  {
    role: 'unsure',
    examples: ['maybe [61]%', '[61]% I think', '[61]%?'],
    when: ({ passage, figure, left, right }) =>
      wonder.test(left) || wonderAfter.test(right) || endsAsQuestion(passage, figure),
  },
  {
    role: 'weak',
    examples: ['October was [61]%'],
    when: ({ left, heading }) => /\b(?:was|were|had been)\b/.test(lastWords(`${heading} | ${left}`, 5)),
  },
];

export function roleOf(passage: Passage, figure: Figure): FigureRole {
  const clause = clauseOf(passage, figure.from);
  const around = {
    passage,
    figure,
    left: trimmed(wordsOf(passage, Math.max(clause.from, figure.from - 9), figure.from)),
    right: wordsOf(passage, endOfNumber(passage, figure), Math.min(clause.to, figure.to + 7)),
    heading: headingOf(passage, clause.from),
  };
  return figureRules.find(({ when }) => when(around))?.role ?? 'value';
}

/** "41 (-4)", "61.5% (+3)": how far it moved. */
function isSignedAside({ passage, figure }: AroundFigure): boolean {
  const open = wordsOf(passage, figure.from - 2, figure.from + 1);
  return (
    /^\( [+-] ?\d|^[^ ]+ \( [+-]/.test(open) ||
    (/\( [+-]$/.test(wordsOf(passage, figure.from - 2, figure.from)) &&
      wordAt(passage, figure.from - 3) !== '')
  );
}

/** The words right of the bare number: a percent sign belongs to them. */
function endOfNumber(passage: Passage, figure: Figure): number {
  const unit = /^(?:%|percent|points?|pp|ppts?|pts?)$/;
  let at = figure.to;
  while (at > figure.from + 1 && unit.test(wordAt(passage, at - 1))) at -= 1;
  return at;
}

/** What stands between a role word and the number says nothing: "target of about 65". */
function trimmed(left: string): string {
  return left.replace(
    /(?: (?:about|around|roughly|approximately|~|c|just|only|some|a|now|minus|negative|-|<|>|at|around))+$/,
    '',
  );
}

function lastWords(text: string, count: number): string {
  return text.split(' ').slice(-count).join(' ');
}

/** Left of the number, from the last other number or "and" on: "England is at 46.4 and we are at". */
function sinceNumber(left: string): string {
  return lastWords(left.replace(/^.*(?:\d|\band\b|\bwe\b|\bours?\b)/, ''), 6);
}

/** Right of the number, up to the next number or what it is compared with: "against a national 65". */
function upToNumber(right: string): string {
  return right
    .replace(
      /(?:\d|\b(?:against|vs|versus|v|compared|while|with|below|above|than|and|but|ahead|behind|beating|exceeding)\b).*$/,
      '',
    )
    .split(' ')
    .slice(0, 5)
    .join(' ');
}

/** "Target: 65%", "England - 46.4%", "(target 65)": the clause before a colon, dash or equals sign. */
function headingOf(passage: Passage, clauseFrom: number): string {
  const mark = wordAt(passage, clauseFrom - 1);
  if (!/^(?:[:=-]|–|—)$/.test(mark)) return '';
  const before = clauseOf(passage, clauseFrom - 1);
  if (before.to !== clauseFrom || before.to - before.from > 6) return '';
  return wordsOf(passage, before.from, before.to - 1);
}

function endsAsQuestion(passage: Passage, figure: Figure): boolean {
  const sentence = sentenceOf(passage, figure.from);
  return sentence.question && sentence.to - figure.to <= 4;
}
