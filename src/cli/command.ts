import type { Config } from '../config.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { Store } from '../use-cases/ports/store.ts';

/** Where a command reads and writes. The process's own streams fit, and so does a list in a test. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

/** What every command is handed. */
export interface Session extends Terminal {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Opens another database than the one that the settings name; a command closes what it opens. */
  readonly openStore?: () => Promise<Store>;
  /** All commands there are, for `help`. */
  readonly commands: readonly Command[];
}

/** One command of `bcp`, complete: the help is made from the same declaration that is run. */
export interface Command {
  /** What is typed to run it: `plan import`. */
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly does: string;
  /** What else is to be known before it is used; each a sentence or two. */
  readonly notes?: readonly string[];
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  run(session: Session, input: Input): Promise<Outcome>;
}

export interface CommandArgument {
  /** In capitals, as it stands in the usage line. */
  readonly name: string;
  readonly about: string;
  readonly needed: boolean;
  /** True where all words that follow belong to it. */
  readonly many?: boolean;
}

export interface CommandOption {
  /** Without its two hyphens. */
  readonly name: string;
  /** What follows it, in capitals; null for a switch. */
  readonly takes: string | null;
  readonly about: string;
  readonly needed?: boolean;
}

/** What was typed after the command's name, checked against its declaration. */
export interface Input {
  /** The arguments in order; those that were left out are not there. */
  readonly words: readonly string[];
  /** The value of an option; null when it was not given. */
  option(name: string): string | null;
  /** Whether a switch was given. */
  has(name: string): boolean;
}

/**
 * How a command ended. `done` is exit status 0, `refused` 1, `misused` 2. Words are for a person; `json` is what `--json` prints in their
 * place. `shown` goes to stdout although the command was refused (a list of findings); `words` of a refusal go to stderr.
 */
export type Outcome =
  | { readonly kind: 'done'; readonly words: string; readonly json: unknown }
  | { readonly kind: 'refused'; readonly words: string; readonly shown: string; readonly json: unknown }
  | { readonly kind: 'misused'; readonly words: string };

/** It is done. `json` is what a script is told. */
export function done(words: string, json: unknown = { done: words }): Outcome {
  return { kind: 'done', words, json };
}

/** It is not done, and the sentence says why and what would be right. */
export function refused(words: string, json: unknown = { refused: words }, shown = ''): Outcome {
  return { kind: 'refused', words, json, shown };
}

/** The command was not understood; the usage line follows the sentence. */
export function misused(words: string): Outcome {
  return { kind: 'misused', words };
}

export const jsonOption: CommandOption = {
  name: 'json',
  takes: null,
  about: 'Print one JSON value and nothing else.',
};
export const partnershipOption: CommandOption = {
  name: 'partnership',
  takes: 'CODE',
  about: 'Which partnership, where the installation serves several.',
};
export const asOption: CommandOption = {
  name: 'as',
  takes: 'PERSON',
  about: 'Who does it, by e-mail address or full name. Without it: the administrator of this machine.',
};
export const asNeeded: CommandOption = {
  name: 'as',
  takes: 'PERSON',
  about: 'Who does it, by e-mail address or full name; their rights count.',
  needed: true,
};
export const asReader: CommandOption = {
  name: 'as',
  takes: 'PERSON',
  about: 'Who asks, by e-mail address or full name; they see what they may see.',
  needed: true,
};
