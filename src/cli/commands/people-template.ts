import { peopleTemplate } from '../../imports/people-template.ts';
import { done, jsonOption, partnershipOption, type Command } from '../command.ts';
import { writeNewFile } from '../files.ts';
import { inPartnership } from '../place.ts';

export const peopleTemplateCommand: Command = {
  name: 'people template',
  does: 'Writes a people file to fill in: a line for each seat and an owner’s line for each action.',
  arguments: [],
  options: [
    {
      name: 'out',
      takes: 'FILE',
      about: 'The file to write; it must not be there yet. Without it: on the screen.',
    },
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) =>
    inPartnership(session, input, async ({ plan }) => {
      const template = peopleTemplate(plan);
      const path = input.option('out');
      if (path === null) return done(template, { template });
      await writeNewFile(path, [template]);
      return done(`Wrote ${path}. Fill it in with a spreadsheet, then: bcp people import ${path}`, {
        file: path,
      });
    }),
};
