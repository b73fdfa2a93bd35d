import { commandWords } from '../../../use-cases/conversation/run-command.ts';

/** Commands that show and change nothing: a second delivery of them does no harm, so no receipt is taken. */
const showing: readonly string[] = ['status', 'help', 'prompt', 'update', 'people'];

/** True when a command only shows something; what is no command at all is a request for a status. */
export function isReadOnly(words: string): boolean {
  const [first = '', ...rest] = words.trim().toLowerCase().split(/\s+/);
  if (first === 'link') return false;
  if (first === 'deliveries') return rest.length === 0;
  return showing.includes(first) || !commandWords.includes(first);
}
