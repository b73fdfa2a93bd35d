import { dayWithWeekday } from '../../kit/local-date.ts';
import { londonDate, londonTime } from '../../kit/london.ts';
import { progressWords, sendingWords, type ProgressFacts } from '../../messages/progress-words.ts';
import { takenOutInWords } from '../../messages/taken-out-words.ts';
import { tableLines } from '../../messages/text-columns.ts';
import { cycleEvents } from '../../plan/cycle-calendar.ts';
import { monthInWords } from '../../plan/month.ts';
import { eventInWords } from '../../use-cases/conversation/cycle-command.ts';
import { incidentsOf, type IncidentCounts } from '../../use-cases/count-incidents.ts';
import {
  currentCycle,
  cycleContext,
  readDirectory,
  type CycleContext,
} from '../../use-cases/cycle-context.ts';
import { countProgress, cycleProgress, type PersonStands } from '../../use-cases/cycle-progress.ts';
import type { PartnershipStore } from '../../use-cases/ports/store.ts';
import { done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { inPartnership } from '../place.ts';
import { whichMonth } from '../which-month.ts';

export const cycleShow: Command = {
  name: 'cycle show',
  does: 'Shows how a month stands: who has answered, who has not, and what comes next.',
  arguments: [
    { name: 'MONTH', about: 'Such as 2026-11; otherwise the newest that was opened.', needed: false },
  ],
  options: [partnershipOption, jsonOption],
  run: (session, input) =>
    inPartnership(session, input, async ({ records, deps }) => {
      const newest = await currentCycle(records);
      if (!newest)
        return refused(
          'No month has been opened yet. The first opens by itself on its first working day at 09:00 while bcp runs, or with: bcp cycle open --as PERSON',
        );
      const month = whichMonth(input.words[0], newest.cycle.month);
      if (!month.ok) return month.error;
      const context = await cycleContext(records, month.value);
      if (!context) return refused(`${monthInWords(month.value)} was never opened.`);
      const standing = await standingOf(records, context, deps.clock.now());
      return done(inWords(standing), standing);
    }),
};

interface Standing extends ProgressFacts {
  readonly month: string;
  readonly state: 'open' | 'closed';
  /** Who has not answered everything, by name. */
  readonly waitingFor: readonly string[];
  /** Who cannot be reached, by name. */
  readonly notReached: readonly string[];
  /** How often personal data was taken out this month, by kind: counts, no words and no person. */
  readonly personalDataTakenOut: IncidentCounts;
  readonly events: readonly { readonly name: string; readonly at: Date; readonly isPast: boolean }[];
}

async function standingOf(records: PartnershipStore, context: CycleContext, now: Date): Promise<Standing> {
  const directory = await readDirectory(records);
  const { month, state } = context.cycle;
  const progress = await cycleProgress(records, context, directory, londonDate(now));
  const named = (wanted: (stands: PersonStands) => boolean) =>
    progress.filter(({ stands }) => wanted(stands)).map(({ prompt }) => directory.nameOf(prompt.personId));
  return {
    month,
    state,
    ...countProgress(progress),
    waitingFor: [...named((stands) => stands !== 'answered')].sort(),
    notReached: [...named((stands) => stands === 'unreachable')].sort(),
    personalDataTakenOut: await incidentsOf(records, month),
    events: cycleEvents(context.calendar).map(({ name, at }) => ({
      name: eventInWords(name),
      at,
      isPast: at <= now,
    })),
  };
}

function inWords(standing: Standing): string {
  const { month, state, waitingFor, notReached, events } = standing;
  const rows = events.map(({ name, at, isPast }) => [
    name,
    `${dayWithWeekday(londonDate(at))}, ${londonTime(at)}`,
    isPast ? 'past' : '',
  ]);
  const takenOut = takenOutInWords(standing.personalDataTakenOut);
  const verb = state === 'open' ? 'is open' : 'is closed';
  return [
    `${monthInWords(month)} ${verb}: ${standing.answered} of ${standing.asked} people have answered everything.`,
    ...(waitingFor.length === 0
      ? []
      : [`${state === 'open' ? 'Waiting for' : 'Not complete'}: ${waitingFor.join(', ')}.`]),
    `Prompts: ${sendingWords(standing)}. ${progressWords(standing, state)}`,
    ...(notReached.length === 0 ? [] : [`Cannot be reached: ${notReached.join(', ')}.`]),
    `Personal data taken out this month: ${takenOut.length === 0 ? 'none' : takenOut.join(', ')}.`,
    '',
    ...tableLines(['What', 'When (London time)', ''], rows, 100),
  ].join('\n');
}
