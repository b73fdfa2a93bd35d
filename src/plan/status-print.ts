import type { Month } from './month.ts';
import { filterInWords, type StatusFilter } from './status-filters.ts';
import type { StatusTarget } from './status-target.ts';

/**
 * The words that ask for exactly this: what a button sends and what a help text prints. Reading them gives the same target, filters
 * and month back, as long as no two things share a name.
 */
export function printStatusQuery(
  target: StatusTarget,
  filters: readonly StatusFilter[],
  month: Month | null,
): string {
  return [
    ...(target.typed === '' ? [] : [target.typed]),
    ...filters.map(filterInWords),
    ...(month === null ? [] : [month]),
  ].join(' ');
}

/** Whether printed words ask for what is the asker's own, so that their answer is another for each person. */
export function asksForOwn(printed: string): boolean {
  return printed.split(' ').includes(filterInWords('mine'));
}
