import { periodEnd } from '../plan/period-calendar.ts';
import type { Measure, Suppression } from '../plan/plan.ts';
import { countIn, type FigureInPeriod } from './figure-in-period.ts';
import { withheld, type ShownFigure } from './shown-figure.ts';

/**
 * Year-to-date totals, oldest first, as they may be shown: one that lies less than a small number above the last one shown
 * would give the months between away, so it is hidden, and the next is measured against the same last one. The count
 * starts again each year in `startsInMonth`.
 */
export function hideSmallSteps(
  measure: Measure,
  history: readonly FigureInPeriod[],
  startsInMonth: number,
): readonly ShownFigure[] {
  let year = '';
  let lastShown = 0;
  return history.map(({ period, figure }) => {
    const own = yearOf(periodEnd(period), startsInMonth);
    if (own !== year) lastShown = 0;
    year = own;
    const count = countIn(figure, measure.unit);
    if (count === null) return figure;
    if (isSmallStep(count - lastShown, measure.suppression)) return withheld(figure);
    lastShown = count;
    return figure;
  });
}

function isSmallStep(step: number, { hideUpTo, hideZero }: Suppression): boolean {
  return step === 0 ? hideZero && hideUpTo > 0 : Math.abs(step) <= hideUpTo;
}

/** The calendar year in which the counting year of this day began. */
function yearOf(day: string, startsInMonth: number): string {
  const year = Number(day.slice(0, 4));
  return String(Number(day.slice(5, 7)) >= startsInMonth ? year : year - 1);
}
