import type pg from 'pg';

/** An open database, whichever kind it is: both are reached through the same pool of `pg` connections. */
export interface Database {
  readonly pool: pg.Pool;
  /** A tar of all its files; null when it is a server. */
  readonly dump: (() => Promise<Uint8Array>) | null;
  /**
   * How many runs of statements have begun, where everything that reaches the database passes through this process: while the number
   * stands still, nothing has changed. Null for a server, which others write to as well.
   */
  readonly begunRuns: (() => number) | null;
  close(): Promise<void>;
}
