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
  const words = heard.text.replace(addressed, '').trim();
  if (!addressed.test(heard.text) && heard.place.kind === 'channel') return saying();
  const stranger = await refuseWithoutRole(deps, actor, heard.eventKey);
  if (stranger) return saying(stranger);
  const run = (command: string) => runCommand(deps, actor, command, heard);
  return heard.place.kind === 'personal' && isAnswerInWords(heard.text)
    ? answerInWords(deps, actor, { ...heard, text: words }, run)
    : run(words);
}

/** Whether what is typed in a personal chat answers the prompt, rather than being a command. */
export function isAnswerInWords(text: string): boolean {
  const isCommand = addressed.exec(text)?.[1] !== undefined;
  return !isCommand && !commandNamed(text.replace(addressed, '').trim());
}
