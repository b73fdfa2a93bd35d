import { addDays, type LocalDate } from '../kit/local-date.ts';
import type { ComingDate } from '../documents/digest/digest-picture.ts';
import { cycleCalendar, packFreezesOn } from '../plan/cycle-calendar.ts';
import { addMonths, monthInWords } from '../plan/month.ts';
import type { Plan } from '../plan/plan.ts';
import type { Meeting } from './ports/board-records.ts';
import type { Cycle } from './ports/cycle-records.ts';

/** How far a board looks ahead: a quarter. */
const daysAhead = 92;

/** What happens in the next months, by date: the next round of asking, the meeting and its pack, reviews, directed targets. */
export function comingDates(
  plan: Plan,
  cycle: Cycle,
  meeting: Meeting | null,
  from: LocalDate,
): readonly ComingDate[] {
  const next = addMonths(cycle.month, 1);
  const { days } = cycleCalendar(next, cycle.settings);
  const dates: ComingDate[] = [
    { on: days.prompt, words: `owners are asked about ${monthInWords(next)}` },
    { on: days.close, words: `${monthInWords(next)} closes` },
    ...(meeting === null
      ? []
      : [
          { on: packFreezesOn(meeting.on, cycle.settings), words: `the pack for ${meeting.title} is frozen` },
          { on: meeting.on, words: `${meeting.title} meets` },
        ]),
    ...plan.reviews.map(({ on, title }) => ({ on, words: title })),
    ...plan.directions.flatMap(({ title, targets }) =>
      targets.map(({ due, text }) => ({ on: due, words: `due under ${title}: ${text}` })),
    ),
  ];
  const until = addDays(from, daysAhead);
  return dates
    .filter(({ on }) => on > from && on <= until)
    .sort((first, second) => (first.on < second.on ? -1 : Number(first.on > second.on)));
}
