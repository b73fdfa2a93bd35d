import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openMemory } from './embedded/open-embedded.ts';
import { applyMigrations } from './migrate/apply-migrations.ts';
import { readMigrations } from './migrate/migration-files.ts';

/**
 * Writes an empty, migrated database as a tar file, so that a first start need not make one (initdb takes seconds). It
 * appears under its name only when it is whole.
 */
export async function makeTemplate(path: string): Promise<void> {
  const database = await openMemory(null, { warn: () => undefined });
  try {
    await applyMigrations(database.pool, readMigrations());
    await database.pool.query('VACUUM (ANALYZE)');
    await database.pool.query('CHECKPOINT');
    if (!database.embedded) throw new Error('A template is made of an embedded database.');
    const tar = await database.embedded.dumpDataDir('none');
    const unfinished = `${path}.${randomUUID()}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, new Uint8Array(await tar.arrayBuffer()));
    renameSync(unfinished, path);
  } finally {
    await database.close();
  }
}
