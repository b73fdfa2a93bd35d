import type pg from 'pg';

/** A table that holds a partnership's rows, as the database itself describes it. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that says whose row it is. */
  readonly owner: string;
  /** The columns of the primary key: rows come in their order. */
  readonly key: readonly string[];
  /** Columns that number rows by a sequence of their own, which must go on after the highest number there is. */
  readonly numbered: readonly string[];
}

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly numbered: readonly string[];
  readonly needs: readonly string[];
}

/** Asks the catalogue rather than the schema file, so that a table added by a later migration is never left out. */
const described = `
  SELECT t.relname AS name,
         array(SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
         array(SELECT a.attname::text FROM pg_index i
                 CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
                 JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
                WHERE i.indrelid = t.oid AND i.indisprimary ORDER BY k.place) AS key,
         array(SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL) AS numbered,
         array(SELECT DISTINCT r.relname::text FROM pg_constraint c JOIN pg_class r ON r.oid = c.confrelid
                WHERE c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid <> t.oid) AS needs
    FROM pg_class t
   WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname <> '_prisma_migrations'
   ORDER BY t.relname`;

/** Every table with a partnership's rows, each after those that it refers to. */
export async function storedTables(client: pg.PoolClient): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<TableRow>(described);
  const ordered: TableRow[] = [];
  while (ordered.length < rows.length) {
    const placed = new Set(ordered.map(({ name }) => name));
    const ready = rows.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((each) => placed.has(each)),
    );
    if (ready.length === 0) throw new Error('The tables refer to one another in a circle.');
    ordered.push(...ready);
  }
  return ordered.map(({ name, columns, key, numbered }) => ({
    name,
    columns,
    key,
    numbered,
    owner: ownerOf(name, columns),
  }));
}

function ownerOf(name: string, columns: readonly string[]): string {
  if (name === 'Partnership') return 'id';
  if (columns.includes('partnershipId')) return 'partnershipId';
  throw new Error(`The rows of the table ${name} do not say whose they are.`);
}

/** A name as it stands in a statement; only names that the catalogue gave are put into one. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
