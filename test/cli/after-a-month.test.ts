import { describe, expect, it } from 'vitest';
import { openWorkStore } from '../../src/app.ts';
import { allCommands } from '../../src/cli/all-commands.ts';
import { nodeFinding } from '../../src/cli/commands/doctor.ts';
import { silentLog } from '../../src/kit/log.ts';
import { installationWithAMonthBehindIt, secretary } from './played-installation.ts';
import { newInstallation, type Installation } from './run-in-folder.ts';

const newPlayed = installationWithAMonthBehindIt();
const chair = 'Oluwaseun Brightwater';

describe('deliveries that stopped', { timeout: 60_000 }, () => {
  it('are listed with their reason, tried again, or given up', async () => {
    const installation = newPlayed();
    const { bcp } = installation;
    await installation.behindTheBack(
      `UPDATE "Delivery" SET "state" = 'refused', "trouble" = 'The channel is archived.', "sentAt" = NULL WHERE "id" = (SELECT "id" FROM "Delivery" WHERE "purpose" = 'digest' ORDER BY "id" LIMIT 1)`,
    );

    const list = await bcp('delivery', 'list');
    const listed: unknown = JSON.parse((await bcp('delivery', 'list', '--json')).out);
    expect(listed).toMatchObject({
      counts: { stopped: 1, waiting: 0 },
      deliveries: [{ state: 'refused', trouble: 'The channel is archived.' }],
    });
    const id = /REFUSED +(\S+)/.exec(list.out)?.[1] ?? '';
    expect(list.out).toContain('The channel is archived.');
    expect((await bcp('doctor')).out).toMatch(
      /LOOK +Deliveries +1 did not arrive; the last: The channel is archived\./,
    );

    const stranger = await bcp('delivery', 'retry', id, '--as', 'Oluwaseun Brightwater');
    const unknown = await bcp('delivery', 'retry', 'no-such-id');
    const retried = await bcp('delivery', 'retry', id, '--as', secretary);
    const again = await bcp('delivery', 'retry', id);
    const given = await bcp('delivery', 'give-up', id);
    const twice = await bcp('delivery', 'give-up', id);

    expect(stranger).toMatchObject({
      status: 1,
      err: 'Only the secretariat or the administrator may send something again. Please ask the secretariat.\n',
    });
    expect(unknown).toMatchObject({
      status: 1,
      err: 'No delivery with the id "no-such-id" waits or has stopped. The list of deliveries shows those that do.\n',
    });
    expect(retried).toMatchObject({ status: 0, out: `The digest ${id} waits for its turn again.\n` });
    expect(again).toMatchObject({
      status: 1,
      err: 'This delivery waits for its turn already; nothing was changed.\n',
    });
    expect(given).toMatchObject({
      status: 0,
      out: `The digest ${id} is given up; it is not tried any more.\n`,
    });
    expect(twice).toMatchObject({
      status: 1,
      err: 'This delivery was given up before; nothing was changed.\n',
    });
    expect((await bcp('audit', 'verify')).status).toBe(0);
  });
});

describe('the doctor', { timeout: 60_000 }, () => {
  it.each([
    ['20.18.3', 'wrong'],
    ['20.19.0', 'ok'],
    ['20.20.2', 'ok'],
    ['18.99.0', 'wrong'],
    ['24.1.0', 'ok'],
  ])('finds Node %s %s', (version, state) => {
    expect(nodeFinding(version).state).toBe(state);
  });

  it('says of an installation at work what is in order and what comes next', async () => {
    const installation = newPlayed();

    const ran = await installation.bcp('doctor');

    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out).toMatch(/ok +Data folder +\S+ can be written to and nobody else uses it/);
    expect(ran.out).toMatch(/ok +Clock +Tuesday 5 May 2026, 10:00 in London\./);
    expect(ran.out).toMatch(/ok +People +All \d+ owners can be reached\./);
    expect(ran.out).toMatch(/ok +Secretariat +Jo Pemberfox\./);
    expect(ran.out).toMatch(/LOOK +Calendar +Due in May 2026 and not done: everybody is asked\./);
  });

  it('finds a clock that has gone back, and people nobody has imported', async () => {
    const [late, bare] = [newPlayed(), newInstallation()];
    late.at('2026-04-02T09:00:00Z');
    await bare.bcp('plan', 'import', 'plans/birmingham-2023-2028.yaml');

    const [back, empty] = [await late.bcp('doctor'), await bare.bcp('doctor', '--json')];

    expect(back.status).toBe(1);
    expect(back.out).toMatch(
      /WRONG +Clock +This machine says Thursday 2 April 2026, 10:00 in London, but something was\s+written later/,
    );
    expect(back.err).toContain('Not in order: Clock');
    expect(empty.status).toBe(1);
    expect(empty.err).toBe('Not in order: People, Secretariat.\n');
    expect(JSON.parse(empty.out)).toContainEqual(
      expect.objectContaining({ about: 'People', state: 'wrong' }),
    );
  });

  it('finds a data folder that another bcp is using', async () => {
    const { bcp, config } = newPlayed('folder');
    const running = await openWorkStore(config, silentLog);

    const ran = await bcp('doctor');
    await running.close();

    expect(ran.status).toBe(1);
    expect(ran.out.replace(/\s+/g, ' ')).toMatch(/WRONG Data folder Another bcp is using the data folder/);
  });
});

const tables = ['AuditEntry', 'Digest'];

/** The rows as they were before somebody changed them. */
const putBack = tables.flatMap((table) => [
  `DELETE FROM "${table}"`,
  `INSERT INTO "${table}" SELECT * FROM copies."${table}"`,
]);

let installation: Installation | undefined;

/** An installation whose administrator has switched the triggers off that keep rows from being changed. */
async function withoutLocks(): Promise<Installation> {
  const unlocked = newPlayed();
  await unlocked.behindTheBack(
    'CREATE SCHEMA copies',
    ...tables.flatMap((table) => [
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
      `CREATE TABLE copies."${table}" AS SELECT * FROM "${table}"`,
    ]),
  );
  return unlocked;
}

describe('the audit trail', { timeout: 60_000 }, () => {
  it.each([
    [
      'a row that was changed',
      `UPDATE "AuditEntry" SET "verb" = 'nothing_happened' WHERE "sequence" = 7`,
      'entry 7 was changed after it was written',
    ],
    [
      'a row that was taken out',
      `DELETE FROM "AuditEntry" WHERE "sequence" = 9`,
      'entry 9 is missing: after 8 comes 10',
    ],
    [
      'an end that was cut off',
      `DELETE FROM "AuditEntry" WHERE "sequence" > 20`,
      'entry 21 is missing: the chain was cut off at its end',
    ],
    [
      'a row that cannot be read any more',
      `UPDATE "AuditEntry" SET "platform" = 'pigeon' WHERE "sequence" = 12`,
      'entry 12 can no longer be read',
    ],
    [
      'a hash that was made to fit',
      `UPDATE "AuditEntry" SET "hash" = repeat('a', 64) WHERE "sequence" = 3`,
      'entry 3 was changed after it was written',
    ],
    [
      'a digest that is not the one the board saw',
      `UPDATE "Digest" SET "document" = replace("document"::text, 'April', 'May')::json WHERE "audience" = 'board'`,
      'the digest of 2026-04 for board (number 1) is not as it was drafted',
    ],
  ])('names %s', async (_what, statement, reason) => {
    const { bcp, behindTheBack } = (installation ??= await withoutLocks());
    const before = await bcp('audit', 'verify');
    await behindTheBack(statement);

    const ran = await bcp('audit', 'verify');
    const json = await bcp('audit', 'verify', '--json');
    await behindTheBack(...putBack);

    expect(before.status).toBe(0);
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain(`bcypp: the audit trail does NOT hold: ${reason}.`);
    expect(json.status).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject([{ partnership: 'bcypp', intact: false, reason }]);
  });
});

/** A use of every command that knows --json, in an order in which all of them are done. */
function uses(path: (name: string) => string): readonly (readonly string[])[] {
  return [
    ['init'],
    ['doctor'],
    ['plan', 'check', 'plans/birmingham-2023-2028.yaml'],
    ['plan', 'import', 'plans/birmingham-2023-2028.yaml'],
    ['people', 'template', '--out', path('people.csv')],
    ['people', 'import', 'plans/sample-people.csv', '--dry-run'],
    ['people', 'list'],
    ['figures', 'import', 'plans/reference-figures.csv'],
    ['cycle', 'show'],
    ['cycle', 'calendar', '2026'],
    ['cycle', 'settings'],
    ['cycle', 'remind', '--as', secretary],
    ['channel', 'list'],
    [
      'channel',
      'add',
      'C0123456789',
      '--audience',
      'board',
      '--platform',
      'slack',
      '--tenant',
      'T0123456',
      '--as',
      secretary,
    ],
    ['channel', 'remove', 'C0123456789', '--as', secretary],
    ['retention', 'show'],
    ['retention', 'set', 'messages', '120', '--as', secretary],
    ['retention', 'hold', 'FOI request', '--as', secretary],
    ['retention', 'release', '--as', secretary],
    ['retention', 'run', '--as', secretary],
    ['cycle', 'open', '--as', secretary],
    ['cycle', 'close', '2026-04', '--as', secretary],
    ['status', 'inclusive', '--as', chair],
    ['digest', 'draft', '2026-04', '--as', secretary],
    ['digest', 'approve', '2026-04', '--as', secretary],
    ['digest', 'post', '2026-04', '--as', secretary],
    ['digest', 'export', '2026-04', '--out', path('digests'), '--as', chair],
    ['delivery', 'list', '--recent'],
    ['audit', 'verify'],
    ['export', 'all', '--out', path('all.jsonl')],
    ['backup', '--out', path('all.bcp')],
    ['restore', path('all.bcp')],
    ['import', 'all', path('all.jsonl')],
    ['delivery', 'retry', 'nothing'],
    ['delivery', 'give-up', 'nothing'],
  ];
}

describe('--json', { timeout: 120_000 }, () => {
  it('prints one JSON value and nothing else, done or refused, with every command that knows it', async () => {
    const { bcp, path } = newPlayed();
    const all = uses(path);
    const known = allCommands
      .filter(({ options }) => options.some(({ name }) => name === 'json'))
      .map(({ name }) => name);
    expect(known.filter((name) => !all.some((words) => words.join(' ').startsWith(name)))).toEqual([]);

    for (const words of all) {
      const ran = await bcp(...words, '--json');

      expect(ran.out, words.join(' ')).toMatch(/^[^\n]+\n$/);
      expect(() => JSON.parse(ran.out) as unknown, words.join(' ')).not.toThrow();
      expect(ran.status === 0, words.join(' ')).toBe(ran.err === '');
    }
  });

  it('of a status holds the counts that the page shows', async () => {
    const { bcp } = newPlayed();

    const [page, json] = [
      await bcp('status', 'inclusive', '--as', chair),
      await bcp('status', 'inclusive', '--as', chair, '--json'),
    ];

    const view = JSON.parse(json.out) as { total: number; lines: readonly { code: string }[]; title: string };
    expect(page.out).toContain(view.title);
    expect(view.total).toBe(view.lines.length);
    for (const { code } of view.lines) expect(page.out).toContain(code);
    expect(page.out).not.toContain('[Share here]');
  });

  it('of words that mean nothing is a refusal with suggestions', async () => {
    const { bcp } = newPlayed();

    const ran = await bcp('status', 'xyzzy', '--as', chair, '--json');

    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ kind: 'unknown' });
    expect(ran.err).not.toBe('');
  });
});
