import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newInstallation } from './run-in-folder.ts';

const plan = 'plans/birmingham-2023-2028.yaml';

describe('a file that cannot be used', () => {
  const { bcp, path } = newInstallation();

  it('that is not there, or is a folder, is named in one sentence', async () => {
    mkdirSync(path('folder'));

    const missing = await bcp('plan', 'check', path('none.yaml'));
    const folder = await bcp('plan', 'check', path('folder'));

    expect(missing).toEqual({
      status: 1,
      out: '',
      err: `There is no file ${path('none.yaml')}. Check its name and the folder it is in.\n`,
    });
    expect(folder).toEqual({ status: 1, out: '', err: `${path('folder')} is a folder; a file is needed.\n` });
  });

  it('that is in another encoding is told so, with the line', async () => {
    writeFileSync(path('utf16.yaml'), Buffer.from(`\uFEFF${readFileSync(plan, 'utf8')}`, 'utf16le'));

    const ran = await bcp('plan', 'check', path('utf16.yaml'));

    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain('is not saved as UTF-8');
  });

  it(
    'with several mistakes names all of them by line, and imports nothing',
    { timeout: 60_000 },
    async () => {
      const text = readFileSync(plan, 'utf8')
        .replace('theme: inclusive', 'theme: inclusiv')
        .replace('theme: safety', 'theme: saftey');
      writeFileSync(path('broken.yaml'), text);

      const checked = await bcp('plan', 'check', path('broken.yaml'));
      const imported = await bcp('plan', 'import', path('broken.yaml'));
      const json = await bcp('plan', 'import', path('broken.yaml'), '--json');

      expect(checked).toMatchObject({ status: 1, out: '' });
      expect(checked.err.match(/, line \d+ \(/g)?.length).toBe(2);
      expect(checked.err).toContain('Did you mean "inclusive"?');
      expect(checked.err).toContain('Did you mean "safety"?');
      expect(checked.err).toContain(`2 mistakes in ${path('broken.yaml')}; nothing was imported.`);
      expect(imported).toEqual(checked);
      expect(json.status).toBe(1);
      expect(JSON.parse(json.out)).toMatchObject({ problems: [{ line: expect.any(Number) as number }, {}] });
      expect((await bcp('people', 'list')).err).toContain('There is no partnership here yet.');
    },
  );

  it('of people with mistakes leaves nobody half imported', { timeout: 60_000 }, async () => {
    const { bcp: here, path: at } = newInstallation();
    await here('plan', 'import', plan);
    const text = readFileSync('plans/sample-people.csv', 'utf8');
    writeFileSync(
      at('people.csv'),
      text
        .replace('jo.pemberfox@bcc.example', 'jo.pemberfox at bcc.example')
        .replace(',secretariat,', ',secretary,'),
    );

    const ran = await here('people', 'import', at('people.csv'));

    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toMatch(/line \d+ \(row \d+, column email\)/);
    expect(ran.err).toMatch(/line \d+ \(row \d+, column role\)/);
    expect((await here('people', 'list', '--json')).out).toContain('"people":[]');
  });

  it(
    'to be written where it cannot be is told so before anything is said to be done',
    { timeout: 60_000 },
    async () => {
      const ran = await bcp('export', 'all', '--out', path('no/such/folder/all.jsonl'));

      expect(ran.status).toBe(1);
      expect(ran.err).not.toContain('at ');
    },
  );
});

describe('a data folder that cannot be used', () => {
  it('gets one sentence', async () => {
    const { bcp, path, config } = newInstallation('2026-11-02T08:30:00Z', 'folder');
    writeFileSync(config.dataDir, 'a file stands where the folder should be');

    const ran = await bcp('plan', 'import', plan);

    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain(`bcp cannot write to the data folder ${path('data/work')}`);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  });
});
