import { monthInWords } from '../../plan/month.ts';
import { closeCycle } from '../../use-cases/close-cycle.ts';
import { currentCycle } from '../../use-cases/cycle-context.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson } from '../place.ts';
import { whichMonth } from '../which-month.ts';

export const cycleClose: Command = {
  name: 'cycle close',
  does: 'Closes a month by hand: what has no answer becomes "no update"; closing it again changes nothing.',
  notes: ['Months close by themselves on their tenth working day at 17:00 while bcp runs.'],
  arguments: [
    { name: 'MONTH', about: 'Such as 2026-11; otherwise the newest month that was opened.', needed: false },
  ],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'close_cycle', async ({ deps, records, partnership, today }, actor) => {
      const newest = (await currentCycle(records))?.cycle.month ?? today.slice(0, 7);
      const month = whichMonth(input.words[0], newest);
      if (!month.ok) return month.error;
      const result = await closeCycle(deps, partnership.id, month.value, actor.personId);
      if (!result.ok) return refused(result.error.words);
      const { closed, noUpdate } = result.value;
      const without =
        noUpdate.length === 0 ? 'every action has an update' : `no update for ${noUpdate.join(', ')}`;
      const words = closed
        ? `${monthInWords(month.value)} is closed: ${without}.`
        : `${monthInWords(month.value)} had been closed before; nothing was changed.`;
      return done(words, { month: month.value, closed, noUpdate });
    }),
};
