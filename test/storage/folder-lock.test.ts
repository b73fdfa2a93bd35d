import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { silentLog, templatePath } from '../support/database.ts';
import { runProgram } from './programs/run-program.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-lock-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

it('one data folder serves one bcp at a time, and is free the moment that one is killed', async () => {
  const dataDir = newFolder();
  const template = await templatePath();
  const other = runProgram('write-until-killed.ts', [dataDir, template]);
  await other.says(2);

  const second = openStore({ dataDir, templatePath: template, log: silentLog });

  await expect(second).rejects.toMatchObject({
    kind: 'folder_in_use',
    message: `Another bcp is using the data folder ${dataDir}. Stop it, or set BCP_DATA_DIR to another folder.`,
  });
  await other.kill();
  const third = await openStore({ dataDir, templatePath: template, log: silentLog });
  expect((await third.in('p1').audit.after(0, 10)).length).toBeGreaterThan(0);
  await third.close();
}, 60_000);

it('the same folder by another name is the same folder', async () => {
  const dataDir = newFolder();
  const alias = join(newFolder(), 'alias');
  symlinkSync(dataDir, alias);
  const templates = await templatePath();
  const first = await openStore({ dataDir, templatePath: templates, log: silentLog });

  const second = openStore({ dataDir: alias, templatePath: templates, log: silentLog });

  await expect(second).rejects.toMatchObject({ kind: 'folder_in_use' });
  await first.close();
  const third = await openStore({ dataDir: alias, templatePath: templates, log: silentLog });
  await third.close();
});

it('a start that fails lets the folder go', async () => {
  const dataDir = newFolder();
  const templates = await templatePath();
  await expect(openStore({ dataDir, templatePath: dataDir, log: silentLog })).rejects.toThrow();

  const store = await openStore({ dataDir, templatePath: templates, log: silentLog });

  await expect(store.ping()).resolves.toBeUndefined();
  await store.close();
});
