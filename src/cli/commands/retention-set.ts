import { setRetention } from '../../use-cases/retention.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson } from '../place.ts';

export const retentionSet: Command = {
  name: 'retention set',
  does: 'Sets how many days one kind of thing is kept.',
  arguments: [
    {
      name: 'NAME',
      about: 'As "bcp retention show" names it: messages, questions, receipts, rounds, leavers.',
      needed: true,
    },
    { name: 'DAYS', about: 'A whole number.', needed: true },
  ],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'run_retention', async ({ deps }, actor) => {
      const set = await setRetention(deps, actor, input.words[0] ?? '', input.words[1] ?? '');
      if (!set.ok) return refused(set.error.words);
      const { name, what, keptDays } = set.value;
      return done(`${what}: kept ${keptDays} days.`, { name, days: keptDays });
    }),
};
