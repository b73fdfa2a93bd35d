import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runBcp } from '../../src/cli/run-bcp.ts';
import { openWorkStore } from '../../src/app.ts';
import { clockAt } from '../../src/kit/clock.ts';
import { silentLog } from '../../src/kit/log.ts';
import { newInstallation } from './run-in-folder.ts';

const monday = '2026-11-02T08:30:00Z';
const plan = 'plans/birmingham-2023-2028.yaml';

describe('a backup', { timeout: 120_000 }, () => {
  it('brings the database back as it was, and keeps what it takes the place of', async () => {
    const { bcp, path, config } = newInstallation(monday, 'folder');
    await bcp('plan', 'import', plan);
    const written = await bcp('backup', '--out', path('monday.bcp'));
    await bcp('people', 'import', 'plans/sample-people.csv');

    const careful = await bcp('restore', path('monday.bcp'));
    const restored = await bcp('restore', path('monday.bcp'), '--replace');

    expect(written).toMatchObject({ status: 0, err: '' });
    expect(careful).toMatchObject({ status: 1, out: '' });
    expect(careful.err).toContain('With --replace the backup takes its place');
    expect(restored.out).toMatch(
      /^The database is as it was when .* was written\. What was there before is in .*database\.before-2026-11-02T08-30-00-000Z\.\n$/,
    );
    expect((await bcp('people', 'list', '--json')).out).toContain('"people":[]');
    expect((await bcp('plan', 'import', plan)).out).toContain('Nothing changed');
    expect(readdirSync(join(config.dataDir, 'work')).sort()).toEqual([
      'database',
      'database.before-2026-11-02T08-30-00-000Z',
    ]);
  });

  it('sets up a new machine', async () => {
    const [old, next] = [newInstallation(monday, 'folder'), newInstallation(monday, 'folder')];
    await old.bcp('plan', 'import', plan);
    await old.bcp('backup', '--out', old.path('all.bcp'));

    const restored = await next.bcp('restore', old.path('all.bcp'));

    expect(restored).toMatchObject({ status: 0, err: '' });
    expect((await next.bcp('audit', 'verify')).out).toContain('the audit trail holds: 1 entry');
  });

  it('that is none, or is damaged, changes nothing', async () => {
    const { bcp, path } = newInstallation(monday, 'folder');
    await bcp('plan', 'import', plan);
    await bcp('backup', '--out', path('whole.bcp'));
    writeFileSync(path('text.bcp'), 'not a backup');
    writeFileSync(path('zipped.bcp'), gzipSync('not a backup either, only longer '.repeat(50)));
    writeFileSync(path('half.bcp'), readFileSync(path('whole.bcp')).subarray(0, 100_000));

    const answers = [];
    for (const name of ['text', 'zipped', 'half'])
      answers.push(await bcp('restore', path(`${name}.bcp`), '--replace'));

    for (const { status, out, err } of answers) {
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toMatch(/not a backup that "bcp backup" wrote/);
    }
    expect((await bcp('plan', 'import', plan)).out).toContain('Nothing changed');
  });

  it('waits until bcp has stopped', async () => {
    const { bcp, path, config } = newInstallation(monday, 'folder');
    await bcp('plan', 'import', plan);
    const running = await openWorkStore(config, silentLog);

    const [backup, restore] = [
      await bcp('backup', '--out', path('x.bcp')),
      await bcp('restore', path('x.bcp')),
    ];
    await running.close();

    expect(backup).toMatchObject({ status: 1, out: '' });
    expect(backup.err).toContain('Another bcp is using the data folder');
    expect(restore.err).toContain('There is no file');
  });

  it('of a PostgreSQL server is left to its own tools', async () => {
    let err = '';
    const { config } = newInstallation();

    const status = await runBcp(['backup', '--out', 'x.bcp'], {
      stdout: { write: () => undefined },
      stderr: { write: (text) => (err += text) },
      stdin: (async function* () {})(),
      config: { ...config, databaseUrl: 'postgresql://nowhere.invalid/bcp' },
      clock: clockAt('2026-11-02T09:00:00Z'),
    });

    expect(status).toBe(1);
    expect(err).toContain('pg_dump');
    expect(err).toContain('bcp export all --out FILE');
  });
});
