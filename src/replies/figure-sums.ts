import { numberInWords } from '../plan/figure-words.ts';
import { decimalsOf, difference, tidyNumber } from '../plan/tidy-number.ts';
import type { ReadMeasure } from './asked-measure.ts';
import type { FigureDoubt } from './figure-doubts.ts';
import type { ReadFigure } from './reply-reading.ts';

/** Totals that are not the sum of their parts (I31c = I31a + I31b): none of the figures is then recorded before it is asked. */
export function doubtfulSums(
  measures: readonly ReadMeasure[],
  figures: readonly ReadFigure[],
): readonly FigureDoubt[] {
  return measures.flatMap((measure) => {
    const total = figures.find(({ code }) => code === measure.code);
    const parts = measure.sumOf
      .map((code) => figures.find((figure) => figure.code === code))
      .filter((part) => part !== undefined);
    if (
      measure.sumOf.length === 0 ||
      total === undefined ||
      total.value === null ||
      parts.length < measure.sumOf.length
    )
      return [];
    const values = parts.map(({ value }) => value).filter((value) => value !== null);
    if (values.length < parts.length) return [];
    const sum = tidyNumber(values.reduce((running, value) => running + value, 0));
    const decimals = Math.max(...[total.value, ...values].map(decimalsOf));
    const slack = measure.unit === 'count' ? 0 : tidyNumber(((values.length + 1) * 0.5) / 10 ** decimals);
    if (difference(Math.abs(difference(total.value, sum)), slack) <= 0) return [];
    const words = `${parts.map(({ code }) => code).join(' and ')} make ${numberInWords(sum)}, but ${measure.code} is ${numberInWords(total.value)}.`;
    const asWritten = [...parts, total];
    return [
      {
        why: 'sum',
        codes: [...measure.sumOf, measure.code],
        options: [],
        words,
        sets: [[...parts, { ...total, value: sum }], asWritten],
      } satisfies FigureDoubt,
    ];
  });
}
