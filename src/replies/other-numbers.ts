import { wordAt, wordsOf, type Passage } from './passage.ts';

/** Nouns that are numbered: "phase 2", "Year 6", "Attainment 8", "page 4". */
const numbered =
  /^(?:phase|stage|tier|level|year|yr|y|band|grade|section|part|page|item|priority|version|v|wave|cohort|room|covid|class|step|appendix|ward|group|strand|objective|workstream|action|question|line|row|slide|para|paragraph|table|annex|reg|regulation|article|act|chapter|form|route|bus|unit|floor|age|aged|ages|attainment|progress|ks|p|a|q|h|t|m|s|l|week|wk|day|term|sprint|round|quarter|policy|channel|top|world|area|zone|box|option|scenario|rag|ofsted|plan|pillar|goal|sdg|fy|junction|no|fig|nearest|per|every|ref|id|outcome|recommendation|milestone|pilot|agenda|standard|issue|risk|number|asq)$/;
/** What a number of is time, money or age: "6 weeks", "£40k", "16-17 year olds", "10am". */
const measuredAway =
  /^(?:-? ?(?:weeks?|months?|years?|hours?|minutes?)|mins?|hrs?|wks?|yrs?|yo|am|pm|st|nd|rd|th|fte|wte|quid|pounds?|k|m|bn|mths?|o'clock|x|times|year - olds?|plus year|working|term|session|sessions|half terms?|seconds?|miles?|km|metres?|gb|mb)(?= |$)/;

/** True for numbers that are never a figure: times, money, ages, numbered things, telephone numbers. */
export function isNumberOfSomethingElse(passage: Passage, index: number, to: number = index + 1): boolean {
  const token = passage.tokens[index];
  const last = passage.tokens[index - 1];
  const after = wordsOf(passage, to, to + 4);
  const lastWord = last?.word ?? '';
  if (/^[£$€#@]$/.test(lastWord) && token?.spaced === false) return true;
  if (lastWord === '£' || lastWord === '#') return true;
  if (numbered.test(lastWord) && !isReported(passage, index)) return true;
  if (last?.kind === 'word' && token?.spaced === false) return true;
  if (isRateBase(passage, index)) return true;
  if (isClockTime(passage, index) || isTelephone(passage, index) || isAgeRange(passage, index)) return true;
  if (/^days?(?= |$)/.test(after))
    return (
      /^days? (?:a|per|of|off|leave|ago|later|notice|each)\b/.test(after) ||
      /\b(?:in|within|for|next|last|every|past)$/.test(wordsOf(passage, index - 2, index))
    );
  if (/^(?:k|m|x)(?= |$)/.test(after))
    return after.startsWith('k') ? passage.tokens[to]?.spaced !== false : true;
  return measuredAway.test(after) || isYearWord(passage, index, to);
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
  const near = wordsOf(passage, index - 2, index + 3);
  if (/\d : \d\d/.test(near) && (wordAt(passage, index + 1) === ':' || wordAt(passage, index - 1) === ':')) {
    return (
      passage.tokens[index]?.spaced === false ||
      (passage.tokens[index + 1]?.spaced === false &&
        passage.tokens[index + 2]?.kind === 'number' &&
        passage.tokens[index + 2]?.spaced === false)
    );
  }
  return /^(?:am|pm)(?= |$)/.test(wordsOf(passage, index + 1, index + 2));
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
