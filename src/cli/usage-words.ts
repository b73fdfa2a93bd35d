import { padded, wrapWords } from '../messages/text-columns.ts';
import type { Command, CommandArgument, CommandOption } from './command.ts';

const widest = 100;

/** `bcp plan import FILE [--from DAY] [--json]`. */
export function usageLine(command: Command): string {
  const pieces = [
    `bcp ${command.name}`,
    ...command.arguments.map(argumentInUsage),
    ...command.options.map(optionInUsage),
  ];
  return pieces.join(' ');
}

function argumentInUsage({ name, needed, many }: CommandArgument): string {
  const words = many === true ? `${name}…` : name;
  return needed ? words : `[${words}]`;
}

function optionInUsage(option: CommandOption): string {
  return option.needed === true ? optionWords(option) : `[${optionWords(option)}]`;
}

function optionWords({ name, takes }: CommandOption): string {
  return takes === null ? `--${name}` : `--${name} ${takes}`;
}

/** Everything there is to say about one command. */
export function commandHelp(command: Command): string {
  const rows = [
    ...command.arguments.map(({ name, about }): Row => [name, about]),
    ...command.options.map((option): Row => [optionWords(option), option.about]),
  ];
  return [
    `${wrapWords(usageLine(command), widest).join('\n    ')}\n`,
    `${wrapWords(command.does, widest).join('\n')}\n`,
    ...(rows.length === 0 ? [] : [`${columns(rows).join('\n')}\n`]),
    ...(command.notes ?? []).map((note) => `${wrapWords(note, widest).join('\n')}\n`),
  ].join('\n');
}

/** The list of commands, each with its sentence. */
export function commandList(commands: readonly Command[]): string {
  const rows = commands.map(({ name, does }): Row => [name, does]);
  return `${columns(rows).join('\n')}\n`;
}

type Row = readonly [string, string];

function columns(rows: readonly Row[]): readonly string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, about]) =>
    wrapWords(about, widest - left).map((line, index) =>
      `${padded(index === 0 ? `  ${name}` : '', left)}${line}`.trimEnd(),
    ),
  );
}
