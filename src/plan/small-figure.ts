import type { Measure } from './plan.ts';
import { tidyNumber } from './tidy-number.ts';
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

/**
 * The number of a figure as it may be said to anybody, in the measure's unit, float noise gone: null where there is none or it has to
 * stay hidden; counts rounded as the measure asks. The rules work on this number and no other, so that what they say can be checked
 * against what is shown.
 */
export function sayableValue(
  measure: Pick<Measure, 'unit' | 'suppression'>,
  content: ValueContent,
): number | null {
  if (content.state !== 'value' || content.value === null || isTooSmallToShow(measure, content)) return null;
  const step = measure.unit === 'count' ? measure.suppression.roundTo : null;
  if (step === null) return tidyNumber(content.value);
  const rounded = Math.round(content.value / step) * step;
  // 2 rounded to the nearest 5 would read as "none".
  return rounded === 0 && content.value !== 0 ? null : rounded;
}

function isSmall(count: number, { hideUpTo, hideZero }: Measure['suppression']): boolean {
  return count === 0 ? hideZero && hideUpTo > 0 : count > 0 && count <= hideUpTo;
}
