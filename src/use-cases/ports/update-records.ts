import type { Month } from '../../plan/month.ts';
import type { ActionUpdate, Moderation } from '../../plan/update.ts';
import type { MeasureValue, ValueSeries } from '../../plan/value.ts';
import type { Period } from '../../plan/period.ts';

/** Updates are versions: added, never changed. "Latest" is the highest version of an action in a month. */
export interface UpdateRecords {
  latest(month: Month, actionCode: string): Promise<ActionUpdate | null>;
  latestOfMonth(month: Month): Promise<readonly ActionUpdate[]>;
  /** Latest versions of every action in the months from first to last, both included; oldest month first. */
  latestBetween(first: Month, last: Month): Promise<readonly ActionUpdate[]>;
  /** Every version of an action in a month, oldest first. */
  versions(month: Month, actionCode: string): Promise<readonly ActionUpdate[]>;
  /** False when this version is taken: somebody else was quicker, read again. */
  add(update: ActionUpdate): Promise<boolean>;
}

export interface ValueRecords {
  /** Latest versions of all periods and series of these measures (all measures when left out), oldest period first. */
  latest(measureCodes?: readonly string[]): Promise<readonly MeasureValue[]>;
  versions(measureCode: string, series: ValueSeries, period: Period): Promise<readonly MeasureValue[]>;
  /** False when this version is taken. */
  add(value: MeasureValue): Promise<boolean>;
  /** Adds many at once; versions that are taken are passed over. Gives how many were added. */
  addAll(values: readonly MeasureValue[]): Promise<number>;
}

export interface ModerationRecords {
  latestOfMonth(month: Month): Promise<readonly Moderation[]>;
  latestBetween(first: Month, last: Month): Promise<readonly Moderation[]>;
  versions(month: Month, actionCode: string): Promise<readonly Moderation[]>;
  /** False when this version is taken. */
  add(moderation: Moderation): Promise<boolean>;
}
