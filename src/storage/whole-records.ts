import type { WholeRecords } from '../use-cases/ports/whole-records.ts';
import type { Database } from './database.ts';
import { withTroubleNamed } from './storage-trouble.ts';
import { exportedRows } from './whole-export.ts';
import { importRows } from './whole-import.ts';

/** What concerns the database as a whole, on an open one. */
export function wholeRecords(database: Database): WholeRecords {
  const { pool } = database;
  return {
    rows: (partnershipIds) => exportedRows(pool, partnershipIds),
    addRows: (rows) => withTroubleNamed(() => importRows(pool, rows)),
    async migrations() {
      const answer = await withTroubleNamed(() =>
        pool.query<{ name: string }>(
          `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY name`,
        ),
      );
      return answer.rows.map(({ name }) => name);
    },
    async time() {
      const answer = await withTroubleNamed(() =>
        pool.query<{ now: Date }>('SELECT clock_timestamp() AS now'),
      );
      const now = answer.rows[0]?.now;
      if (!now) throw new Error('The database did not say what time it is.');
      return now;
    },
    async dump() {
      if (!database.dump) return null;
      await withTroubleNamed(() => pool.query('CHECKPOINT'));
      return database.dump();
    },
  };
}
