import { wordAt, type Passage, type Span } from './passage.ts';
import type { AskedItem } from './reply-context.ts';
import type { Token } from './tokens.ts';

/** Codes named in one place: "IC1", "ic 1", "IC-1", "IC1, 2 and 3", "IC1 to IC3", "SA3:". */
export interface CodeMention extends Span {
  /** As the plan writes them; only codes that were asked. */
  readonly codes: readonly string[];
  /** Codes that were named and not asked: as written, in capitals. */
  readonly notAsked: readonly string[];
  /** Named in passing: "waiting on IC1 colleagues". */
  readonly inPassing: boolean;
}

interface Parts {
  readonly prefix: string;
  readonly number: number;
  readonly suffix: string;
}

interface Found extends Parts {
  readonly to: number;
}

/** Two letters and a digit that are no code of a plan: key stages, postcodes, roads, years, forms. */
const otherCodes = new Set(
  'gr mb gb ks ey fy yr cv wv ws dy st de le ng hr it tv mp gp cp wp no co nd rd th pm am vs pp ft uk eu ni ai or on of in to at by up tbc ca bn kg km mm cm hh cc ph rm wk'.split(
    ' ',
  ),
);

export function findCodes(passage: Passage, asked: readonly AskedItem[]): readonly CodeMention[] {
  const items = asked.flatMap((item) => {
    const parts = partsOf(item.code);
    return parts === null ? [] : [{ code: item.code, parts }];
  });
  const parts = items.map((item) => item.parts);
  const known = { prefixes: new Set(parts.map(({ prefix }) => prefix)), known: parts };
  const mentions: CodeMention[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const first = codeAt(passage, index, known);
    if (first === null) continue;
    const list = listFrom(passage, first, known);
    mentions.push({
      from: index,
      to: list.to,
      ...sorted(list.parts, items),
      inPassing: isInPassing(passage, index),
    });
    index = list.to - 1;
  }
  return mentions;
}

interface Known {
  readonly prefixes: ReadonlySet<string>;
  readonly known: readonly Parts[];
}

interface KnownItem {
  readonly code: string;
  readonly parts: Parts;
}

function sorted(
  list: readonly Parts[],
  items: readonly KnownItem[],
): Pick<CodeMention, 'codes' | 'notAsked'> {
  const codes: string[] = [];
  const notAsked = new Set<string>();
  for (const parts of list) {
    const match = items.find((item) => sameParts(item.parts, parts));
    if (match !== undefined) codes.push(match.code);
    else for (const code of written(parts, items)) notAsked.add(code);
  }
  return { codes, notAsked: [...notAsked] };
}

/** A line's own code without its letter ("I31" where I31a is asked) stands for all its letters: nobody can tell which. */
function written(parts: Parts, items: readonly KnownItem[]): readonly string[] {
  const { prefix, number, suffix } = parts;
  const family = items.filter(
    (item) => suffix === '' && item.parts.prefix === prefix && item.parts.number === number,
  );
  if (family.length > 0) return family.map(({ code }) => `${code}?`);
  const digits = prefix === 'i' ? String(number).padStart(2, '0') : String(number);
  return [`${prefix.toUpperCase()}${digits}${suffix}`];
}

export function partsOf(code: string): Parts | null {
  const match = /^([a-z]{1,6})[-_. ]?0*(\d{1,3})([a-z]?)$/.exec(code.toLowerCase());
  return match === null ? null : { prefix: match[1] ?? '', number: Number(match[2]), suffix: match[3] ?? '' };
}

function sameParts(one: Parts, other: Parts): boolean {
  return one.prefix === other.prefix && one.number === other.number && one.suffix === other.suffix;
}

function codeAt(passage: Passage, index: number, { prefixes, known }: Known): Found | null {
  const token = passage.tokens[index];
  if (token?.kind === 'number') return numberWithLetter(passage, index, known);
  if (token?.kind !== 'word') return null;
  const { word } = token;
  // "ICs 1-3"
  const prefix = word.endsWith('s') && prefixes.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
  const at = numberPlace(passage, index);
  const number = passage.tokens[at];
  if (number?.kind !== 'number' || !/^0?\d{1,2}$/.test(number.text)) return null;
  const isCode = prefixes.has(prefix)
    ? isAskedCode(prefix, number)
    : at === index + 1 && !number.spaced && looksLikeCode(word, number.text);
  return isCode ? withSuffix(passage, at, prefix, number.text) : null;
}

/** "ic 1" is a code, "I 5" is not; "I 05" is. */
function isAskedCode(prefix: string, number: Token): boolean {
  return !number.spaced || prefix.length > 1 || (prefix === 'i' && number.text.startsWith('0'));
}

/** The number of a code may stand behind a mark: "IC-1", "IC.1", "IC_1". */
function numberPlace(passage: Passage, index: number): number {
  const mark = passage.tokens[index + 1];
  const isGlued = mark?.spaced === false && passage.tokens[index + 2]?.spaced === false;
  return isGlued && /^[-_.#]$/.test(mark.word) ? index + 2 : index + 1;
}

/** A code that was not asked is only known by its usual look: "JO1" and "I15", not "jo 1". */
function looksLikeCode(word: string, digits: string): boolean {
  return word === 'i' ? digits.length === 2 : word.length === 2 && !otherCodes.has(word);
}

function withSuffix(passage: Passage, at: number, prefix: string, digits: string): Found {
  const letter = passage.tokens[at + 1];
  const hasSuffix = letter?.kind === 'word' && !letter.spaced && /^[a-h]$/.test(letter.word);
  return {
    prefix,
    number: Number(digits),
    suffix: hasSuffix ? letter.word : '',
    to: hasSuffix ? at + 2 : at + 1,
  };
}

/** "31a 4.1" where I31a is asked. */
function numberWithLetter(passage: Passage, index: number, known: readonly Parts[]): Found | null {
  const digits = passage.tokens[index]?.text ?? '';
  const letter = passage.tokens[index + 1];
  if (!/^\d{1,2}$/.test(digits) || letter?.kind !== 'word' || letter.spaced || !/^[a-h]$/.test(letter.word))
    return null;
  const match = known.find((parts) => parts.number === Number(digits) && parts.suffix === letter.word);
  return match === undefined ? null : { ...match, to: index + 2 };
}

const listMarks = /^(?:,|&|and|or|nor|\/|\+)$/;
const rangeMarks = /^(?:-|–|—|to|through|thru)$/;

interface CodeList {
  readonly parts: readonly Parts[];
  readonly to: number;
}

/** Follows "IC1, 2 and 3", "IC1/IC2", "IC1-3", "IC1 to IC3". */
function listFrom(passage: Passage, first: Found, known: Known): CodeList {
  let list: CodeList = { parts: [first], to: first.to };
  for (;;) {
    const longer = withNext(passage, list, first, known);
    if (longer === null) return list;
    list = longer;
  }
}

function withNext(passage: Passage, { parts, to }: CodeList, first: Found, known: Known): CodeList | null {
  const last = parts[parts.length - 1] ?? first;
  const mark = wordAt(passage, to);
  const isRange = rangeMarks.test(mark) && !isFreeDash(passage, to);
  if (!isRange && !listMarks.test(mark)) return null;
  const at = mark === ',' && /^(?:and|&)$/.test(wordAt(passage, to + 1)) ? to + 2 : to + 1;
  const next = codeAt(passage, at, { prefixes: known.prefixes, known: [] }) ?? bareNumber(passage, at, last);
  if (next === null) return null;
  if (!isRange) return { parts: [...parts, next], to: next.to };
  const gap = next.number - last.number;
  if (next.prefix !== last.prefix || gap < 1 || gap > longestRange) return null;
  const between = Array.from({ length: gap - 1 }, (_, step) => ({ ...last, number: last.number + step + 1 }));
  return { parts: [...parts, ...between, next], to: next.to };
}

const longestRange = 30;

/** "IC1 - 3 new posts": a dash with blanks before a number begins something else. */
function isFreeDash(passage: Passage, at: number): boolean {
  const next = passage.tokens[at + 1];
  return (
    wordAt(passage, at) === '-' &&
    passage.tokens[at]?.spaced === true &&
    next?.spaced === true &&
    next.kind === 'number'
  );
}

const afterBareNumber =
  /^(?:[,:&/+.)=-]|–|—|and|to|are|is|all|both|red|amber|green|r|a|g|still|now|remain|remains|complete|done|on|no|same|unchanged|as|were|was|at|not)$/;

/** "IC1 and 2 green" goes on; "IC1, 3 new posts" and "IC1, 61.2%" do not. */
function bareNumber(passage: Passage, index: number, last: Parts): Found | null {
  const token = passage.tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text) || last.prefix.length < 2) return null;
  const after = passage.tokens[index + 1];
  const ends = after === undefined || after.kind === 'break' || after.kind === 'emoji';
  return ends || afterBareNumber.test(after.word)
    ? { ...last, number: Number(token.text), to: index + 1 }
    : null;
}

/** "waiting on IC1", "linked to SA2", "see JO3", "because of IC4". */
function isInPassing(passage: Passage, index: number): boolean {
  const before = `${wordAt(passage, index - 3)} ${wordAt(passage, index - 2)} ${wordAt(passage, index - 1)}`;
  return /(?:wait(?:ing)? (?:on|for)|depend(?:s|ing|ent)? (?:up)?on|link(?:s|ed)? (?:to|with)|reli(?:es|ant) on|see|see also|because of|due to|thanks to|overlap(?:s|ping)? with|alongside|support(?:s|ing)|impact on|knock - on to|work(?:ing)? with|shared? with|same as|unlike|as with|as per|joined? with|tied? to)(?: the)?$/.test(
    before,
  );
}
