import { wordAt, wordsOf, type Passage } from './passage.ts';

/** Nouns that are numbered: "phase 2", "Year 6", "Attainment 8", "page 4". */
const numbered =
  /^(?:phase|stage|tier|level|year|yr|y|band|grade|section|part|page|item|priority|version|v|wave|cohort|room|covid|class|step|appendix|ward|group|strand|objective|workstream|action|question|line|row|slide|para|paragraph|table|annex|reg|regulation|article|act|chapter|form|route|bus|unit|floor|age|aged|ages|attainment|progress|ks|p|a|q|h|t|m|s|l|week|wk|day|term|sprint|round|quarter|policy|channel|top|world|area|zone|box|option|scenario|rag|ofsted|plan|pillar|goal|sdg|fy|junction|no|fig|nearest|per|every|ref|id|outcome|recommendation|milestone|pilot|agenda|standard|issue|risk|number|asq)$/;
/** What a number of is time, money or age: "6 weeks", "£40k", "16-17 year olds", "10am". */
const measuredAway =
  /^(?:-? ?(?:weeks?|months?|years?|hours?|minutes?)|mins?|hrs?|wks?|yrs?|yo|am|pm|st|nd|rd|th|fte|wte|quid|pounds?|k|m|bn|mths?|o'clock|x|times|year - olds?|plus year|working|term|session|sessions|half terms?|seconds?|miles?|km|metres?|gb|mb)(?= |$)/;

/** True for numbers that are never a figure: times, money, ages, numbered things, telephone numbers. */
export function isNumberOfSomethingElse(passage: Passage, index: number, to: number = index + 1): boolean {
  return (
    isMarkedOff(passage, index) ||
    isRateBase(passage, index) ||
    isClockTime(passage, index) ||
    isTelephone(passage, index) ||
    isAgeRange(passage, index) ||
    isLengthOfTime(passage, index, to) ||
    isYearWord(passage, index, to)
  );
}

/** "£40", "#3", "Year 6", "KS2": what stands before it says what it is. */
function isMarkedOff(passage: Passage, index: number): boolean {
  const last = passage.tokens[index - 1];
  if (last === undefined) return false;
  const isGlued = passage.tokens[index]?.spaced === false;
  if (last.word === '£' || last.word === '#' || (isGlued && /^[$€@]$/.test(last.word))) return true;
  return (numbered.test(last.word) && !isReported(passage, index)) || (isGlued && last.kind === 'word');
}

/** "6 weeks", "10am", "40k"; days are a unit of ours unless they are days of leave or a deadline. */
function isLengthOfTime(passage: Passage, index: number, to: number): boolean {
  const after = wordsOf(passage, to, to + 4);
  if (/^days?(?= |$)/.test(after)) {
    const deadline = /\b(?:in|within|for|next|last|every|past)$/.test(wordsOf(passage, index - 2, index));
    return deadline || /^days? (?:a|per|of|off|leave|ago|later|notice|each)\b/.test(after);
  }
  if (/^k(?= |$)/.test(after)) return passage.tokens[to]?.spaced !== false;
  return measuredAway.test(after);
}

/** "number: 43", "number is 43" and "progress 61%" report a figure; "number 3" does not. */
function isReported(passage: Passage, index: number): boolean {
  const next = wordAt(passage, index + 1);
  return next === '%' || next === 'percent' || /\./.test(wordAt(passage, index));
}

/** The base of a rate: "per 100,000", "per 100k", "for every 1,000". */
function isRateBase(passage: Passage, index: number): boolean {
  return /(?:^| )(?:per|every|per one)$/.test(wordsOf(passage, index - 2, index));
}

/** 09:30, 9.30am, 10 am. */
function isClockTime(passage: Passage, index: number): boolean {
  const { tokens } = passage;
  const joined = (at: number) =>
    wordAt(passage, at) === ':' && tokens[at]?.spaced === false && tokens[at + 1]?.spaced === false;
  const minutes = (at: number) => /^\d\d$/.test(wordAt(passage, at));
  if (joined(index + 1) && minutes(index + 2)) return true;
  if (joined(index - 1) && minutes(index) && tokens[index - 2]?.kind === 'number') return true;
  return /^(?:am|pm)$/.test(wordAt(passage, index + 1));
}

function isTelephone(passage: Passage, index: number): boolean {
  const text = passage.tokens[index]?.text ?? '';
  if (/^\d{7,}$/.test(text) || /^0\d{2,}$/.test(text)) return true;
  const last = passage.tokens[index - 1];
  const next = passage.tokens[index + 1];
  const long = (other: typeof last) => other?.kind === 'number' && /^\d{3,}$/.test(other.text);
  return /^\d{3,}$/.test(text) && (long(last) || long(next));
}

/** "16-17s", "18 to 24", "19-21 year olds", "under 18s", "aged 0-5": the number itself, as the first or second of the two. */
function isAgeRange(passage: Passage, index: number): boolean {
  const value = Number(wordAt(passage, index));
  if (value > 64 || !Number.isInteger(value)) return false;
  const second =
    /^(?:-|–|to|and|\/)$/.test(wordAt(passage, index - 1)) && passage.tokens[index - 2]?.kind === 'number';
  const from = second ? index - 2 : index;
  const here = wordsOf(passage, from, from + 7);
  const before = wordsOf(passage, from - 2, from);
  if (/^\d{1,2} (?:(?:-|–|to|and|\/) \d{1,2}(?: ½| 1 \/ 2)? )?-? ?(?:s\b|year|yr|yo\b|olds?\b)/.test(here))
    return true;
  if (/(?:^| )(?:aged?|ages|age group)$/.test(before)) return true;
  if (/(?:^| )(?:under|over)(?: -)?$/.test(before) && value >= 11 && value <= 25)
    return /^\d+ ?(?:s\b|year|yr|conception|$|,|\.|:)/.test(here) || value >= 16;
  return /^(?:16 (?:-|–|to|\/) 17|18 (?:-|–|to) 24|19 (?:-|–|to) 21|15 (?:-|–|to) 24|10 (?:-|–|to) 24|0 (?:-|–|to) 1[789]|0 (?:-|–|to) 25|10 (?:-|–|to) 17|16 (?:-|–|to) 18|18 (?:-|–|to) 64)(?! ?%|\.)\b/.test(
    here,
  );
}

/** 2026 and its neighbours are years, unless something is counted: "2,041 plans" has a comma or a noun behind it. */
function isYearWord(passage: Passage, index: number, to: number): boolean {
  const text = passage.tokens[index]?.text ?? '';
  if (!/^20[0-4]\d$/.test(text)) return false;
  const next = passage.tokens[to];
  const counts =
    next?.kind === 'word' &&
    next.spaced &&
    /^(?:families|children|plans|young|claimants|households|people|cases|pupils|locations|open|referrals|episodes|admissions)$/.test(
      next.word,
    );
  return !counts;
}
