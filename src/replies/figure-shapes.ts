import { countedAfter, plainFigure, skipUnit, type Amount, type Figure } from './number-figure.ts';
import { spokenNumber } from './number-words.ts';
import { wordAt, wordsOf, type Passage } from './passage.ts';

const aboutBefore =
  /(?:^| )(?:about|around|roughly|approximately|approx|c|ca|c \.|~|some|circa|est|estimated)$/;

/** What kind of figure a number is: a fraction, a range, a few, a limit, or one number with its unit and sign. */
export function shapeOf(passage: Passage, amount: Amount): Figure {
  const near = wordsOf(passage, amount.from - 2, amount.from);
  const end = skipUnit(passage, amount.to);
  const about = aboutBefore.test(near) && !/\d c$/.test(near);
  const approximate = about || /^(?:-? ?ish|or so)\b/.test(wordsOf(passage, end, end + 2));
  const base = { ...plainFigure(amount), approximate };
  return fraction(passage, base) ?? range(passage, base) ?? limit(passage, base) ?? single(passage, base);
}

/** "198.2/100k": a rate, and no fraction. */
const ratePerSlash = /^\/ (?:100000|10000|100 ?k|10 ?k)(?= |$)/;

/** "32 of 52", "3 out of 10", "12/45"; "3/10" may be the third of October. */
function fraction(passage: Passage, base: Figure): Figure | null {
  const { to, value } = base;
  if (ratePerSlash.test(wordsOf(passage, to, to + 3))) return null;
  const words = wordsOf(passage, to, to + 9).split(' ');
  const skip = linkLength(words);
  if (skip === 0) return null;
  const at = to + skip + (/^(?:the|all|a|our)$/.test(words[skip] ?? '') ? 1 : 0);
  const whole = denominatorAt(passage, at);
  if (whole === null || !Number.isInteger(value) || value > whole.value * 10) return null;
  return {
    ...base,
    to: whole.to,
    shape: 'fraction',
    value: (value / whole.value) * 100,
    numerator: value,
    denominator: whole.value,
    maybeDate: words[0] === '/' && value <= 31 && whole.value <= 12,
    counted: countedAfter(passage, whole.to),
  };
}

/** How many words part a numerator from its denominator: "of", "out of", "/", "plans out of"; 0 = it is no fraction. */
function linkLength(words: readonly string[]): number {
  const [first = '', second, third = ''] = words;
  if (first === '/' || first === 'of') return 1;
  if (first === 'out') return second === 'of' ? 2 : 0;
  if (!/^\p{L}{3,}$/u.test(first)) return 0;
  if (second === 'out') return third === 'of' ? 3 : 0;
  return second === 'of' && /^\d+$/.test(third) ? 2 : 0;
}

function denominatorAt(passage: Passage, at: number): { readonly value: number; readonly to: number } | null {
  const token = passage.tokens[at];
  const isNumber = token?.kind === 'number';
  const spoken = isNumber ? null : spokenNumber(wordsOf(passage, at, at + 8).split(' '));
  const value = isNumber ? Number(token.word) : (spoken?.value ?? 0);
  if (!Number.isInteger(value) || value < 2) return null;
  const to = at + (spoken?.words ?? 1);
  return isNumber && wordAt(passage, to) === '%' ? null : { value, to };
}

/** "60-62%", "60 to 62%", "between 60 and 62%"; "from 58% to 61%" is two figures. */
function range(passage: Passage, base: Figure): Figure | null {
  const end = skipUnit(passage, base.to);
  const next = passage.tokens[end + 1];
  if (next?.kind !== 'number' || !/^\d+(?:\.\d+)?$/.test(next.word)) return null;
  const other = Number(next.word);
  const linked = isRangeDash(passage, end, other > base.value) || isRangeWord(passage, base, end, other);
  if (!linked) return null;
  const to = skipUnit(passage, end + 2);
  // "1-4" is how a table hides a small number.
  const isFew = base.value === 1 && (other === 4 || other === 5) && to === end + 2 && end === base.to;
  return isFew
    ? { ...base, to, shape: 'few', counted: countedAfter(passage, to) }
    : { ...base, to, shape: 'range', denominator: other };
}

function isRangeDash(passage: Passage, at: number, rises: boolean): boolean {
  const mark = passage.tokens[at];
  const next = passage.tokens[at + 1];
  if ((mark?.word !== '-' && mark?.word !== '–') || mark.spaced !== next?.spaced || !rises) return false;
  return !next.spaced || wordAt(passage, at + 2) === '%' || wordAt(passage, at - 1) === '%';
}

function isRangeWord(passage: Passage, { from, value }: Figure, at: number, other: number): boolean {
  const before = wordAt(passage, from - 1);
  const word = wordAt(passage, at);
  if (word === 'to') return other !== value && !/^(?:from|up|down|by|of|another|further)$/.test(before);
  return word === 'or' || (word === 'and' && before === 'between');
}

const limitBefore =
  /(?:^| )(?:(?<under><(?: =)?|≤|(?:less|fewer|lower) than|under|below|no more than|up to)|>(?: =)?|≥|(?:more|higher|greater) than|over|above|at least|nearly|almost|just (?:under|over|below|above|short of)|close to|nearer|north of|in excess of|pushing)$/;
const underAfter = /^(?:or (?:fewer|less|under|below)|and under)\b/;
const overAfter = /^(?:% )?(?:or (?:more|over|above)|\+|plus)(?: |$)/;

/** "<5", "fewer than five", "5 or fewer"; a larger limit, or one of a percentage, is no figure. */
function limit(passage: Passage, base: Figure): Figure | null {
  const { from, to, value } = base;
  const before = limitWords(passage, base);
  const after = wordsOf(passage, to, to + 3);
  const under = before?.under === true || underAfter.test(after);
  if (before === null && !under && !overAfter.test(after)) return null;
  const start = from - (before?.words ?? 0);
  const isFew =
    under && value <= 10 && Number.isInteger(value) && !/^(?:%|per ?cent|s\b|year|yr|yo\b)/.test(after);
  if (!isFew) return { ...base, from: start, to: skipUnit(passage, to), shape: 'bound' };
  const end = to + (/^(?:or|and) /.test(after) ? 2 : 0);
  return { ...base, from: start, to: end, shape: 'few', counted: countedAfter(passage, to) };
}

/** The words of a limit before a number; "up to 61.2%" is where it went, and none. */
function limitWords(
  passage: Passage,
  { from, value }: Figure,
): { readonly words: number; readonly under: boolean } | null {
  const match = isArrow(passage, from) ? null : limitBefore.exec(wordsOf(passage, from - 4, from));
  if (match === null) return null;
  const words = match[0].trim();
  const wentThere = words === 'up to' && (value > 10 || !Number.isInteger(value));
  return wentThere ? null : { words: words.split(' ').length, under: match.groups?.['under'] !== undefined };
}

/** "58 -> 61.5", "58% > 61.5%": where it went, and no limit. */
function isArrow(passage: Passage, at: number): boolean {
  return /(?:\d|%|percent|-) >$/.test(wordsOf(passage, at - 3, at));
}

function single(passage: Passage, base: Figure): Figure {
  const { from, to } = base;
  const unit = wordsOf(passage, to, to + 4);
  const end = skipUnit(passage, to);
  const signed = withSign(passage, base);
  if (/^(?:percentage points?|% ?points?|% pts?|pp|ppts?|ppt)(?= |$)/.test(unit))
    return { ...signed, to: end, shape: 'change' };
  if (/^(?:%|percent|per cent|pct|pc)(?= |$)/.test(unit)) return { ...signed, to: end, shape: 'percent' };
  if (/^(?:points?|pts?)(?= |$)/.test(unit)) {
    return {
      ...signed,
      to: end,
      shape: isMove(passage, from, end) ? 'change' : 'plain',
      measuredIn: 'points',
    };
  }
  if (/^days?(?= |$)/.test(unit)) return { ...signed, to: end, measuredIn: 'days' };
  if (/^per (?:\d|hundred|thousand|one|k)/.test(unit) || ratePerSlash.test(unit))
    return { ...signed, to: rateEnd(passage, to), measuredIn: 'rate' };
  return { ...signed, counted: countedAfter(passage, to) };
}

/** "up 3 points", "2 points higher". */
function isMove(passage: Passage, from: number, to: number): boolean {
  const before = /(?:up|down|by|rise of|fall of|increase of|improved|risen|fallen)$/;
  const after =
    /^(?:up|down|higher|lower|better|worse|above|below|more|less|improvement|increase|rise|drop|fall)$/;
  return before.test(wordsOf(passage, from - 2, from)) || after.test(wordAt(passage, to));
}

/** "-0.24" and "minus 0.24" are below zero; "P8 - 0.24" may be; "I05: -61" with a free dash is not. */
function withSign(passage: Passage, base: Figure): Figure {
  const { from, value } = base;
  const mark = passage.tokens[from - 1];
  if (mark === undefined) return base;
  if (mark.word === 'minus' || mark.word === 'negative') return { ...base, from: from - 1, value: -value };
  if (mark.word !== '-' && mark.word !== '–') return base;
  const isSpaced = passage.tokens[from]?.spaced === true;
  const earlier = passage.tokens[from - 2];
  const opensLine = earlier === undefined || earlier.kind === 'break';
  if (isSpaced) return opensLine ? base : { ...base, dashed: true };
  return mark.spaced || opensLine || /^[:=(,]$/.test(earlier.word) ? { ...base, value: -value } : base;
}

/** Past "per 100,000 children" or "per 100k". */
function rateEnd(passage: Passage, at: number): number {
  const base = /^(?:k|one|hundred|thousand|,|live|births)$/;
  let end = at + 1;
  while (end < at + 5 && (passage.tokens[end]?.kind === 'number' || base.test(wordAt(passage, end))))
    end += 1;
  return end;
}
