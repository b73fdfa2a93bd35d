import { done, misused, type Command } from '../command.ts';
import { commandsBelow, findCommand } from '../find-command.ts';
import { commandHelp, commandList } from '../usage-words.ts';

const introduction =
  'bcp: the partnership’s secretary in Slack and in Microsoft Teams. Commands for the secretariat and the administrator:';

const ending = [
  '"bcp help COMMAND" says all about one command, for example: bcp help plan import.',
  'Exit status: 0 done, 1 refused or failed (the reason is on stderr), 2 wrong usage.',
  'New here? "bcp init" says what to do first.',
].join('\n');

export const help: Command = {
  name: 'help',
  does: 'Lists the commands, or says all about one.',
  arguments: [
    { name: 'COMMAND', about: 'Such as plan import; nothing for the list.', needed: false, many: true },
  ],
  options: [],
  run({ commands }, { words }) {
    const [first] = words;
    if (first === undefined)
      return Promise.resolve(done(`${introduction}\n\n${commandList(commands)}\n${ending}`));
    const family = commandsBelow(commands, first);
    if (words.length === 1 && family.length > 0)
      return Promise.resolve(done(family.map(commandHelp).join(`${'-'.repeat(40)}\n`)));
    const found = findCommand(commands, words);
    return Promise.resolve(found.kind === 'found' ? done(commandHelp(found.command)) : misused(found.words));
  },
};
