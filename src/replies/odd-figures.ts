import { numberInWords } from '../plan/figure-words.ts';
import { tidyNumber } from '../plan/tidy-number.ts';
import { fits, type ReadMeasure } from './asked-measure.ts';
import { figureQuestion, type FigureDoubt } from './figure-doubts.ts';
import type { FigureSaid } from './read-figures.ts';
import type { ReadFigure } from './reply-reading.ts';

/** What is odd about a figure that was understood; null = nothing. What is odd is asked about and not recorded. */
export function oddity(measure: ReadMeasure, said: FigureSaid, figure: ReadFigure): FigureDoubt | null {
  const { figure: number } = said;
  const other = (value: number | null) => ({ ...figure, value, numerator: null, denominator: null });
  if (number.shape === 'range') return figureQuestion('range', measure, [figure, other(number.denominator)]);
  if (number.shape === 'bound' || number.shape === 'spelt')
    return figureQuestion(number.shape, measure, [figure]);
  if (number.maybeDate && number.counted === null) return figureQuestion('date', measure, [figure]);
  if (!fits(number, measure.unit)) return figureQuestion('unit', measure, [figure]);
  if (figure.value === null) return null;
  if (number.dashed && measure.unit === 'score')
    return figureQuestion('sign', measure, [other(-figure.value), figure]);
  return (
    impossible(measure, figure, figure.value) ??
    scaleSlip(measure, said, figure, figure.value) ??
    jump(measure, figure, figure.value)
  );
}

/** Progress 8 of a whole council lies within a point of nought. */
const farScore = 2.5;

function impossible(measure: ReadMeasure, figure: ReadFigure, value: number): FigureDoubt | null {
  const { unit } = measure;
  if (unit === 'score')
    return Math.abs(value) > farScore
      ? figureQuestion(
          'impossible',
          measure,
          [{ ...figure, value: tidyNumber(value / 100) }, figure],
          `${numberInWords(value)} is far from 0 for a score.`,
        )
      : null;
  if (value < 0)
    return figureQuestion('impossible', measure, [{ ...figure, value: -value }], 'It cannot be below 0.');
  if (unit === 'percent' && value > 100)
    return figureQuestion(
      'impossible',
      measure,
      nearer(measure, figure, value),
      'A percentage cannot be above 100.',
    );
  if (
    figure.numerator !== null &&
    figure.denominator !== null &&
    unit === 'percent' &&
    figure.numerator > figure.denominator
  ) {
    return figureQuestion(
      'fraction',
      measure,
      [],
      `${figure.numerator} of ${figure.denominator} is more than all.`,
    );
  }
  return null;
}

/** 612 for 61.2. */
function nearer(measure: ReadMeasure, figure: ReadFigure, value: number): readonly ReadFigure[] {
  const tenth = tidyNumber(value / 10);
  const hundredth = tidyNumber(value / 100);
  const likely = [tenth, hundredth].filter((one) => one <= 100);
  const { previous } = measure;
  const sorted =
    previous === null
      ? likely
      : [...likely].sort((one, other) => Math.abs(one - previous) - Math.abs(other - previous));
  return sorted.slice(0, 2).map((one) => ({ ...figure, value: one }));
}

/** 0.613 where 61.3% is meant: unless a percent sign or a figure before of the same size says otherwise. */
function scaleSlip(
  measure: ReadMeasure,
  said: FigureSaid,
  figure: ReadFigure,
  value: number,
): FigureDoubt | null {
  if (measure.unit !== 'percent' || value <= 0 || value > 1 || figure.numerator !== null) return null;
  const { previous } = measure;
  if (previous !== null && previous > 0 && previous < 5) return null;
  if (previous === null && said.figure.shape === 'percent' && value >= 0.1) return null;
  return figureQuestion('scale', measure, [{ ...figure, value: tidyNumber(value * 100) }, figure]);
}

/** Seven times and more is a slipped digit sooner than news; 6.2 for 61.3 is a tenth of it and a bit. */
const bigJump = 7;

function jump(measure: ReadMeasure, figure: ReadFigure, value: number): FigureDoubt | null {
  const { previous, unit } = measure;
  if (previous === null || unit === 'score' || previous === 0) return null;
  if (unit === 'count' && Math.max(value, previous) < 20) return null;
  if (value >= previous * bigJump)
    return figureQuestion(
      'jump',
      measure,
      [{ ...figure, value: tidyNumber(value / 10) }, figure],
      'many times',
    );
  if (value * bigJump <= previous)
    return figureQuestion(
      'jump',
      measure,
      value === 0 ? [figure] : [{ ...figure, value: tidyNumber(value * 10) }, figure],
      'a small part of',
    );
  return null;
}
