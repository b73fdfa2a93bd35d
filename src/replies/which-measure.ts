import { fits, type ReadMeasure } from './asked-measure.ts';
import type { CodeMention } from './codes-in-words.ts';
import type { Figure } from './number-figure.ts';
import { figureWords, isFigureIdea, isFigureNoun } from './figure-nouns.ts';
import { ideasOf, shared } from './labels.ts';
import { clauseOf, sentenceOf, wordAt, type Passage, type Span } from './passage.ts';
import { isFunctionWord, isItemWord } from './plain-words.ts';

/** Which measure a number is for, and how that is known. */
export type MeasureOf =
  | { readonly kind: 'measure'; readonly code: string; readonly by: 'code' | 'label' | 'alone' }
  /** Several fit: they are asked about. */
  | { readonly kind: 'several'; readonly codes: readonly string[] }
  /** Said of something else: "85% of staff trained". */
  | { readonly kind: 'other'; readonly words: string; readonly codes: readonly string[] }
  | { readonly kind: 'not_asked'; readonly code: string }
  | { readonly kind: 'none' };

export interface MeasureFinder {
  readonly passage: Passage;
  readonly measures: readonly ReadMeasure[];
  readonly codes: readonly CodeMention[];
  /** Spans that say nothing about which measure: dates, periods, other numbers. */
  readonly silent: ReadonlySet<number>;
  /** Numbers that could be a value, in order: each ends the words of the one before. */
  readonly figures: readonly Figure[];
}

export function measureOf(finder: MeasureFinder, figure: Figure): MeasureOf {
  const coded = byCode(finder, figure);
  if (coded !== null) return coded;
  const possible = finder.measures.filter(({ unit }) => fits(figure, unit));
  // With a choice, 12,345 is no percentage.
  const fitting =
    possible.length > 1 && figure.value > 100 ? possible.filter(({ unit }) => unit !== 'percent') : possible;
  if (fitting.length === 0) return { kind: 'none' };
  const near = wordsAbout(finder, figure, 'clause');
  const found = byLabel(near, fitting);
  if (found.kind !== 'bare')
    return found.kind === 'other' ? otherOrWider(finder, figure, fitting, found.words) : found.of;
  return widened(finder, figure, fitting);
}

type Labelled =
  | { readonly kind: 'found'; readonly of: MeasureOf }
  | { readonly kind: 'other'; readonly words: string }
  | { readonly kind: 'bare' };

/** Words that turn a measure into its opposite or a part of it: "61% were late" is not "issued within 20 weeks". */
const opposite =
  /^(?:late|overdue|missed|breached|breaching|failed|outside|outstanding|backlog|exceeding|refused|rejected|vacant|vacancies|sickness|untrained|unfilled|declined)$/;

function byLabel(words: readonly string[], fitting: readonly ReadMeasure[]): Labelled {
  const telling = words.filter(
    (word) => /\p{L}/u.test(word) && !isFunctionWord(word) && !isItemWord(word) && !figureWords.has(word),
  );
  const ideas = ideasOf(words.join(' ')).filter((idea) => !isFigureIdea(idea));
  const totals = fitting.filter(({ sumOf }) => sumOf.length > 0);
  const total = totals[0];
  if (total !== undefined && totals.length === 1 && isTotalOf(words, ideas, total, fitting))
    return { kind: 'found', of: { kind: 'measure', code: total.code, by: 'label' } };
  if (ideas.length === 0) return { kind: 'bare' };
  if (
    telling.some((word) => opposite.test(word)) &&
    !fitting.some(({ label }) =>
      telling.some((word) => opposite.test(word) && label.toLowerCase().includes(word)),
    )
  ) {
    return { kind: 'other', words: telling.join(' ') };
  }
  const best = bestMatches(ideas, fitting, words);
  if (best.length === 0) return { kind: 'other', words: (telling.length > 0 ? telling : words).join(' ') };
  const only = best[0];
  if (only !== undefined && best.length === 1)
    return { kind: 'found', of: { kind: 'measure', code: only, by: 'label' } };
  return { kind: 'found', of: { kind: 'several', codes: best } };
}

/** "total 6.1%", "NEET/NK 6.1%": it is called one, or its parts are named together. */
function isTotalOf(
  words: readonly string[],
  ideas: readonly string[],
  total: ReadMeasure,
  among: readonly ReadMeasure[],
): boolean {
  if (words.some((word) => totalWords.test(word))) return true;
  if (!words.some((word) => /^(?:or|and|&|\/|\+)$/.test(word))) return false;
  const parts = among.filter(({ code }) => total.sumOf.includes(code));
  return parts.every((part) =>
    part.ideas.some(
      (idea) => ideas.includes(idea) && parts.every((other) => other === part || !other.ideas.includes(idea)),
    ),
  );
}

const totalWords = /^(?:combined|total|overall|together|sum|altogether)$/;

/** The measures whose labels say most of what was said; a total only where it is called one or all its parts are named. */
function bestMatches(
  ideas: readonly string[],
  fitting: readonly ReadMeasure[],
  words: readonly string[],
): readonly string[] {
  const isTotal = words.some((word) => totalWords.test(word)) || words.includes('or') || words.includes('+');
  const scores = fitting
    .filter(({ sumOf }) => sumOf.length === 0 || isTotal)
    .map((measure) => {
      const hits = shared(ideas, measure.ideas).length + (measure.sumOf.length > 0 && isTotal ? 1 : 0);
      return { code: measure.code, hits, size: measure.ideas.length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.hits - one.hits || one.size - other.size);
  const best = scores[0];
  if (best === undefined) return [];
  const equal = scores.filter(({ hits }) => hits === best.hits);
  // "Good Level of Development 68%" beside "…: FSM": the plain one is the one without more to say.
  const plain = equal.filter(({ size }) => size === best.size);
  const others = equal.filter(({ size }) => size > best.size);
  if (plain.length === 1 && (others.length === 0 || best.hits === best.size)) return [best.code];
  return equal.map(({ code }) => code);
}

/** Nothing near the number says what it is: the sentence may, or what was named before it, or there is only one it can be. */
function widened(finder: MeasureFinder, figure: Figure, fitting: readonly ReadMeasure[]): MeasureOf {
  const alone = fitting.length === 1 ? fitting[0] : undefined;
  if (alone !== undefined)
    return figure.counted === null || isFigureNoun(figure.counted)
      ? { kind: 'measure', code: alone.code, by: 'alone' }
      : { kind: 'other', words: figure.counted, codes: [alone.code] };
  const counting =
    figure.counted === null
      ? []
      : fitting.filter(({ label }) => ` ${label.toLowerCase()} `.includes(` ${figure.counted ?? ''} `));
  const counted = counting[0];
  if (counted !== undefined && counting.length === 1)
    return { kind: 'measure', code: counted.code, by: 'label' };
  const topic = topicBefore(finder, figure, fitting);
  if (topic !== null) return topic;
  const wide = byLabel(wordsAbout(finder, figure, 'sentence'), fitting);
  return wide.kind === 'found' ? wide.of : { kind: 'several', codes: fitting.map(({ code }) => code) };
}

function otherOrWider(
  finder: MeasureFinder,
  figure: Figure,
  fitting: readonly ReadMeasure[],
  words: string,
): MeasureOf {
  const topic = finder.measures.length > 1 ? null : topicBefore(finder, figure, fitting);
  return topic ?? { kind: 'other', words, codes: fitting.map(({ code }) => code) };
}

/** A measure's code or label on the line or in the sentence before: "I05\n61.2%", "NEET. Now 4.1%". */
function topicBefore(
  finder: MeasureFinder,
  figure: Figure,
  fitting: readonly ReadMeasure[],
): MeasureOf | null {
  const { passage, codes } = finder;
  const sentence = passage.sentenceAt[figure.from] ?? 0;
  const earlier = [...codes]
    .reverse()
    .find((code) => code.from < figure.from && (passage.sentenceAt[code.from] ?? 0) >= sentence - 1);
  const code = earlier?.codes.length === 1 ? earlier.codes[0] : undefined;
  if (code !== undefined && fitting.some((measure) => measure.code === code))
    return { kind: 'measure', code, by: 'code' };
  const before = passage.sentences[sentence - 1];
  if (
    before === undefined ||
    finder.figures.some((other) => other.from >= before.from && other.from < before.to)
  )
    return null;
  const label = byLabel(words(passage, before, finder.silent), fitting);
  return label.kind === 'found' && label.of.kind === 'measure' ? label.of : null;
}

/** "I05 61.2%", "I05: 61.2 (32/52)", "61.2% for I05": the code before the number in its sentence, else the one right behind it. */
function byCode(finder: MeasureFinder, figure: Figure): MeasureOf | null {
  const { passage, codes, measures } = finder;
  const sentence = sentenceOf(passage, figure.from);
  const { next, firstFrom } = around(finder, figure, sentence);
  const own = codes.filter(
    (code) => code.from >= sentence.from && code.from < sentence.to && isMeasureCode(code, measures),
  );
  const numbersFirst = own[0] !== undefined && firstFrom < own[0].from;
  const before = [...own].reverse().find((code) => code.to <= figure.from);
  const behind = own.find((code) => code.from >= figure.to && (next === null || code.from < next.from));
  const code = numbersFirst ? (behind ?? null) : (before ?? null);
  if (code === null) return null;
  const all = [...code.codes, ...code.notAsked];
  const only = all[0];
  if (only === undefined) return null;
  const family = all.filter((one) => one.endsWith('?')).map((one) => one.slice(0, -1));
  if (family.length > 0) return { kind: 'several', codes: family };
  if (code.codes.length > 1) return { kind: 'several', codes: code.codes };
  if (code.codes.length === 0) return { kind: 'not_asked', code: only };
  return { kind: 'measure', code: only, by: 'code' };
}

function isMeasureCode(mention: CodeMention, measures: readonly ReadMeasure[]): boolean {
  return (
    mention.codes.some((code) => measures.some((measure) => measure.code === code)) ||
    mention.notAsked.some((code) => code.endsWith('?') || /^I\d\d[a-h]?$/i.test(code))
  );
}

const connectors =
  /^(?:because|due|thanks|owing|driven|following|since|so|but|which|as|after|from|against|compared|vs|versus|with|while|when|reflecting|mainly|partly|largely|pending|subject|until|than|and|by|despite|where)$/;

/**
 * The words that say what a number is: those before it in its clause and those after it up to a reason or the next number. Where the
 * first number of a sentence has nothing before it, the words after a number are its own ("5.1% primary and 8.2% secondary").
 */
function wordsAbout(finder: MeasureFinder, figure: Figure, within: 'clause' | 'sentence'): readonly string[] {
  const { passage, silent } = finder;
  const bounds = within === 'clause' ? clauseOf(passage, figure.from) : sentenceOf(passage, figure.from);
  const { last, next, firstFrom } = around(finder, figure, bounds);
  const before = words(passage, { from: last?.to ?? bounds.from, to: figure.from }, silent);
  const after = wordsAfter(passage, { from: figure.to, to: next?.from ?? bounds.to }, silent);
  if (last === null && next === null) return [...before, ...after];
  const opensWithNumber = !hasContent(words(passage, { from: bounds.from, to: firstFrom }, silent));
  if (opensWithNumber) return hasContent(after) ? after : before;
  return hasContent(before) ? before : after;
}

interface Around {
  readonly last: Figure | null;
  readonly next: Figure | null;
  /** Where the first number of the bounds stands. */
  readonly firstFrom: number;
}

function around({ figures }: MeasureFinder, figure: Figure, bounds: Span): Around {
  const at = figures.indexOf(figure);
  const last = figures[at - 1];
  const next = figures[at + 1];
  const first = figures.find((other) => other.from >= bounds.from) ?? figure;
  return {
    last: last !== undefined && last.from >= bounds.from ? last : null,
    next: next !== undefined && next.from < bounds.to ? next : null,
    firstFrom: first.from,
  };
}

function wordsAfter(passage: Passage, span: Span, silent: ReadonlySet<number>): readonly string[] {
  let to = span.from;
  while (to < span.to && !connectors.test(wordAt(passage, to))) to += 1;
  return words(passage, { from: span.from, to }, silent);
}

function words(passage: Passage, { from, to }: Span, silent: ReadonlySet<number>): readonly string[] {
  const list: string[] = [];
  for (let index = from; index < to; index += 1) if (!silent.has(index)) list.push(wordAt(passage, index));
  return list;
}

function hasContent(list: readonly string[]): boolean {
  return list.some(
    (word) => /\p{L}{2}/u.test(word) && !isFunctionWord(word) && !isItemWord(word) && !figureWords.has(word),
  );
}
