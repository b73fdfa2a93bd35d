import type { Actor, Deps } from '../deps.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { answerInWords } from './answer-in-words.ts';
import { commandNamed, runCommand } from './run-command.ts';

/** `/bcp status safe`, `@bcp status safe`, `bcp: status safe`: all the same command. */
const addressed = /^\s*(?:\/bcp\b|<at>bcp<\/at>|@?bcp\b[:,]?)\s*/i;

/**
 * Somebody types something. What is addressed to bcp, or begins with one of its commands, is a command; in a personal chat everything
 * else is an answer to the prompt; in a channel it is nobody's business.
 */
export async function hear(deps: Deps, actor: Actor, heard: Heard): Promise<Answer> {
  const isAddressed = addressed.test(heard.text);
  const words = heard.text.replace(addressed, '').trim();
  const run = (command: string) => runCommand(deps, actor, command, heard);
  if (isAddressed) return run(words);
  if (heard.place.kind === 'channel') return saying();
  // "help IC5 is stuck" is an answer; "help" alone is a question. The other commands are words that no answer begins with.
  if (commandNamed(words)) return run(words);
  return answerInWords(deps, actor, heard, run);
}
