import { ratingIn } from '../plan/position.ts';
import type { ShownRating } from '../plan/rating.ts';
import type { ActionUpdate } from '../plan/update.ts';
import type { Cycle } from './ports/cycle-records.ts';

/** What was said the month before. */
export interface LastMonth {
  readonly updates: ReadonlyMap<string, ActionUpdate>;
  /** What was shown for each action; empty when that month had no cycle. */
  readonly ratings: ReadonlyMap<string, ShownRating>;
}

/** `cycle`: that of the month before; null = it had none, and nothing was said. `updates`: the newest of each action in it. */
export function lastMonth(cycle: Pick<Cycle, 'state'> | null, updates: readonly ActionUpdate[]): LastMonth {
  if (!cycle) return { updates: new Map(), ratings: new Map() };
  return {
    updates: new Map(updates.map((update) => [update.actionCode, update])),
    ratings: new Map(updates.map((update) => [update.actionCode, ratingIn(update, cycle.state === 'open')])),
  };
}
