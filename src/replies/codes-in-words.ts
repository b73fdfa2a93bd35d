import { wordAt, type Passage, type Span } from './passage.ts';
import type { AskedItem } from './reply-context.ts';

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
  const known = asked.flatMap((item) => {
    const parts = partsOf(item.code);
    return parts === null ? [] : [{ code: item.code, parts }];
  });
  const prefixes = new Set(known.map(({ parts }) => parts.prefix));
  const mentions: CodeMention[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const first = codeAt(
      passage,
      index,
      prefixes,
      known.map(({ parts }) => parts),
    );
    if (first === null) continue;
    const list = listFrom(passage, first, prefixes);
    const codes: string[] = [];
    const notAsked: string[] = [];
    for (const parts of list.parts) {
      const match = known.find((item) => sameParts(item.parts, parts));
      if (match !== undefined) codes.push(match.code);
      else notAsked.push(...written(parts, known));
    }
    mentions.push({
      from: index,
      to: list.to,
      codes,
      notAsked: [...new Set(notAsked)],
      inPassing: isInPassing(passage, index),
    });
    index = list.to - 1;
  }
  return mentions;
}

/** A line's own code without its letter ("I31" where I31a is asked) stands for all its letters: nobody can tell which. */
function written(
  parts: Parts,
  known: readonly { readonly code: string; readonly parts: Parts }[],
): readonly string[] {
  const family = known.filter(
    (item) => parts.suffix === '' && item.parts.prefix === parts.prefix && item.parts.number === parts.number,
  );
  return family.length > 0
    ? family.map(({ code }) => `${code}?`)
    : [
        `${parts.prefix.toUpperCase()}${parts.prefix === 'i' ? String(parts.number).padStart(2, '0') : parts.number}${parts.suffix}`,
      ];
}

export function partsOf(code: string): Parts | null {
  const match = /^([a-z]{1,6})[-_. ]?0*(\d{1,3})([a-z]?)$/.exec(code.toLowerCase());
  return match === null ? null : { prefix: match[1] ?? '', number: Number(match[2]), suffix: match[3] ?? '' };
}

function sameParts(one: Parts, other: Parts): boolean {
  return one.prefix === other.prefix && one.number === other.number && one.suffix === other.suffix;
}

function codeAt(
  passage: Passage,
  index: number,
  prefixes: ReadonlySet<string>,
  known: readonly Parts[],
): Found | null {
  const token = passage.tokens[index];
  if (token === undefined) return null;
  if (token.kind === 'number') return numberWithLetter(passage, index, known);
  if (token.kind !== 'word') return null;
  const word = token.word;
  const plural = word.endsWith('s') && prefixes.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
  const isAsked = prefixes.has(plural);
  if (!isAsked && !(word.length === 2 && !otherCodes.has(word)) && word !== 'i') return null;
  let at = index + 1;
  const parted = /^[-_.#]$/.test(wordAt(passage, at)) || passage.tokens[at]?.spaced === true;
  if (
    /^[-_.#]$/.test(wordAt(passage, at)) &&
    passage.tokens[at]?.spaced === false &&
    passage.tokens[at + 1]?.spaced === false
  )
    at += 1;
  const number = passage.tokens[at];
  if (number?.kind !== 'number' || !/^0?\d{1,2}$/.test(number.text)) return null;
  const spaced = number.spaced;
  if (spaced && (!isAsked || plural.length < 2) && !(plural === 'i' && number.text.startsWith('0')))
    return null;
  // A code that was not asked is only known by its usual look: "JO1", not "jo 1".
  if (!isAsked && (parted || (word === 'i' && number.text.length !== 2))) return null;
  return withSuffix(passage, at, plural, number.text);
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

/** Follows "IC1, 2 and 3", "IC1/IC2", "IC1-3", "IC1 to IC3". */
function listFrom(
  passage: Passage,
  first: Found,
  prefixes: ReadonlySet<string>,
): { readonly parts: readonly Parts[]; readonly to: number } {
  const parts: Parts[] = [first];
  let to = first.to;
  for (;;) {
    const last = parts[parts.length - 1] ?? first;
    let at = to;
    const mark = wordAt(passage, at);
    if (mark === ',' && /^(?:and|&)$/.test(wordAt(passage, at + 1))) at += 1;
    const isRange =
      rangeMarks.test(mark) &&
      !(
        mark === '-' &&
        passage.tokens[at]?.spaced === true &&
        passage.tokens[at + 1]?.spaced === true &&
        passage.tokens[at + 1]?.kind === 'number'
      );
    if (!isRange && !listMarks.test(mark)) return { parts, to };
    const next = memberAt(passage, at + 1, last, prefixes);
    if (next === null) return { parts, to };
    if (isRange) {
      if (next.prefix !== last.prefix || next.number <= last.number || next.number - last.number > 30)
        return { parts, to };
      for (let number = last.number + 1; number < next.number; number += 1) parts.push({ ...last, number });
    }
    parts.push(next);
    to = next.to;
  }
}

function memberAt(passage: Passage, index: number, last: Parts, prefixes: ReadonlySet<string>): Found | null {
  const full = codeAt(passage, index, prefixes, []);
  if (full !== null) return full;
  const token = passage.tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text) || last.prefix.length < 2) return null;
  const after = passage.tokens[index + 1];
  // "IC1 and 2 green" goes on; "IC1, 3 new posts" and "IC1, 61.2%" do not.
  if (after === undefined || after.kind === 'break')
    return { ...last, number: Number(token.text), to: index + 1 };
  const goesOn =
    /^(?:[,:&/+.)=-]|–|—|and|to|are|is|all|both|red|amber|green|r|a|g|still|now|remain|remains|complete|done|on|no|same|unchanged|as|were|was|at|not)$/.test(
      after.word,
    ) || after.kind === 'emoji';
  return goesOn &&
    !(
      after.word === '.' &&
      passage.tokens[index + 2]?.kind === 'number' &&
      passage.tokens[index + 2]?.spaced === false
    )
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
