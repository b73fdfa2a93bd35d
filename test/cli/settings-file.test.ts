import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const tsx = resolve('node_modules/tsx/dist/loader.mjs');
const program = resolve('src/cli/bcp.ts');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bcp-settings-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function helpWith(environment: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, ['--import', tsx, program, 'help'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
}

describe('a file of settings in the folder', () => {
  it('is read when the program starts', () => {
    writeFileSync(join(folder, '.env'), '# ours\nBCP_PORT=ninety\n');

    const { status, stderr } = helpWith({});

    expect(stderr).toContain('bcp cannot work with these settings');
    expect(stderr).toContain('BCP_PORT');
    expect(status).toBe(1);
  });

  it('gives way to what the environment says', () => {
    writeFileSync(join(folder, '.env'), 'BCP_PORT=ninety\n');

    const { status, stdout } = helpWith({ BCP_PORT: '3900' });

    expect(stdout).toContain('Exit status: 0 done');
    expect(status).toBe(0);
  });
});
