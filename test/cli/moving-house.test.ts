import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { installationWithAMonthBehindIt, secretary } from './played-installation.ts';
import { newInstallation, type Installation } from './run-in-folder.ts';

const newPlayed = installationWithAMonthBehindIt();
let old: Installation;
/** The export of the old installation, for all tests. */
let file: string;

beforeAll(async () => {
  old = newPlayed();
  file = old.path('all.jsonl');
  await old.bcp('export', 'all', '--out', file);
}, 120_000);

/** The lines of an export without its last, and the last line that belongs to them. */
function sealed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: true, rows: lines.length - 1, sha256 })}\n`;
}

/** Every file that the digests of April can be exported as, by name. */
async function digestFiles(installation: Installation): Promise<Readonly<Record<string, string>>> {
  const folder = installation.path('digests');
  for (const audience of ['board', 'partnership', 'theme:inclusive']) {
    const ran = await installation.bcp(
      'digest',
      'export',
      '2026-04',
      '--audience',
      audience,
      '--out',
      folder,
      '--as',
      secretary,
    );
    expect(ran).toMatchObject({ status: 0, err: '' });
  }
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
}

describe('everything can be taken to another database', () => {
  it(
    'and there the audit trail holds and every digest is the same, byte for byte',
    { timeout: 120_000 },
    async () => {
      const next = newInstallation('2026-05-05T09:30:00Z');

      const imported = await next.bcp('import', 'all', file);
      const verified = await next.bcp('audit', 'verify');

      expect(imported).toMatchObject({ status: 0, err: '' });
      expect(imported.out).toMatch(
        /^Imported \d{3,} records of bcypp from .*all\.jsonl\. The audit trail holds\.\n$/,
      );
      expect(verified.out).toMatch(/^bcypp: the audit trail holds: /);
      const before = await digestFiles(old);
      expect(Object.keys(before)).toContain('bcp-digest-2026-04.html');
      expect(await digestFiles(next)).toEqual(before);
      const status = ['status', '--json', '--as', secretary];
      expect(await next.bcp(...status)).toEqual(await old.bcp(...status));
    },
  );

  it(
    'with every row of every table, and the taking itself in the audit trail',
    { timeout: 120_000 },
    async () => {
      const first = readFileSync(file, 'utf8').split('\n');
      const next = newInstallation('2026-05-05T09:30:00Z');
      await next.bcp('import', 'all', file);
      await next.bcp('export', 'all', '--out', next.path('again.jsonl'));
      const second = readFileSync(next.path('again.jsonl'), 'utf8').split('\n');

      const isKept = (line: string) => !/^\{"(format|end)"|"table":"AuditHead"/.test(line);
      const lost = first.filter((line) => isKept(line) && !second.includes(line));
      const added = second.filter((line) => isKept(line) && !first.includes(line));
      expect(lost).toEqual([]);
      expect(added.map((line) => /"verb":"(\w+)"/.exec(line)?.[1])).toEqual([
        'everything_imported',
        'everything_exported',
      ]);
      expect(JSON.parse(first[0] ?? '')).toMatchObject({
        format: 'bcp-export',
        version: 1,
        partnerships: [{ code: 'bcypp' }],
      });
      expect(first.some((line) => line.includes('"verb":"everything_exported"'))).toBe(true);
    },
  );

  it(
    'only as it was written: a changed, shortened or lengthened file is refused and nothing is stored',
    { timeout: 120_000 },
    async () => {
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
      const next = newInstallation();
      const importOf = async (text: string) => {
        writeFileSync(next.path('file.jsonl'), text);
        return next.bcp('import', 'all', next.path('file.jsonl'));
      };

      const whole = lines.map((line) => `${line}\n`).join('');
      const answers = [
        await importOf(whole.replace('"rating":"green"', '"rating":"amber"')),
        await importOf(lines.slice(0, -1).join('\n')),
        await importOf([...lines.slice(0, 20), ...lines.slice(21)].join('\n')),
        await importOf(`${whole}{"table":"Person","row":{}}\n`),
        await importOf(''),
        await importOf('a shopping list\n'),
        await importOf(whole.replace('"version":1', '"version":2')),
        await importOf(
          sealed([...lines.slice(0, -1), '{"table":"Person","row":{"partnershipId":"somebody else"}}']),
        ),
        await importOf(
          sealed([...lines.slice(0, -1), lines[5]?.replace('{"table":"', '{"table":"Later') ?? '']),
        ),
        await importOf(sealed([...lines.slice(0, -1), lines[5] ?? ''])),
      ];

      expect(answers.map(({ err }) => err.replace(/ Nothing was stored\.\n$/, '').trim())).toEqual([
        'The export was changed after it was written, or lost some of its lines. Use another copy of the file.',
        'The export breaks off before its end. Use another copy of the file.',
        'The export was changed after it was written, or lost some of its lines. Use another copy of the file.',
        expect.stringMatching(/^Line \d+ comes after the end of the export: the file was changed\./),
        'The file is empty.',
        'This is not an export of bcp: its first line does not say so. "bcp export all --out FILE" writes one.',
        'This export was written by a newer bcp, in a way that this one does not read. Use the newer one.',
        expect.stringMatching(
          /^Line \d+ of the export is not a row of its partnerships: the file is damaged\./,
        ),
        expect.stringMatching(/^The file holds rows of "Later\w+", which this bcp does not know/),
        expect.stringMatching(
          /^The file does not fit this database, so nothing was stored\. The database said: duplicate key/,
        ),
      ]);
      expect(new Set(answers.map(({ status, out }) => `${status}${out}`))).toEqual(new Set(['1']));
      expect((await next.bcp('people', 'list')).err).toContain('There is no partnership here yet.');
      expect((await importOf(whole)).status).toBe(0);
    },
  );

  it('and not over a partnership that is there', { timeout: 120_000 }, async () => {
    const ran = await old.bcp('import', 'all', file);

    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain('(bcypp) is in this database already.');
  });

  it('but never over a file that is there', { timeout: 120_000 }, async () => {
    const before = readFileSync(file, 'utf8');

    const ran = await old.bcp('export', 'all', '--out', file);

    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain('is there already');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
