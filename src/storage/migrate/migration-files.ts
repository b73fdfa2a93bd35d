import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One step of the schema's history, as it lies in `prisma/migrations/NAME/migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex: what Prisma's own engine writes into `_prisma_migrations`. */
  readonly checksum: string;
}

/** The folder of the program: the one that holds `package.json`, `prisma/`, `src/` and `dist/`. */
export const programFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** All migrations, oldest first. */
export function readMigrations(
  folder: string = join(programFolder, 'prisma', 'migrations'),
): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: sha256(sql) };
    });
}

/** Names a template of an empty database: another history or another PostgreSQL is another template. */
export function migrationsKey(migrations: readonly Migration[], postgresVersion: string): string {
  return sha256(
    [postgresVersion, ...migrations.map(({ name, checksum }) => `${name} ${checksum}`)].join('\n'),
  ).slice(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
