import { monthInWords } from '../../plan/month.ts';
import { openCycle } from '../../use-cases/open-cycle.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { counted } from '../counted.ts';
import { asPerson } from '../place.ts';
import { whichMonth } from '../which-month.ts';

export const cycleOpen: Command = {
  name: 'cycle open',
  does: 'Opens a month by hand: everybody is asked once; opening it again changes nothing.',
  notes: ['Months open by themselves on their first working day while bcp runs.'],
  arguments: [{ name: 'MONTH', about: 'Such as 2026-11; otherwise this month.', needed: false }],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'open_cycle', async ({ deps, partnership, today }, actor) => {
      const month = whichMonth(input.words[0], today.slice(0, 7));
      if (!month.ok) return month.error;
      const result = await openCycle(deps, partnership.id, month.value, actor.personId);
      if (!result.ok) return refused(result.error.words);
      const { opened, prompts } = result.value;
      const asked = counted(prompts, 'person', 'people');
      const words = opened
        ? `${monthInWords(month.value)} is open: ${asked} will be asked by the bcp that runs.`
        : `${monthInWords(month.value)} had been opened before (${asked} asked); nothing was changed.`;
      return done(words, { month: month.value, opened, prompts });
    }),
};
