import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { programFolder } from '../test/support/postgres-server.ts';
import { onCore, otherCore } from './slack-process.ts';

/** A PostgreSQL server of the bench's own, as Debian sets it up: it waits for the disk at each commit. */
export interface BenchPostgres {
  /** A new, empty database. */
  database(name: string): Promise<string>;
  stop(): void;
}

/** Null where PostgreSQL is not installed. */
export function startPostgres(): BenchPostgres | null {
  const programs = programFolder();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bcp-bench-postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), 0);
  else chmodSync(folder, 0o700);
  const run = (program: string, args: readonly string[]) => {
    const words = [...(isRoot ? ['runuser', '-u', 'postgres', '--'] : []), join(programs, program), ...args];
    const [first = '', ...rest] = [...onCore(otherCore), ...words];
    execFileSync(first, rest, { stdio: 'ignore', cwd: '/' });
  };
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
  run('pg_ctl', [
    '-D',
    data,
    '-o',
    `-k ${folder} -c listen_addresses=''`,
    '-l',
    join(folder, 'log'),
    '-w',
    'start',
  ]);
  const address = (name: string) => `postgresql://postgres@localhost/${name}?host=${folder}`;
  return {
    database: async (name) => {
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
