import type { Actor, Deps } from '../deps.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { answerInWords } from './answer-in-words.ts';
import { refuseWithoutRole } from '../refuse-stranger.ts';
import { commandNamed, runCommand } from './run-command.ts';

/** `/bcp status safe`, `@bcp status safe`, `bcp: status safe`: all the same command. */
const addressed = /^\s*(?:(\/bcp\b)|<at>bcp<\/at>|@bcp\b[:,]?|bcp\b[:,]?)\s*/i;

/**
 * Somebody types something. With `/bcp` it is a command, and so is what is said to bcp in a channel; in a personal chat what begins with
 * one of its commands is that command and everything else an answer to the prompt. Anything else in a channel is nobody's business.
 */
export async function hear(deps: Deps, actor: Actor, heard: Heard): Promise<Answer> {
  const match = addressed.exec(heard.text);
  const words = heard.text.replace(addressed, '').trim();
  if (!match && heard.place.kind === 'channel') return saying();
  const stranger = await refuseWithoutRole(deps, actor, heard.eventKey);
  if (stranger) return saying(stranger);
  const run = (command: string) => runCommand(deps, actor, command, heard);
  const isCommand = match?.[1] !== undefined || heard.place.kind === 'channel' || commandNamed(words);
  return isCommand ? run(words) : answerInWords(deps, actor, { ...heard, text: words }, run);
}
