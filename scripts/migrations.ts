/**
 * Writes and checks migrations without a database server and without a download: Prisma's own schema engine in
 * WebAssembly compares the migrations, applied to an empty database in memory, with `prisma/schema.prisma`.
 *
 * `npm run db:new NAME` writes what is missing as a new migration; `npm run db:check` fails when something is missing.
 */
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ColumnType,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Database } from '../src/storage/database.ts';
import { openMemory } from '../src/storage/embedded/open-embedded.ts';
import { readMigrations } from '../src/storage/migrate/migration-files.ts';

/** Node has it; the ECMAScript types of this project do not name it. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

const root = fileURLToPath(new URL('..', import.meta.url));
const migrationsFolder = join(root, 'prisma', 'migrations');
const schemaPath = join(root, 'prisma', 'schema.prisma');
const log = { warn: () => undefined };

const [command, name] = process.argv.slice(2);
if (command === 'check') await check();
else if (command === 'new' && name !== undefined && /^[a-z0-9_]+$/.test(name)) await writeNew(name);
else {
  console.error('Use "npm run db:check", or "npm run db:new NAME" with a name like add_channel_reach.');
  process.exitCode = 2;
}

async function check(): Promise<void> {
  const missing = await missingSql();
  if (missing === null) {
    console.log(`The ${readMigrations().length} migrations give the schema of prisma/schema.prisma.`);
    return;
  }
  console.error(
    `prisma/schema.prisma has changes that no migration makes. Run "npm run db:new NAME".\n\n${missing}`,
  );
  process.exitCode = 1;
}

async function writeNew(suffix: string): Promise<void> {
  const missing = await missingSql();
  if (missing === null) {
    console.log(
      'Nothing is missing: the migrations already give the schema. For SQL of your own, write the file by hand.',
    );
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${suffix}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), missing);
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before you keep it.`);
}

/** The SQL that leads from the migrations to the schema, or null when there is no difference. */
async function missingSql(): Promise<string | null> {
  const migrations = readMigrations();
  const schemaEngine = await startEngine();
  const answer = await schemaEngine.diff({
    from: {
      tag: 'migrations',
      baseDir: migrationsFolder,
      lockfile: {
        path: 'migration_lock.toml',
        content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
      },
      shadowDbInitScript: '',
      migrationDirectories: migrations.map((migration) => ({
        path: migration.name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration.sql } },
      })),
    },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return answer.exitCode === 0 ? null : (answer.stdout ?? '');
}

async function startEngine(): Promise<SchemaEngine> {
  const bytes = await readFile(
    new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')),
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  const begin = instance.exports['__wbindgen_start'];
  if (isCallable(begin)) begin();
  return engine.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(emptyDatabases()),
  );
}

function isCallable(value: unknown): value is () => void {
  return typeof value === 'function';
}

/** Every connection is an empty database of its own, in memory. */
function emptyDatabases(): SqlMigrationAwareDriverAdapterFactory {
  const open = async () => {
    const database = await openMemory(null, log);
    const charColumns = readCharAsText(database.pool);
    const adapter = await new PrismaPg(database.pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (query: SqlQuery) => {
        const answer = await queryRaw(query);
        const typeOf = (type: ColumnType, index: number): ColumnType =>
          charColumns.has(answer.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type;
        return { ...answer, columnTypes: answer.columnTypes.map(typeOf) };
      },
      // The adapter's own version cuts the script at every semicolon, also inside functions.
      executeScript: async (script: string) => {
        await database.pool.query(script);
      },
      dispose: () => database.close(),
    });
  };
  return { provider: 'postgres', adapterName: 'bcp-empty-databases', connect: open, connectToShadowDb: open };
}

/**
 * The catalogue has columns of the one-byte type "char" (18), which the adapter refuses and the engine insists on. They
 * are read as text (25); the set that comes back collects their names.
 */
function readCharAsText(pool: Database['pool']): ReadonlySet<string> {
  const names = new Set<string>();
  pool.on('connect', (client) => {
    const connection: unknown = Reflect.get(client, 'connection');
    if (!(connection instanceof EventEmitter)) throw new Error('This pg has no connection to listen to.');
    connection.prependListener(
      'rowDescription',
      (answer: { readonly fields: { name: string; dataTypeID: number }[] }) => {
        for (const field of answer.fields) {
          if (field.dataTypeID !== 18) continue;
          names.add(field.name);
          field.dataTypeID = 25;
        }
      },
    );
  });
  return names;
}
