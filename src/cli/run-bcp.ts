import type { Config } from '../config.ts';
import type { Clock } from '../kit/clock.ts';
import { jsonLog } from '../kit/log.ts';
import type { Store } from '../use-cases/ports/store.ts';
import { allCommands } from './all-commands.ts';
import type { Command, Outcome, Session, Terminal } from './command.ts';
import { findCommand } from './find-command.ts';
import { readInput } from './read-input.ts';
import { troubleInWords } from './trouble-words.ts';
import { usageLine } from './usage-words.ts';

/** What a run of `bcp` is handed: its streams, its settings and its clock. */
export interface Surroundings extends Terminal {
  readonly config: Config;
  readonly clock: Clock;
  /** Where the database comes from; left out, it is the one that the settings name. */
  readonly openStore?: () => Promise<Store>;
}

/**
 * Runs one command line and gives the exit status: 0 done, 1 refused or failed (a sentence on stderr), 2 wrong usage (with the usage line).
 * Expected trouble is always a sentence; anything else is thrown.
 */
export async function runBcp(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { config, stderr } = surroundings;
  const session: Session = {
    ...surroundings,
    // A command says in sentences what happened; of the log only what a person must act on now is shown beside it.
    log: jsonLog((line) => stderr.write(line), config.logLevel === 'silent' ? 'silent' : 'error'),
    commands: allCommands,
  };
  const typed = asHelp(argv);
  const found = findCommand(allCommands, typed);
  if (found.kind === 'unknown') return misuse(session, found.words, null);
  const input = readInput(found.command, found.rest);
  if (!input.ok) return misuse(session, input.error, found.command);
  const wantsJson = input.value.has('json');
  const outcome = await runInWords(() => found.command.run(session, input.value));
  return tell(session, found.command, outcome, wantsJson);
}

/** `bcp`, `bcp --help` and `bcp plan import --help` are asked of `bcp help`. */
function asHelp(argv: readonly string[]): readonly string[] {
  if (argv.length === 0) return ['help'];
  if (!argv.some((word) => word === '--help' || word === '-h')) return argv;
  return ['help', ...argv.filter((word) => !word.startsWith('-')).slice(0, 2)];
}

async function runInWords(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (trouble) {
    const words = await troubleInWords(trouble);
    if (words === null) throw trouble;
    return { kind: 'refused', words, shown: '', json: { refused: words } };
  }
}

function tell(session: Session, command: Command, outcome: Outcome, wantsJson: boolean): number {
  if (outcome.kind === 'misused') return misuse(session, outcome.words, command);
  if (wantsJson) session.stdout.write(`${JSON.stringify(outcome.json)}\n`);
  if (outcome.kind === 'done') {
    if (!wantsJson && outcome.words !== '') session.stdout.write(ended(outcome.words));
    return 0;
  }
  if (!wantsJson && outcome.shown !== '') session.stdout.write(ended(outcome.shown));
  session.stderr.write(ended(outcome.words));
  return 1;
}

function misuse(session: Session, words: string, command: Command | null): number {
  session.stderr.write(ended(words));
  if (command) session.stderr.write(`Usage: ${usageLine(command)}\n`);
  return 2;
}

function ended(words: string): string {
  return words.endsWith('\n') ? words : `${words}\n`;
}
