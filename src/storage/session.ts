import type { MeasureValue } from '../plan/value.ts';
import type { Plan } from '../plan/plan.ts';
import type { Queries } from './client.ts';

/** One partnership's place in the database, inside or outside a transaction. Every query names `partnershipId`. */
export interface Session {
  readonly partnershipId: string;
  readonly db: Queries;
  /** Whether a transaction is open for as long as these records are used. */
  readonly isTransaction: boolean;
  /** Runs several statements as one: in the transaction that is open, or in one of its own. */
  atomically<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  readonly plans: PlanCache;
  /** Left out inside a transaction, which may see what is then taken back. */
  readonly values?: ValueCache;
}

/** The newest values of each partnership, as they were read last, with the fingerprint of everything that was stored then. */
export type ValueCache = Map<
  string,
  { readonly fingerprint: string; readonly values: readonly MeasureValue[] }
>;

/** Plans that were read and checked before: revisions never change, and a plan is large. */
export interface PlanCache {
  get(partnershipId: string, revisionId: string): Plan | undefined;
  keep(partnershipId: string, revisionId: string, plan: Plan): void;
}
