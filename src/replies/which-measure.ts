import { fits, type ReadMeasure } from './asked-measure.ts';
import type { CodeMention } from './codes-in-words.ts';
import { isFigureNoun } from './figure-nouns.ts';
import { byLabel } from './measure-by-label.ts';
import type { MeasureFinder, MeasureOf } from './measure-of.ts';
import type { Figure } from './number-figure.ts';
import { sentenceOf } from './passage.ts';
import { around, words, wordsAbout } from './words-about-figure.ts';

/** Finds the measure of a number: by its code, by the words around it, by what was named before, or because there is only one. */
export function measureOf(finder: MeasureFinder, figure: Figure): MeasureOf {
  const coded = byCode(finder, figure);
  if (coded !== null) return coded;
  const possible = finder.measures.filter(({ unit }) => fits(figure, unit));
  // With a choice, 12,345 is no percentage.
  const fitting =
    possible.length > 1 && figure.value > 100 ? possible.filter(({ unit }) => unit !== 'percent') : possible;
  if (fitting.length === 0) return { kind: 'none' };
  const found = byLabel(wordsAbout(finder, figure, 'clause'), fitting);
  if (found.kind === 'found') return found.of;
  if (found.kind === 'bare') return widened(finder, figure, fitting);
  return { kind: 'other', words: found.words, codes: fitting.map(({ code }) => code) };
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
  const lastCode = own[own.length - 1];
  const lastFigure = finder.figures.findLast((other) => other.from < sentence.to) ?? figure;
  const numbersFirst =
    own[0] !== undefined && firstFrom < own[0].from && lastFigure.from < (lastCode?.from ?? 0);
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
