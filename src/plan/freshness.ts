import { dayAndMonth, type LocalDate } from '../kit/local-date.ts';
import { isNews, lastDue, whenNextDue, type KnownFigure } from './due-measures.ts';
import type { Month } from './month.ts';
import { comparePeriods } from './period-calendar.ts';
import { periodInWords } from './period-words.ts';
import type { Period } from './period.ts';
import type { Measure } from './plan.ts';

/**
 * How old what is shown about actions is: `as of 3 November; 2 of 6 not updated`. `answered` counts the actions that
 * have an update in this cycle, of `total`. Throws a RangeError when the counts cannot be.
 */
export function freshness(asOf: LocalDate, answered: number, total: number): string {
  if (answered < 0 || answered > total) throw new RangeError(`${answered} of ${total} cannot have answered.`);
  return `as of ${dayAndMonth(asOf)}; ${howMany(total - answered, total)}`;
}

function howMany(missing: number, total: number): string {
  if (total === 0) return 'nothing to update';
  if (total === 1) return missing === 0 ? 'updated' : 'not updated';
  if (missing === 0) return `all ${total} updated`;
  return missing === total ? `none of ${total} updated` : `${missing} of ${total} not updated`;
}

/** `current`: nothing newer was due. `stale`: something was, and `awaited` says what. */
export type FigureFreshness =
  | { readonly state: 'current'; readonly words: string }
  | { readonly state: 'stale'; readonly awaited: Period; readonly words: string };

/**
 * Whether the newest figure of a measure is the newest it could be in the cycle of this month: stale where a newer
 * period, or the final figure after a provisional one, was due by then and not given. `newest` is null when no figure
 * was ever given.
 */
export function figureFreshness(measure: Measure, month: Month, newest: KnownFigure | null): FigureFreshness {
  const due = lastDue(measure, month);
  if (due !== null && isNews(due, newest)) {
    const hasProvisional = newest !== null && comparePeriods(newest.period, due.period) === 0;
    const words = `${hasProvisional ? 'final figure' : 'figure'} for ${periodInWords(due.period)} is due and not given`;
    return { state: 'stale', awaited: due.period, words };
  }
  const known = newest === null ? 'no figure yet' : `latest figure is for ${periodInWords(newest.period)}`;
  return { state: 'current', words: `${known}; ${whenNextDue(measure, month, newest)}` };
}
