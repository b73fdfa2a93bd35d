import type pg from 'pg';
import { failure, success, type Result } from '../kit/result.ts';
import type { StoredRow } from '../use-cases/ports/whole-records.ts';
import { quoted, storedTables, type StoredTable } from './stored-tables.ts';

/** So many rows go into the database with one statement. */
const batch = 200;

/** Rows of one table, one after another, that have the same columns. */
interface Batch {
  readonly table: StoredTable;
  readonly columns: readonly string[];
  readonly rows: string[];
}

/**
 * Adds rows that `exportedRows` wrote, in one transaction: all of them or none. Columns that an older bcp did not have get their defaults;
 * tables and columns that this bcp does not know are refused by name. The triggers that keep history from being changed stay on.
 */
export async function importRows(
  pool: pg.Pool,
  rows: AsyncIterable<StoredRow>,
): Promise<Result<number, string>> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const added = await addAll(client, rows);
    await client.query(added.ok ? 'COMMIT' : 'ROLLBACK');
    return added;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const words = whyItDoesNotFit(error);
    if (words === null) throw error;
    return failure(words);
  } finally {
    client.release();
  }
}

async function addAll(
  client: pg.PoolClient,
  rows: AsyncIterable<StoredRow>,
): Promise<Result<number, string>> {
  const tables = await storedTables(client);
  const known = new Map(tables.map((table) => [table.name, table]));
  let added = 0;
  let current: Batch | null = null;
  for await (const { table: name, json } of rows) {
    const table = known.get(name);
    if (!table) return failure(fromAnotherBcp(`rows of "${name}"`));
    const columns = Object.keys(JSON.parse(json) as object);
    const strange = columns.find((column) => !table.columns.includes(column));
    if (strange !== undefined) return failure(fromAnotherBcp(`"${strange}" in "${name}"`));
    if (
      current &&
      (current.table !== table || !isSame(current.columns, columns) || current.rows.length >= batch)
    ) {
      await add(client, current);
      current = null;
    }
    current ??= { table, columns, rows: [] };
    current.rows.push(json);
    added += 1;
  }
  if (current) await add(client, current);
  for (const table of tables) await goOnCounting(client, table);
  return success(added);
}

async function add(client: pg.PoolClient, { table, columns, rows }: Batch): Promise<void> {
  const names = columns.map(quoted).join(', ');
  await client.query(
    `INSERT INTO ${quoted(table.name)} (${names})
     SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table.name)}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

/** New rows are numbered after those that came in. */
async function goOnCounting(client: pg.PoolClient, { name, numbered }: StoredTable): Promise<void> {
  for (const column of numbered) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), GREATEST((SELECT MAX(${quoted(column)}) FROM ${quoted(name)}), 1))
        WHERE EXISTS (SELECT 1 FROM ${quoted(name)})`,
      [quoted(name), column],
    );
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((column, index) => column === others[index]);
}

function fromAnotherBcp(what: string): string {
  return `The file holds ${what}, which this bcp does not know: it was written by a newer one. Use that one, or a newer one still. Nothing was stored.`;
}

/** Data that the tables themselves refuse (PostgreSQL error classes 22 and 23); null for anything else. */
function whyItDoesNotFit(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!/^(22|23)/.test(error.code)) return null;
  return `The file does not fit this database, so nothing was stored. The database said: ${error.message}`;
}
