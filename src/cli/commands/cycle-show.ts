import { dayWithWeekday } from '../../kit/local-date.ts';
import { londonDate, londonTime } from '../../kit/london.ts';
import { tableLines } from '../../messages/text-columns.ts';
import { cycleEvents } from '../../plan/cycle-calendar.ts';
import { monthInWords } from '../../plan/month.ts';
import { eventInWords } from '../../use-cases/conversation/cycle-command.ts';
import {
  currentCycle,
  cycleContext,
  readDirectory,
  type CycleContext,
} from '../../use-cases/cycle-context.ts';
import type { PartnershipStore } from '../../use-cases/ports/store.ts';
import { isAnswered, readPromptFacts } from '../../use-cases/prompt-view.ts';
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

interface Standing {
  readonly month: string;
  readonly state: 'open' | 'closed';
  readonly asked: number;
  readonly answered: number;
  /** Who has not answered everything, by name. */
  readonly waitingFor: readonly string[];
  readonly events: readonly { readonly name: string; readonly at: Date; readonly isPast: boolean }[];
}

async function standingOf(records: PartnershipStore, context: CycleContext, now: Date): Promise<Standing> {
  const directory = await readDirectory(records);
  const facts = await readPromptFacts(records, context, directory);
  const { month, state } = context.cycle;
  const prompts = (await records.prompts.ofMonth(month)).filter((prompt) => prompt.state !== 'moved');
  const waiting = prompts.filter((prompt) => !isAnswered(prompt, facts));
  return {
    month,
    state,
    asked: prompts.length,
    answered: prompts.length - waiting.length,
    waitingFor: waiting.map(({ personId }) => directory.nameOf(personId)).sort(),
    events: cycleEvents(context.calendar).map(({ name, at }) => ({
      name: eventInWords(name),
      at,
      isPast: at <= now,
    })),
  };
}

function inWords({ month, state, asked, answered, waitingFor, events }: Standing): string {
  const rows = events.map(({ name, at, isPast }) => [
    name,
    `${dayWithWeekday(londonDate(at))}, ${londonTime(at)}`,
    isPast ? 'past' : '',
  ]);
  const verb = state === 'open' ? 'is open' : 'is closed';
  return [
    `${monthInWords(month)} ${verb}: ${answered} of ${asked} people have answered everything.`,
    ...(waitingFor.length === 0
      ? []
      : [`${state === 'open' ? 'Waiting for' : 'Not complete'}: ${waitingFor.join(', ')}.`]),
    '',
    ...tableLines(['What', 'When (London time)', ''], rows, 100),
  ].join('\n');
}
