import type { LocalDate } from '../../kit/local-date.ts';

/** Until when what is older is kept no longer, for each kind of thing that goes. */
export interface RetentionCutoffs {
  /** Messages that were sent or given up: their words go, that they were sent stays. */
  readonly messages: Date;
  /** What a reply said while bcp asked back about it. */
  readonly questions: Date;
  /** Receipts by which the same thing twice has one effect. */
  readonly receipts: Date;
  /** When the daily rounds ran. */
  readonly rounds: Date;
  /** Accounts of people whose last day was before this one; with them goes where an account is reached that is nobody's. */
  readonly leavers: LocalDate;
}

export type RetentionCounts = Readonly<Record<keyof RetentionCutoffs, number>>;

/** What is kept for a time only. The audit trail, updates, figures, minutes and papers are not in it. */
export interface RetentionRecords {
  /** How many there are that have been kept long enough. */
  count(cutoffs: RetentionCutoffs): Promise<RetentionCounts>;
  /** Takes them out, and says how many they were. */
  purge(cutoffs: RetentionCutoffs, at: Date): Promise<RetentionCounts>;
}
