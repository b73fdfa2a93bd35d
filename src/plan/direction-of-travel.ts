import type { Direction } from './direction.ts';
import type { ShownRating } from './rating.ts';

/** How far on the way a rating is. Red and on hold stand equal: both wait for the board. Not started is not on the way yet. */
const standing: Readonly<Record<ShownRating, number | null>> = {
  complete: 4,
  green: 3,
  amber: 2,
  red: 1,
  on_hold: 1,
  not_started: null,
  no_update: null,
  awaited: null,
};

/**
 * Direction of travel of an action from one month to the next. Null where nothing was said this month: silence has no
 * direction. `new` where nothing was said the month before, or the action had not started.
 */
export function ratingDirection(before: ShownRating | null, now: ShownRating): Direction | null {
  if (now === 'no_update' || now === 'awaited') return null;
  if (before === now) return 'same';
  const from = before === null ? null : standing[before];
  const to = standing[now];
  if (from === null || to === null) return 'new';
  if (from === to) return 'same';
  return to > from ? 'better' : 'worse';
}
