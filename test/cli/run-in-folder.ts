import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { workFolder } from '../../src/app.ts';
import { runBcp } from '../../src/cli/run-bcp.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { clockAt } from '../../src/kit/clock.ts';
import type { Database } from '../../src/storage/database.ts';
import { openMemory } from '../../src/storage/embedded/open-embedded.ts';
import { unpackTemplate } from '../../src/storage/embedded/unpack-template.ts';
import { storeOn } from '../../src/storage/store.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { silentLog, templatePath } from '../support/database.ts';

/** How a command ended, and everything it wrote. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Where the database is: in the folder and opened anew by each command, as on a real machine; or in memory and open all the time, which is
 * quicker.
 */
export type Opening = 'folder' | 'memory';

/** An installation of its own for a test file: an empty folder, and the commands that are run in it. */
export interface Installation {
  readonly folder: string;
  readonly config: Config;
  /** A path in the folder. */
  readonly path: (name: string) => string;
  /** Runs `bcp` with these words, at the time the installation's clock was set to. */
  readonly bcp: (...argv: readonly string[]) => Promise<Ran>;
  /** The same, with lines on stdin. */
  readonly bcpReading: (stdin: string, ...argv: readonly string[]) => Promise<Ran>;
  /** Sets the clock. */
  readonly at: (instant: string) => void;
  /** Does to the rows what no command does: for tests of what is noticed afterwards. */
  readonly behindTheBack: (...statements: readonly string[]) => Promise<void>;
}

const folders: string[] = [];
const opened: Database[] = [];

afterAll(async () => {
  for (const database of opened.splice(0)) await database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** `template` is the tar of a database to begin with; an empty one otherwise. */
export function newInstallation(
  start = '2026-11-02T08:30:00Z',
  opening: Opening = 'memory',
  template: string | null = null,
  settings: Readonly<Record<string, string>> = {},
): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-cli-'));
  folders.push(folder);
  const config = readConfig({ ...settings, BCP_DATA_DIR: join(folder, 'data') });
  if (!config.ok) throw new Error(config.error.join(' '));
  const clock = clockAt(start);
  if (opening === 'folder' && template !== null)
    unpackTemplate(template, join(workFolder(config.value), 'database'));
  const inMemory = opening === 'memory' ? openedOnce(template) : null;
  const run = async (argv: readonly string[], stdin: string): Promise<Ran> => {
    let [out, err] = ['', ''];
    const status = await runBcp(argv, {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      stdin: (async function* () {
        yield await Promise.resolve(stdin);
      })(),
      config: config.value,
      clock,
      ...(inMemory && { openStore: async () => (await inMemory()).store }),
    });
    return { status, out, err };
  };
  return {
    folder,
    config: config.value,
    path: (name) => join(folder, name),
    bcp: (...argv) => run(argv, ''),
    bcpReading: (stdin, ...argv) => run(argv, stdin),
    at: (instant) => clock.set(new Date(instant)),
    behindTheBack: async (...statements) => {
      if (!inMemory) throw new Error('Only a database in memory is open to this.');
      const { database } = await inMemory();
      for (const statement of statements) await database.pool.query(statement);
    },
  };
}

/** A database that is opened by the first who asks, and closed after the test file, not by the commands. */
function openedOnce(
  template: string | null,
): () => Promise<{ readonly database: Database; readonly store: Store }> {
  const open = async () => {
    const database = await openMemory(template ?? (await templatePath()), silentLog);
    opened.push(database);
    return { database, store: { ...storeOn(database), close: () => Promise.resolve() } };
  };
  let once: ReturnType<typeof open> | undefined;
  return () => (once ??= open());
}
