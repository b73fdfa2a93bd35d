import { parseArgs } from 'node:util';
import { nearest } from '../imports/near-spelling.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Command, Input } from './command.ts';

/** What was typed after a command's name, checked against its declaration; or a sentence saying what is wrong. */
export function readInput(command: Command, typed: readonly string[]): Result<Input, string> {
  const parsed = parse(command, typed);
  if (!parsed.ok) return parsed;
  const { words, values } = parsed.value;
  const missing = command.arguments.filter(({ needed }) => needed)[words.length];
  if (missing) return failure(`${missing.name} is missing: ${missing.about}`);
  const takesMany = command.arguments.at(-1)?.many === true;
  const extra = words[command.arguments.length];
  if (extra !== undefined && !takesMany)
    return failure(`"${extra}" is one word too many. Put a name with spaces in quotation marks.`);
  const lacking = command.options.find(({ name, needed }) => needed === true && values[name] === undefined);
  if (lacking) return failure(`--${lacking.name} ${lacking.takes ?? ''} is missing: ${lacking.about}`);
  const empty = command.options.find(({ name }) => values[name] === '');
  if (empty) return failure(`--${empty.name} has nothing after it: ${empty.about}`);
  return success({
    words,
    option: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : null;
    },
    has: (name) => values[name] === true,
  });
}

interface Parsed {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

function parse(command: Command, typed: readonly string[]): Result<Parsed, string> {
  try {
    const { positionals, values, tokens } = parseArgs({
      args: [...typed],
      options: Object.fromEntries(
        command.options.map(({ name, takes }) => [name, { type: takes === null ? 'boolean' : 'string' }]),
      ),
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return failure(`--${twice} is given twice. Give it once.`);
    return success({ words: positionals, values });
  } catch (trouble) {
    const sentence = inWords(command, trouble);
    if (sentence === null) throw trouble;
    return failure(sentence);
  }
}

/** Node's own complaint about an option as a sentence of ours; null where it is something else. */
function inWords(command: Command, trouble: unknown): string | null {
  if (!(trouble instanceof TypeError) || !('code' in trouble)) return null;
  const option = /'(?:-\w, )?-{0,2}([^\s'=]*)/.exec(trouble.message)?.[1] ?? '';
  if (trouble.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return unknownOption(command, option);
  if (trouble.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return null;
  const known = command.options.find(({ name }) => name === option);
  if (known?.takes === null) return `--${option} takes nothing after it.`;
  return `--${option} has nothing after it: ${known?.about ?? ''}`;
}

function unknownOption(command: Command, option: string): string {
  const names = command.options.map(({ name }) => name);
  const near = nearest(option, names);
  if (near !== null) return `There is no option --${option}. Did you mean --${near}?`;
  const known =
    names.length === 0 ? 'It has none.' : `Its options are: ${names.map((name) => `--${name}`).join(', ')}.`;
  return `"bcp ${command.name}" has no option --${option}. ${known}`;
}
