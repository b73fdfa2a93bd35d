import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../src/cli/all-commands.ts';
import { usageLine } from '../../src/cli/usage-words.ts';
import { newInstallation } from './run-in-folder.ts';

const { bcp } = newInstallation();

describe('a command that was not understood', () => {
  it.each([
    [['plan', 'chek', 'x.yaml'], 'There is no command "plan chek". Did you mean "bcp plan check"?'],
    [['staus'], 'There is no command "staus". Did you mean "bcp status"?'],
    [['plan'], '"plan" is not a whole command. The commands are: bcp plan check, bcp plan import.'],
    [
      ['digest', 'frobnicate'],
      'There is no command "digest frobnicate". The commands are: bcp digest draft, bcp digest approve, bcp digest post, bcp digest export.',
    ],
    [['xyzzy'], 'There is no command "xyzzy". "bcp help" lists them all.'],
    [['peple', 'list'], 'There is no command "peple list". Did you mean "bcp people list"?'],
  ])('%j is answered with the nearest one and exit status 2', async (argv, sentence) => {
    const ran = await bcp(...argv);

    expect(ran).toEqual({ status: 2, out: '', err: `${sentence}\n` });
  });

  it.each([
    [['plan', 'import'], 'FILE is missing: The plan, a YAML file such as those in plans/.'],
    [
      ['plan', 'import', 'a.yaml', 'b.yaml'],
      '"b.yaml" is one word too many. Put a name with spaces in quotation marks.',
    ],
    [['plan', 'import', 'a.yaml', '--frm', '2026-12-01'], 'There is no option --frm. Did you mean --from?'],
    [
      ['plan', 'import', 'a.yaml', '--colour'],
      '"bcp plan import" has no option --colour. Its options are: --from, --as, --json.',
    ],
    [['plan', 'import', 'a.yaml', '--from'], '--from has nothing after it: The day from which it counts'],
    [
      ['plan', 'import', 'a.yaml', '--from', '--json'],
      '--from has nothing after it: The day from which it counts',
    ],
    [['plan', 'import', 'a.yaml', '--json=yes'], '--json takes nothing after it.'],
    [
      ['plan', 'import', 'a.yaml', '--from', '2026-12-01', '--from', '2026-12-02'],
      '--from is given twice. Give it once.',
    ],
    [
      ['plan', 'import', 'a.yaml', '--from', '2026-02-30'],
      '"2026-02-30" is not a day. Write it like 2026-12-01.',
    ],
    [
      ['status', 'safe'],
      '--as PERSON is missing: Who asks, by e-mail address or full name; they see what they may see.',
    ],
    [
      ['rehearse', '--from', '2026-4', '--months', '2', '--seed', '1', '--out', 'x'],
      '"2026-4" is not a month. Write it like 2026-04.',
    ],
    [
      ['rehearse', '--from', '2026-04', '--months', '0', '--seed', '1', '--out', 'x'],
      '--months takes a whole number from 1 to 60.',
    ],
    [
      ['rehearse', '--from', '2026-04', '--months', '2', '--seed', 'one', '--out', 'x'],
      '--seed takes a whole number from 0 to 4294967295.',
    ],
    [
      ['rehearse', '--from', '2022-04', '--months', '2', '--seed', '1', '--out', 'x'],
      'A rehearsal lies between April 2023',
    ],
    [['init', '--people', 'x.csv'], '--people and --figures go with --plan'],
  ])('%j is told what is wrong, with the usage line', async (argv, sentence) => {
    const ran = await bcp(...argv);

    expect(ran.status).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(sentence);
    expect(ran.err.split('\n')[1]).toMatch(/^Usage: bcp /);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    '"%s" refuses an option it does not have',
    async (name, command) => {
      const ran = await bcp(...name.split(' '), '--nonsense');

      expect(ran.status).toBe(2);
      expect(ran.err).toContain('--nonsense');
      expect(ran.err).toContain(`Usage: ${usageLine(command)}`);
    },
  );
});

describe('help', () => {
  it('lists every command with its sentence, and nothing at all is help', async () => {
    const [plain, asked, flagged] = [await bcp(), await bcp('help'), await bcp('--help')];

    const words = asked.out.replace(/\s+/g, ' ');
    for (const { name, does } of allCommands) expect(words).toContain(`${name} ${does}`);
    expect([plain, flagged]).toEqual([asked, asked]);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    'says all about "%s"',
    async (name, command) => {
      const [asked, flagged] = [
        await bcp('help', ...name.split(' ')),
        await bcp(...name.split(' '), '--help'),
      ];

      expect(asked.status).toBe(0);
      expect(flagged).toEqual(asked);
      const words = asked.out.replace(/\s+/g, ' ');
      expect(words).toContain(usageLine(command));
      for (const { about } of [...command.arguments, ...command.options]) expect(words).toContain(about);
    },
  );

  it('says all about the commands that begin with a word', async () => {
    const ran = await bcp('help', 'delivery');

    expect(ran.out.match(/^bcp delivery .*/gm)).toEqual([
      'bcp delivery list [--recent] [--partnership CODE] [--json]',
      'bcp delivery retry ID [--as PERSON] [--partnership CODE] [--json]',
      'bcp delivery give-up ID [--as PERSON] [--partnership CODE] [--json]',
    ]);
  });

  it('of a command that is not there names the nearest', async () => {
    const ran = await bcp('help', 'stauts');

    expect(ran.status).toBe(2);
    expect(ran.err).toContain('Did you mean "bcp status"?');
  });

  it('docs/commands.md has the usage line of every command', () => {
    const page = readFileSync('docs/commands.md', 'utf8');

    const lines = page.split('\n');
    expect(allCommands.map(usageLine).filter((usage) => !lines.includes(usage))).toEqual([]);
  });
});
