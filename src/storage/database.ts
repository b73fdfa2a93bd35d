import type pg from 'pg';

/** An open database, whichever kind it is: both are reached through the same pool of `pg` connections. */
export interface Database {
  readonly pool: pg.Pool;
  /** A tar of all its files; null when it is a server. */
  readonly dump: (() => Promise<Uint8Array>) | null;
  close(): Promise<void>;
}
