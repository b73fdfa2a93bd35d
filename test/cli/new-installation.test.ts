import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newInstallation } from './run-in-folder.ts';

const plan = 'plans/birmingham-2023-2028.yaml';
const people = 'plans/sample-people.csv';
const secretary = 'jo.pemberfox@bcc.example';

describe('a new installation', () => {
  it(
    'goes from nothing to a status, and is told at each step what comes next',
    { timeout: 120_000 },
    async () => {
      const { bcp, path, at } = newInstallation('2026-11-02T08:30:00Z', 'memory');

      const empty = await bcp('init');
      expect(empty.out).toContain('1. NEXT  Plan: none yet. bcp plan import plans/birmingham-2023-2028.yaml');

      const tooEarly = await bcp('people', 'import', people);
      expect(tooEarly).toMatchObject({ status: 1, out: '' });
      expect(tooEarly.err).toBe(
        'There is no partnership here yet. Import its plan first: bcp plan import FILE\n',
      );

      const imported = await bcp('plan', 'import', plan);
      expect(imported).toMatchObject({ status: 0, err: '' });
      expect(imported.out).toContain(
        '7 outcomes, 3 themes, 17 actions, 38 indicators, 62 measures. Imported as revision 1, in force from 1 April 2023.',
      );
      expect((await bcp('plan', 'import', plan)).out).toBe(
        'Nothing changed: this file is revision 1 already.\n',
      );

      expect((await bcp('people', 'template', '--out', path('people.csv'))).out).toContain(
        'Fill it in with a spreadsheet',
      );
      const twice = await bcp('people', 'template', '--out', path('people.csv'));
      expect(twice).toMatchObject({ status: 1, out: '' });
      expect(twice.err).toContain('is there already. Give another name, or move it away first.');

      const dry = await bcp('people', 'import', people, '--dry-run');
      expect(dry.out).toContain('nothing was stored (--dry-run). It would be: 18 people: 18 added');
      expect((await bcp('people', 'list', '--json')).out).toContain('"people":[]');
      const taken = await bcp('people', 'import', people);
      expect(taken.out).toContain('18 people: 18 added, 0 changed, 0 as before');
      expect(taken.out).toContain('LOOK: IC5 (Inclusive cultures, fewer exclusions) has no deputy');
      expect((await bcp('people', 'import', people)).out).toContain(
        'Nothing changed: 18 people: 0 added, 0 changed, 18 as before',
      );

      expect((await bcp('figures', 'import', 'plans/reference-figures.csv')).out).toMatch(
        /^plans\/reference-figures\.csv: \d+ figures, [1-9]\d* added, 0 known already\.\n$/,
      );
      expect((await bcp('figures', 'import', 'plans/reference-figures.csv')).out).toMatch(
        /^Nothing changed\./,
      );

      const unopened = await bcp('status', '--as', secretary);
      expect(unopened).toMatchObject({ status: 1, out: '' });
      expect(unopened.err).toContain('No month has been opened yet');

      at('2026-11-02T09:00:00Z');
      const notHers = await bcp('cycle', 'open', '--as', 'Meera Calderstone');
      expect(notHers).toMatchObject({ status: 1, out: '' });
      expect(notHers.err).toBe('Only the secretariat may open a cycle. Please ask the secretariat.\n');
      const opened = await bcp('cycle', 'open', '--as', secretary);
      expect(opened.out).toMatch(
        /^November 2026 is open: \d+ people will be asked by the bcp that runs\.\n$/,
      );
      expect((await bcp('cycle', 'open', '--as', secretary)).out).toContain('had been opened before');
      const standing = await bcp('cycle', 'show');
      expect(standing.out).toMatch(
        /^November 2026 is open: 0 of \d+ people have answered everything\.\nWaiting for: /,
      );
      expect(standing.out).toMatch(/The month closes +Friday 13 November, 17:00/);

      const status = await bcp('status', 'safe', '--as', 'Oluwaseun Brightwater');
      expect(status).toMatchObject({ status: 0, err: '' });
      expect(status.out.split('\n')[0]).toContain('SAFE');
      const unknown = await bcp('status', 'safe', '--as', 'Oluwaseun Brightwate');
      expect(unknown).toMatchObject({ status: 1, out: '' });
      expect(unknown.err).toContain('Did you mean "Oluwaseun Brightwater"?');

      at('2026-11-13T17:00:00Z');
      const closed = await bcp('cycle', 'close', '--as', secretary);
      expect(closed.out).toMatch(/^November 2026 is closed: no update for /);
      const drafted = await bcp('digest', 'draft', '--as', secretary);
      expect(drafted.out).toContain('The digest of November 2026');
      expect((await bcp('digest', 'approve', '--as', secretary)).out).toContain(
        'is approved and never changes from now on',
      );
      const nowhere = await bcp('digest', 'post', '--as', secretary);
      expect(nowhere).toMatchObject({ status: 1, out: '' });
      expect(nowhere.err).toContain('No channel is set up');
      const files = await bcp(
        'digest',
        'export',
        '--format',
        'html',
        '--out',
        path('digests'),
        '--as',
        secretary,
      );
      expect(files.status).toBe(0);
      expect(readFileSync(path('digests/bcp-digest-2026-11.html'), 'utf8')).toContain('November 2026');

      expect((await bcp('audit', 'verify')).out).toMatch(
        /^bcypp: the audit trail holds: \d+ entries, head [0-9a-f]{64}\. 1 digest as drafted\.\n$/,
      );
      expect((await bcp('init')).out).toContain('4. done  First month: November 2026 is the newest.');
    },
  );

  it('finds at each start what the command before has stored', { timeout: 60_000 }, async () => {
    const { bcp, path } = newInstallation('2026-11-02T08:30:00Z', 'folder');

    const looked = [await bcp('init'), await bcp('doctor')];
    const isUntouched = !existsSync(path('data'));
    const imported = await bcp('plan', 'import', plan);
    const checked = await bcp('init');

    expect(looked[0]?.out).toContain('1. NEXT  Plan');
    expect(looked[1]?.out.replace(/\s+/g, ' ')).toContain('LOOK Data folder There is no database in');
    expect(isUntouched).toBe(true);
    expect(imported).toMatchObject({ status: 0, err: '' });
    expect(checked.out).toContain('1. done  Plan');
    expect(checked.out).toContain('2. NEXT  People');
  });

  it(
    'is set up by one command, and the same command again changes nothing',
    { timeout: 60_000 },
    async () => {
      const { bcp } = newInstallation();
      const words = ['init', '--plan', plan, '--people', people, '--figures', 'plans/reference-figures.csv'];

      const first = await bcp(...words);
      const second = await bcp(...words);

      expect(first).toMatchObject({ status: 0, err: '' });
      expect(first.out).toContain('Imported as revision 1');
      expect(first.out).toContain('1. done  Plan');
      expect(first.out).toContain('2. done  People: 18 people.');
      expect(second.out.match(/Nothing changed/g)).toHaveLength(3);
    },
  );

  it('keeps the day and the changes of a later revision of the plan', { timeout: 60_000 }, async () => {
    const { bcp, path } = newInstallation();
    await bcp('plan', 'import', plan);
    const text = readFileSync(plan, 'utf8');
    writeFileSync(
      path('later.yaml'),
      text.replace('short_title: Inclusive cultures, fewer exclusions', 'short_title: Inclusive cultures'),
    );
    expect(readFileSync(path('later.yaml'), 'utf8')).not.toBe(text);

    const later = await bcp('plan', 'import', path('later.yaml'), '--from', '2026-12-01');
    const before = await bcp('plan', 'import', plan, '--from', '2026-11-15');

    expect(later.out).toBe(
      'Imported as revision 2 from 1 December 2026: added nothing, removed nothing, changed IC5.\n',
    );
    expect(before).toMatchObject({ status: 1, out: '' });
    expect(before.err).toContain('Revision 2 is in force from 2026-12-01');
  });

  it('of two partnerships asks which one is meant', { timeout: 60_000 }, async () => {
    const { bcp } = newInstallation();
    await bcp('plan', 'import', plan);
    await bcp('plan', 'import', 'plans/example-improvement-plan.yaml');

    const unclear = await bcp('people', 'list');
    const wrong = await bcp('people', 'list', '--partnership', 'nobody');
    const clear = await bcp('people', 'list', '--partnership', 'bcypp');

    expect(unclear.status).toBe(2);
    expect(unclear.err).toContain('say which with --partnership CODE.\nUsage: bcp people list');
    expect(wrong).toMatchObject({ status: 1, out: '' });
    expect(wrong.err).toContain('There is no partnership "nobody" here.');
    expect(clear.status).toBe(0);
  });
});
