/**
 * A real PostgreSQL server for the tests that need one: started by the first test file that asks, stopped when the run ends.
 * As root it runs as the user `postgres`, because PostgreSQL refuses root. BCP_TEST_DATABASE_URL names one that runs already.
 */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import pg from 'pg';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder of this run in which the server lives. */
    readonly postgresFolder: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-test-postgres-'));
  project.provide('postgresFolder', folder);
  if (!postgresIsHere()) {
    process.stderr.write(
      '\nPostgreSQL was not found on this machine: the tests that need it did not run.\n\n',
    );
  }
  return () => {
    if (existsSync(join(folder, 'data', 'postmaster.pid'))) {
      asPostgres('pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', 'stop']);
    }
    rmSync(folder, { recursive: true, force: true });
  };
}

export function postgresIsHere(): boolean {
  return process.env['BCP_TEST_DATABASE_URL'] !== undefined || programFolder() !== null;
}

/** The address of the server's own database; starts the server when no other test file has. */
export async function serverAddress(folder: string): Promise<string> {
  const given = process.env['BCP_TEST_DATABASE_URL'];
  if (given !== undefined) return given;
  const ready = join(folder, 'ready');
  if (claims(join(folder, 'starting'))) {
    startServer(folder);
    writeFileSync(ready, '');
  }
  while (!existsSync(ready)) await sleep(50);
  return `postgresql://postgres@localhost/postgres?host=${folder}`;
}

/** The address of another database on the same server. */
export function databaseAt(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on the server's own database. */
export async function onServer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function startServer(folder: string): void {
  if (isRoot()) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), 0);
  const data = join(folder, 'data');
  asPostgres('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-N']);
  // A London server: sessions must ask for UTC themselves. Nothing here outlives the run, so nothing waits for the disk.
  const options = `-k ${folder} -c listen_addresses='' -c timezone=Europe/London -c fsync=off -c full_page_writes=off`;
  asPostgres('pg_ctl', ['-D', data, '-o', options, '-l', join(folder, 'server-output'), '-w', 'start']);
}

function asPostgres(program: string, args: readonly string[]): void {
  const path = join(programFolder() ?? '', program);
  if (isRoot())
    execFileSync('runuser', ['-u', 'postgres', '--', path, ...args], { stdio: 'ignore', cwd: '/' });
  else execFileSync(path, args, { stdio: 'ignore', cwd: '/' });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Where `initdb` is: Debian keeps it out of the PATH, one folder a version. The newest is taken. */
export function programFolder(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** True for the first who asks; making a folder is one step, so there is only one first. */
function claims(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}
