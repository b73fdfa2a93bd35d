import { ratingDirection } from './direction-of-travel.ts';
import type { Direction } from './direction.ts';
import type { Month } from './month.ts';
import type { Action, Plan } from './plan.ts';
import type { ShownRating } from './rating.ts';
import type { ActionUpdate, Moderation } from './update.ts';

/** What is known about one action in one month, and how it came there. */
export interface ActionPosition {
  readonly action: Action;
  readonly month: Month;
  /** The owner's rating, or "no update" (month closed) or "awaited" (month open). */
  readonly rating: ShownRating;
  /** The month before; null when there was no cycle then. */
  readonly previousRating: ShownRating | null;
  readonly direction: Direction | null;
  /** The version that counts now; null when nobody has said anything. */
  readonly update: ActionUpdate | null;
  readonly previousUpdate: ActionUpdate | null;
  /** Beside the owner's rating, never over it. */
  readonly moderation: Moderation | null;
  /** How many months running, this one included, the rating has been what it is now. */
  readonly monthsRunning: number;
  /** Every month known, oldest first, this month last. */
  readonly history: readonly { readonly month: Month; readonly rating: ShownRating }[];
}

/** What the positions are worked out from. */
export interface PositionRecords {
  readonly plan: Plan;
  /** The months that had a cycle, oldest first; the last one is the month asked about. */
  readonly months: readonly Month[];
  /** The month that is still open, if any: what is missing there is awaited, not "no update". */
  readonly openMonth: Month | null;
  /** Latest versions of all these months. */
  readonly updates: readonly ActionUpdate[];
  readonly moderations: readonly Moderation[];
}

/** The position of every action of the plan in the last of the months, in the plan's order. */
export function actionPositions(records: PositionRecords): readonly ActionPosition[] {
  const updates = new Map(records.updates.map((update) => [`${update.month} ${update.actionCode}`, update]));
  const moderations = new Map(
    records.moderations.map((moderation) => [`${moderation.month} ${moderation.actionCode}`, moderation]),
  );
  return records.plan.actions.map((action) => positionOf(action, records, updates, moderations));
}

function positionOf(
  action: Action,
  { months, openMonth }: PositionRecords,
  updates: ReadonlyMap<string, ActionUpdate>,
  moderations: ReadonlyMap<string, Moderation>,
): ActionPosition {
  const month = months.at(-1) ?? '';
  const before = months.at(-2);
  const updateIn = (wanted: Month) => updates.get(`${wanted} ${action.code}`) ?? null;
  const history = months.map((each) => ({
    month: each,
    rating: ratingIn(updateIn(each), each === openMonth),
  }));
  const rating = history.at(-1)?.rating ?? 'awaited';
  const previousRating = history.at(-2)?.rating ?? null;
  const moderation = moderations.get(`${month} ${action.code}`) ?? null;
  return {
    action,
    month,
    rating,
    previousRating,
    direction: ratingDirection(previousRating, rating),
    update: updateIn(month),
    previousUpdate: before === undefined ? null : updateIn(before),
    moderation: moderation !== null && moderation.rating !== null ? moderation : null,
    monthsRunning: runLength(history.map((each) => each.rating)),
    history,
  };
}

/** What an update says of the month it stands in; an update that was undone says nothing. */
export function ratingIn(update: ActionUpdate | null, open: boolean): ShownRating {
  return update?.content?.rating ?? (open ? 'awaited' : 'no_update');
}

function runLength(ratings: readonly ShownRating[]): number {
  const last = ratings.at(-1);
  const differs = ratings.findLastIndex((rating) => rating !== last);
  return ratings.length - 1 - differs;
}
