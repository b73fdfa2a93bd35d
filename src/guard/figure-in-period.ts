import type { Period } from '../plan/period.ts';
import type { Unit } from '../plan/plan.ts';
import type { ShownFigure } from './shown-figure.ts';

/** A shown figure and the time it is about. */
export interface FigureInPeriod {
  readonly period: Period;
  readonly figure: ShownFigure;
}

/**
 * The count in a figure that adds up over time: the figure itself, or the numerator of a percentage or rate. Null where
 * there is none to be seen; percentages themselves never add up.
 */
export function countIn(figure: ShownFigure, unit: Unit): number | null {
  if (figure.kind !== 'number') return null;
  return unit === 'count' ? figure.value : (figure.fraction?.numerator ?? null);
}
