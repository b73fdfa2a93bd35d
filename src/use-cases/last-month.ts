import { addMonths, type Month } from '../plan/month.ts';
import { ratingIn } from '../plan/position.ts';
import type { ShownRating } from '../plan/rating.ts';
import type { ActionUpdate } from '../plan/update.ts';
import type { Cycle } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';

/** What was said the month before. */
export interface LastMonth {
  readonly updates: ReadonlyMap<string, ActionUpdate>;
  /** What was shown for each action; empty when that month had no cycle. */
  readonly ratings: ReadonlyMap<string, ShownRating>;
}

/** Read in two queries; empty when the month before had no cycle. */
export async function lastMonth(records: Records, month: Month): Promise<LastMonth> {
  const before = addMonths(month, -1);
  const cycle = await records.cycles.byMonth(before);
  return lastMonthOf(cycle, cycle ? await records.updates.latestOfMonth(before) : []);
}

/** The same from what was read before; `cycle`: that of the month before. */
export function lastMonthOf(cycle: Pick<Cycle, 'state'> | null, updates: readonly ActionUpdate[]): LastMonth {
  if (!cycle) return { updates: new Map(), ratings: new Map() };
  return {
    updates: new Map(updates.map((update) => [update.actionCode, update])),
    ratings: new Map(updates.map((update) => [update.actionCode, ratingIn(update, cycle.state === 'open')])),
  };
}
