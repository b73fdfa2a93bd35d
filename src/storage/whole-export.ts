import type pg from 'pg';
import type { StoredRow } from '../use-cases/ports/whole-records.ts';
import { troubleBehind } from './storage-trouble.ts';
import { quoted, storedTables, type StoredTable } from './stored-tables.ts';

/** So many rows are held in memory at once. */
const batch = 500;

/**
 * Every row of these partnerships as JSON, as of one moment. PostgreSQL writes the JSON itself, so that numbers, instants and stored
 * documents keep every digit and letter; the import gives the same text back to it.
 */
export async function* exportedRows(
  pool: pg.Pool,
  partnershipIds: readonly string[],
): AsyncGenerator<StoredRow> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const table of await storedTables(client)) yield* rowsOf(client, table, partnershipIds);
  } catch (error) {
    throw troubleBehind(error) ?? error;
  } finally {
    // Nothing was written; this also ends a reading that was stopped halfway.
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

async function* rowsOf(
  client: pg.PoolClient,
  table: StoredTable,
  partnershipIds: readonly string[],
): AsyncGenerator<StoredRow> {
  const order = table.key.map(quoted).join(', ');
  await client.query(
    `DECLARE "exported" NO SCROLL CURSOR FOR
     SELECT row_to_json(t)::text AS json FROM ${quoted(table.name)} AS t
      WHERE t.${quoted(table.owner)} = ANY($1) ORDER BY ${order}`,
    [partnershipIds],
  );
  for (;;) {
    const { rows } = await client.query<{ json: string }>(`FETCH ${batch} FROM "exported"`);
    for (const { json } of rows) yield { table: table.name, json: inOneLine(json) };
    if (rows.length < batch) break;
  }
  await client.query('CLOSE "exported"');
}

/** A line break in JSON stands only between its pieces, never inside of its texts. */
function inOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ');
}
