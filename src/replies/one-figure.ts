import { difference, roundTo, tidyNumber } from '../plan/tidy-number.ts';
import type { ReadMeasure } from './asked-measure.ts';
import type { FigureSaid } from './read-figures.ts';
import type { ReadFigure } from './reply-reading.ts';

/** A figure of which nothing is said yet. */
export const noFigure: Omit<ReadFigure, 'code'> = {
  value: null,
  numerator: null,
  denominator: null,
  suppressed: false,
  noData: null,
  period: null,
  provisional: false,
  approximate: false,
};

/** "32 of 52 (61.5%)" is one figure; so is the same figure said twice. */
export function merged(said: readonly FigureSaid[]): readonly FigureSaid[] {
  const fraction = said.find(({ figure }) => figure.shape === 'fraction');
  const rest = said.filter((one) => one !== fraction);
  const agreeing = rest.filter(
    ({ figure }) =>
      fraction !== undefined && figure.shape !== 'few' && agrees(figure.value, fraction.figure.value),
  );
  if (fraction !== undefined && agreeing.length > 0 && agreeing.length === rest.length) {
    const stated = agreeing[0];
    if (stated === undefined) return said;
    const { numerator, denominator } = fraction.figure;
    return [
      {
        ...stated,
        figure: { ...stated.figure, numerator, denominator },
        periods: stated.periods.length > 0 ? stated.periods : fraction.periods,
        provisional: stated.provisional || fraction.provisional,
      },
    ];
  }

  const distinct: FigureSaid[] = [];
  for (const one of said) {
    const twin = distinct.findIndex(
      ({ figure }) => figure.value === one.figure.value && figure.shape === one.figure.shape,
    );
    const known = distinct[twin];
    if (known === undefined) distinct.push(one);
    else if (known.periods.length === 0 && one.periods.length > 0) distinct[twin] = one;
  }
  return distinct;
}

/** 61.5 is 32 of 52 (61.538…) at its own decimals; 61 is too. */
function agrees(stated: number, exact: number): boolean {
  return (
    difference(Math.abs(difference(stated, exact)), 0.51) <= 0 &&
    (Number.isInteger(stated) || difference(Math.abs(difference(stated, exact)), 0.051) <= 0)
  );
}

/** A number as the figure of a measure, for one of its periods. */
export function asFigure(
  measure: Pick<ReadMeasure, 'code'>,
  said: FigureSaid,
  periodIndex: number,
): ReadFigure {
  const { figure } = said;
  const few = figure.shape === 'few';
  const rounded = figure.shape === 'fraction' ? roundTo(figure.value, 1) : tidyNumber(figure.value);
  const isFraction = figure.shape === 'fraction' || (figure.shape !== 'range' && figure.numerator !== null);
  return {
    code: measure.code,
    value: few ? null : rounded,
    numerator: isFraction ? figure.numerator : null,
    denominator: isFraction ? figure.denominator : null,
    suppressed: few,
    noData: null,
    period: said.periods[periodIndex] ?? null,
    provisional: said.provisional,
    approximate: figure.approximate,
  };
}
