import { figureInWords } from './figure-words.ts';
import type { Measure } from './plan.ts';
import type { Doubt } from './problem.ts';
import { decimalsOf, difference, tidyNumber } from './tidy-number.ts';

/**
 * Asks about a total that is not the sum of its parts (I31c = I31a + I31b). `figures` holds the figures of one period by measure
 * code. What rounding can explain is not asked about: half a unit of the last decimal for the total and each part, and where a
 * measure is rounded on purpose half of that step. Null = it adds up, or a part is missing, so nothing can be said.
 */
export function checkTotals(measure: Measure, figures: ReadonlyMap<string, number>): Doubt | null {
  const total = figures.get(measure.code);
  const parts = measure.sumOf.map((code) => figures.get(code)).filter((part) => part !== undefined);
  if (total === undefined || parts.length === 0 || parts.length < measure.sumOf.length) return null;
  const sum = tidyNumber(parts.reduce((running, part) => running + part, 0));
  if (difference(Math.abs(difference(total, sum)), slack(measure, [total, ...parts])) <= 0) return null;
  const { unit } = measure;
  const added = measure.sumOf
    .map((code, index) => `${code} ${figureInWords(parts[index] ?? 0, unit)}`)
    .join(' and ');
  const words = `${added} make ${figureInWords(sum, unit)}, but ${measure.code} is ${figureInWords(total, unit)}. Which of them is right?`;
  return { field: 'value', words, instead: sum };
}

function slack(measure: Measure, figures: readonly number[]): number {
  const step = measure.suppression.roundTo;
  if (step !== null) return (figures.length * step) / 2;
  if (measure.unit === 'count') return 0;
  const decimals = Math.max(...figures.map(decimalsOf));
  return tidyNumber((figures.length * 0.5) / 10 ** decimals);
}
