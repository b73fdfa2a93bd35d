import type { ReadMeasure } from './asked-measure.ts';
import { corrects } from './corrections.ts';
import type { FigureSaid, FiguresSaid } from './read-figures.ts';
import { isPossible } from './read-figures.ts';
import { asFigure, merged, noFigure } from './one-figure.ts';
import type { Passage } from './passage.ts';
import type { ReadFigure } from './reply-reading.ts';
import { figureQuestion, type FigureDoubt } from './figure-doubts.ts';
import { oddity } from './odd-figures.ts';

/** What all the numbers of a reply come to. */
export interface SettledFigures {
  readonly certain: readonly ReadFigure[];
  readonly doubts: readonly FigureDoubt[];
}

export function settleFigures(passage: Passage, said: FiguresSaid): SettledFigures {
  const certain: ReadFigure[] = [];
  const doubts: FigureDoubt[] = [];
  for (const measure of said.measures) {
    const settled = settleMeasure(passage, measure, said);
    if (settled === null) continue;
    if ('why' in settled) doubts.push(settled);
    else certain.push(settled);
  }
  return { certain, doubts: [...doubts, ...leftOver(said, certain, doubts)] };
}

function settleMeasure(
  passage: Passage,
  measure: ReadMeasure,
  said: FiguresSaid,
): ReadFigure | FigureDoubt | null {
  const own = said.figures.filter(
    ({ of, role }) => of.kind === 'measure' && of.code === measure.code && isPossible(role),
  );
  const values = strongest(own);
  const none = said.noData.find(({ codes }) => codes.includes(measure.code));
  if (values.length === 0 || (none?.certain === true && values.every(({ role }) => role !== 'value'))) {
    if (none === undefined) return null;
    const empty = {
      ...noFigure,
      code: measure.code,
      ...(none.reason === 'suppressed' ? { suppressed: true } : { noData: none.reason }),
    };
    return none.certain ? empty : figureQuestion('which_none', measure, [empty]);
  }
  const valid = afterCorrections(passage, values);
  const settled = oneFigure(measure, valid);
  const only = valid[0];
  if (
    settled === null ||
    'why' in settled ||
    only === undefined ||
    !isMaybeCount(passage, measure, only, said)
  )
    return settled;
  return figureQuestion('unit', measure, [settled]);
}

/** "52 plans issued, 32 in time": beside another count a number without a percent sign may be a count too. */
function isMaybeCount(
  passage: Passage,
  measure: ReadMeasure,
  { figure }: FigureSaid,
  said: FiguresSaid,
): boolean {
  if (
    measure.unit !== 'percent' ||
    figure.shape !== 'plain' ||
    figure.numerator !== null ||
    !Number.isInteger(figure.value)
  )
    return false;
  const sentence = passage.sentenceAt[figure.from];
  return said.figures.some(
    ({ figure: other, of }) =>
      other !== figure &&
      other.shape === 'plain' &&
      other.counted !== null &&
      of.kind !== 'measure' &&
      passage.sentenceAt[other.from] === sentence,
  );
}

function strongest(own: readonly FigureSaid[]): readonly FigureSaid[] {
  for (const role of ['value', 'weak', 'unsure', 'rise'] as const) {
    const some = own.filter((figure) => figure.role === role);
    if (some.length === 0) continue;
    // "61% or maybe 63%": the doubt stands beside the figure.
    return role === 'value' || role === 'weak'
      ? [...some, ...own.filter((figure) => figure.role === 'unsure')]
      : some;
  }
  return [];
}

function afterCorrections(passage: Passage, said: readonly FigureSaid[]): readonly FigureSaid[] {
  const ordered = [...said].sort((one, other) => one.figure.from - other.figure.from);
  for (let index = ordered.length - 1; index > 0; index -= 1) {
    const later = ordered[index];
    const earlier = ordered[index - 1];
    if (later !== undefined && earlier !== undefined && corrects(passage, earlier.figure, later.figure))
      return ordered.slice(index);
  }
  return ordered;
}

function oneFigure(measure: ReadMeasure, said: readonly FigureSaid[]): ReadFigure | FigureDoubt | null {
  const together = merged(said);
  const first = together[0];
  if (first === undefined) return null;
  if (together.length > 1) return severalFigures(measure, together);
  const figures =
    first.periods.length === 0
      ? [asFigure(measure, first, 0)]
      : first.periods.map((_period, index) => asFigure(measure, first, index));
  if (first.figure.shape === 'bound') return figureQuestion('bound', measure, figures.slice(0, 1));
  if (first.role === 'unsure' || first.role === 'rise')
    return figureQuestion('unsure', measure, figures.slice(0, 1));
  const odd = oddity(measure, first, asFigure(measure, first, 0));
  if (odd !== null) return odd;
  const only = figures[0];
  return only !== undefined && figures.length === 1 ? only : figureQuestion('period', measure, figures);
}

/** Two figures for two periods: the earlier one is only told where it is the figure known from last time; otherwise it is asked. */
function severalFigures(measure: ReadMeasure, said: readonly FigureSaid[]): ReadFigure | FigureDoubt {
  const figures = said.map((one) => asFigure(measure, one, 0));
  const news = figures.filter(({ value }) => measure.previous === null || value !== measure.previous);
  const only = news[0];
  const source = said[only === undefined ? 0 : figures.indexOf(only)];
  const dated =
    figures.every(({ period }) => period !== null) &&
    new Set(figures.map(({ period }) => period?.key)).size === figures.length;
  if (only !== undefined && news.length === 1 && dated && source !== undefined && source.role === 'value')
    return oddity(measure, source, only) ?? only;
  return figureQuestion('several', measure, figures);
}

/** Numbers that belong to nothing for certain: asked about only where they may be the figure that is still missing. */
function leftOver(
  said: FiguresSaid,
  certain: readonly ReadFigure[],
  doubts: readonly FigureDoubt[],
): readonly FigureDoubt[] {
  const known = new Set([...certain.map(({ code }) => code), ...doubts.flatMap(({ codes }) => codes)]);
  const missing = said.measures.filter(({ code }) => !known.has(code));
  return said.figures.filter(({ role }) => isPossible(role)).flatMap((one) => doubtAbout(one, missing));
}

function doubtAbout(one: FigureSaid, missing: readonly ReadMeasure[]): readonly FigureDoubt[] {
  const { of, figure } = one;
  if (of.kind === 'not_asked') return [{ why: 'not_asked', codes: [of.code], options: [], words: of.code }];
  if (of.kind !== 'several' && of.kind !== 'other') return [];
  const fitting = missing.filter(({ code }) => of.codes.includes(code));
  if (fitting.length === 0) return [];
  const codes = fitting.map(({ code }) => code);
  const options = fitting.map((measure) => asFigure(measure, one, 0));
  if (of.kind === 'several') return [{ why: 'which', codes, options, words: '' }];
  // "12 schools visited" counts something else; so does a bare "12" among several measures.
  const countsOther = figure.counted !== null || figure.shape === 'few';
  const isBareCount = figure.shape === 'plain' && Number.isInteger(figure.value) && fitting.length > 1;
  return countsOther || isBareCount ? [] : [{ why: 'other', codes, options, words: of.words }];
}
