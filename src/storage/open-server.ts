import pg from 'pg';
import type { Database } from './database.ts';
import type { StoreLog } from './open-store.ts';
import { StorageTrouble, troubleBehind } from './storage-trouble.ts';

/** Opens a PostgreSQL server (14 or later). Fails at once, with words, when it cannot be reached. */
export async function openServer(databaseUrl: string, log: StoreLog): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Prisma writes instants without their offset, so a session in any other zone would shift them; and a process that
    // hangs inside a transaction must not hold the others up for ever.
    options: '-c TimeZone=UTC -c idle_in_transaction_session_timeout=60000',
  });
  pool.on('error', (error) => {
    // Only the words: the error of `pg` carries the whole connection.
    log.warn({ reason: error.message }, 'A connection to the database was lost.');
  });
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw namedFor(databaseUrl, error);
  }
  return { pool, dump: null, begunRuns: null, close: () => pool.end() };
}

function namedFor(databaseUrl: string, error: unknown): unknown {
  const trouble = troubleBehind(error);
  if (trouble?.kind === 'unreachable') {
    return new StorageTrouble(
      'unreachable',
      `The database ${placeOf(databaseUrl)} cannot be reached (${reason(error)}). Check that it runs and that DATABASE_URL is right.`,
      error,
    );
  }
  return trouble ?? error;
}

/** Host and database of a connection string; never its user or password. */
function placeOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    const host = url.searchParams.get('host') ?? url.host;
    return `"${url.pathname.slice(1)}" on ${host}`;
  } catch {
    return 'named in DATABASE_URL';
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message || error.name : String(error);
}
