import { nearest } from '../imports/near-spelling.ts';
import type { Command } from './command.ts';

/** A command with the words that follow its name, or what to say where there is none. */
export type FoundCommand =
  | { readonly kind: 'found'; readonly command: Command; readonly rest: readonly string[] }
  | { readonly kind: 'unknown'; readonly words: string };

/** The command these words begin with; the longest name counts. A wrong one is told which it was probably meant to be. */
export function findCommand(commands: readonly Command[], typed: readonly string[]): FoundCommand {
  for (const length of [2, 1]) {
    const name = typed.slice(0, length).join(' ');
    const command = commands.find((each) => each.name === name && name.split(' ').length === length);
    if (command) return { kind: 'found', command, rest: typed.slice(length) };
  }
  return { kind: 'unknown', words: notACommand(commands, typed) };
}

function notACommand(commands: readonly Command[], typed: readonly string[]): string {
  const words = typed.filter((word) => !word.startsWith('-')).slice(0, 2);
  const [first = typed[0] ?? ''] = words;
  const family = commandsBelow(commands, first);
  if (family.length > 0 && words.length === 1)
    return `"${first}" is not a whole command. ${oneOf(family.map(({ name }) => name))}`;
  const written = words.join(' ') || first;
  const names = commands.map(({ name }) => name);
  const near = nearest(written, names) ?? nearest(first, names) ?? nearInFamily(family, words[1] ?? '');
  if (near !== null) return `There is no command "${written}". Did you mean "bcp ${near}"?`;
  if (family.length > 0) return `There is no command "${written}". ${oneOf(family.map(({ name }) => name))}`;
  const families = [...new Set(names.map((name) => name.split(' ')[0] ?? name))];
  const meant = nearest(first, families);
  return meant === null
    ? `There is no command "${first}". "bcp help" lists them all.`
    : `There is no command "${first}". Did you mean "bcp ${meant}"?`;
}

/** `bcp plan` for `plan check` and `plan import`. */
export function commandsBelow(commands: readonly Command[], first: string): readonly Command[] {
  return commands.filter(({ name }) => name.startsWith(`${first} `));
}

function nearInFamily(family: readonly Command[], second: string): string | null {
  const seconds = family.map(({ name }) => name.split(' ')[1] ?? '');
  const index = seconds.indexOf(nearest(second, seconds) ?? '');
  return family[index]?.name ?? null;
}

function oneOf(names: readonly string[]): string {
  return `The commands are: ${names.map((name) => `bcp ${name}`).join(', ')}.`;
}
