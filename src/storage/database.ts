import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';

/** An open database, whichever kind it is: both are reached through the same pool of `pg` connections. */
export interface Database {
  readonly pool: pg.Pool;
  /** The database inside this process; null when it is a server. Never queried past the pool: it has one session only. */
  readonly embedded: PGlite | null;
  close(): Promise<void>;
}
