import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { StorageTrouble, troubleBehind } from '../../src/storage/storage-trouble.ts';
import { newPartnership, serverDatabase, silentLog, templatePath } from '../support/database.ts';
import { onServer, postgresIsHere } from '../support/postgres-server.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-trouble-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The trouble that opening gives, as kind and words. */
async function troubleOf(options: { databaseUrl?: string; dataDir?: string }): Promise<StorageTrouble> {
  try {
    const store = await openStore({ ...options, templatePath: await templatePath(), log: silentLog });
    await store.close();
  } catch (error) {
    if (error instanceof StorageTrouble) return error;
    throw error;
  }
  throw new Error('It opened, against all expectation.');
}

describe('a database server', () => {
  it('that cannot be reached is said to be so, by name and without its password', async () => {
    const trouble = await troubleOf({ databaseUrl: 'postgresql://bcp:secret@127.0.0.1:1/partnership' });

    expect(trouble.kind).toBe('unreachable');
    expect(trouble.message).toContain('The database "partnership" on 127.0.0.1:1 cannot be reached');
    expect(trouble.message).toContain('DATABASE_URL');
    expect(JSON.stringify([trouble.message, trouble.stack])).not.toContain('secret');
  });

  it.skipIf(!postgresIsHere())('that has no such database says so', async () => {
    const url = new URL(await serverDatabase('empty'));
    url.pathname = '/no_such_database';

    const trouble = await troubleOf({ databaseUrl: url.href });

    expect(trouble.kind).toBe('refused');
    expect(trouble.message).toContain('no_such_database');
  });

  it.skipIf(!postgresIsHere())(
    'that drops its connections is trouble for one moment, and no longer',
    async () => {
      const databaseUrl = await serverDatabase();
      const store = await openStore({ databaseUrl, log: silentLog });
      const place = await newPartnership(store);
      const name = new URL(databaseUrl).pathname.slice(1);
      const dropAll = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`;
      const other = new URL(databaseUrl);
      other.pathname = '/postgres';

      const cutOff = place.transact(async ({ settings }) => {
        await settings.set('cut', 'off');
        await onServer(other.href, dropAll);
        await settings.set('cut', 'again');
      });

      await expect(cutOff).rejects.toMatchObject({ name: 'StorageTrouble', kind: 'unreachable' });
      expect(await place.settings.get('cut')).toBeUndefined();
      await store.close();
    },
  );
});

describe('a data folder', () => {
  it('is made with all folders above it', async () => {
    const dataDir = join(newFolder(), 'a', 'b');

    const store = await openStore({ dataDir, templatePath: await templatePath(), log: silentLog });
    await store.close();

    expect(readdirSync(dataDir)).toEqual(['database']);
  });

  it('keeps what was stored from one start to the next', async () => {
    const dataDir = newFolder();
    const first = await openStore({ dataDir, templatePath: await templatePath(), log: silentLog });
    const { partnershipId } = await newPartnership(first);
    await first.in(partnershipId).settings.set('word', 'kept');
    await first.close();

    const second = await openStore({ dataDir, templatePath: await templatePath(), log: silentLog });
    const word = await second.in(partnershipId).settings.get('word');
    await second.close();

    expect(word).toBe('kept');
  });

  it('that a start left half made is made anew', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'database.unfinished', 'base'), { recursive: true });
    mkdirSync(join(dataDir, 'database', 'base'), { recursive: true });

    const store = await openStore({ dataDir, templatePath: await templatePath(), log: silentLog });
    await store.ping();
    await store.close();

    expect(readdirSync(dataDir)).toEqual(['database']);
  });

  it('starts without a template as well', async () => {
    const dataDir = newFolder();

    const store = await openStore({ dataDir, templatePath: join(dataDir, 'none.tar'), log: silentLog });
    await newPartnership(store);
    await store.close();

    expect(existsSync(join(dataDir, 'database', 'PG_VERSION'))).toBe(true);
  });

  it('of another PostgreSQL version is refused with the way out', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '17\n');

    const trouble = await troubleOf({ dataDir });

    expect(trouble.kind).toBe('other_version');
    expect(trouble.message).toContain('was written by PostgreSQL 17; this bcp reads PostgreSQL 18');
  });

  it('that is damaged is said to be so, and is left as it is', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '18\n');
    writeFileSync(join(dataDir, 'database', 'left.txt'), 'something');

    const trouble = await troubleOf({ dataDir });

    expect(trouble.kind).toBe('damaged');
    expect(existsSync(join(dataDir, 'database', 'left.txt'))).toBe(true);
  });

  it('that is a file is refused with its name', async () => {
    const path = join(newFolder(), 'data');
    writeFileSync(path, '');

    const trouble = await troubleOf({ dataDir: path });

    expect(trouble.kind).toBe('folder_not_writable');
    expect(trouble.message).toContain(path);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written to is refused with its name', async () => {
    const dataDir = newFolder();
    chmodSync(dataDir, 0o500);

    const trouble = await troubleOf({ dataDir });

    expect(trouble.kind).toBe('folder_not_writable');
  });
});

describe('an error of the database', () => {
  it('is named by whichever layer knows its code', () => {
    const inPrismaClothes = Object.assign(new Error('Raw query failed.'), {
      code: 'P2010',
      meta: {
        driverAdapterError: { cause: { originalCode: '53100', originalMessage: 'could not extend file' } },
      },
    });

    expect(troubleBehind(inPrismaClothes)?.kind).toBe('disk_full');
    expect(troubleBehind(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))?.kind).toBe('unreachable');
    expect(troubleBehind(Object.assign(new Error('x'), { code: 'P2028' }))?.kind).toBe('busy');
    expect(troubleBehind(new Error('x', { cause: { code: 'ENOSPC' } }))?.kind).toBe('disk_full');
    expect(
      troubleBehind(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]))?.kind,
    ).toBe('unreachable');
  });

  it('that nobody can mend from outside keeps its own words', () => {
    expect(troubleBehind(new Error('duplicate key value violates unique constraint'))).toBeNull();
    expect(troubleBehind(null)).toBeNull();
    expect(troubleBehind('text')).toBeNull();
  });
});
