import type { Measure } from './plan.ts';
import type { ValueContent } from './value.ts';

/**
 * Whether a figure gives away a small number of children: a count, or the numerator of a percentage or what is left of
 * its denominator, from 1 up to the measure's own least (and 0 where the measure hides that too). The rules then treat it
 * as hidden, so that no sentence of theirs can repeat it.
 */
export function isTooSmallToShow(
  measure: Pick<Measure, 'unit' | 'suppression'>,
  content: Pick<ValueContent, 'value' | 'numerator' | 'denominator'>,
): boolean {
  const { value, numerator, denominator } = content;
  const counts: (number | null)[] = [numerator];
  if (measure.unit === 'count') counts.push(value);
  if (measure.unit === 'percent' && numerator !== null && denominator !== null)
    counts.push(denominator - numerator);
  return counts.some((count) => count !== null && isSmall(count, measure.suppression));
}

function isSmall(count: number, { hideUpTo, hideZero }: Measure['suppression']): boolean {
  return count === 0 ? hideZero && hideUpTo > 0 : count > 0 && count <= hideUpTo;
}
