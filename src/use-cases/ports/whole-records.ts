import type { Result } from '../../kit/result.ts';

/** One stored row, whichever table it is of. */
export interface StoredRow {
  readonly table: string;
  /** The row as a JSON object in one line, exactly as the database gives it: nothing is lost on the way back in. */
  readonly json: string;
}

/** What concerns the database as a whole. Used from the command line only; everything else goes through a partnership's records. */
export interface WholeRecords {
  /**
   * Every row of every table of these partnerships, as of one moment, in an order in which they can be added to an empty
   * database. The reader must read to the end or stop the loop: a transaction is open meanwhile.
   */
  rows(partnershipIds: readonly string[]): AsyncIterable<StoredRow>;
  /** Adds rows that came from `rows`, all of them or none. Where they do not fit, a sentence says which and why. */
  addRows(rows: AsyncIterable<StoredRow>): Promise<Result<number, string>>;
  /** The names of the schema's steps that this database has been through, oldest first. */
  migrations(): Promise<readonly string[]>;
  /** What time it is by the database's own clock. */
  time(): Promise<Date>;
  /** A tar of all its files, from which it can be set up again; null for a server, which has tools of its own. */
  dump(): Promise<Uint8Array | null>;
}
