import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openMemory } from './embedded/open-embedded.ts';
import { applyMigrations } from './migrate/apply-migrations.ts';
import { readMigrations } from './migrate/migration-files.ts';
import { storeOn } from './store.ts';
import type { Store } from '../use-cases/ports/store.ts';

/**
 * Writes an empty, migrated database as a tar file, so that a first start need not make one (initdb takes seconds). It
 * appears under its name only when it is whole. `fill` puts something into it first: the rehearsal room starts from one in which months have been played. `from` is a template to
 * begin with; null makes a new database.
 */
export async function makeTemplate(
  path: string,
  fill: (store: Store) => Promise<void> = () => Promise.resolve(),
  from: string | null = null,
): Promise<void> {
  const database = await openMemory(from, { warn: () => undefined });
  try {
    await applyMigrations(database.pool, readMigrations());
    await fill(storeOn(database));
    await database.pool.query('VACUUM (ANALYZE)');
    await database.pool.query('CHECKPOINT');
    if (!database.dump) throw new Error('A template is made of an embedded database.');
    const tar = await database.dump();
    const unfinished = `${path}.${randomUUID()}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, tar);
    renameSync(unfinished, path);
  } finally {
    await database.close();
  }
}
