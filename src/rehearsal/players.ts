import { londonInstant } from '../kit/london.ts';
import type { CycleCalendar } from '../plan/cycle-calendar.ts';
import { nthWorkingDay } from '../plan/working-days.ts';
import type { Actor } from '../use-cases/deps.ts';
import { oneOf, wholeBetween, type Random } from './random.ts';

/** How an invented person answers in a month. */
export type Manner =
  'form' | 'words' | 'no_change' | 'later' | 'form_then_edit' | 'words_then_undo' | 'away' | 'silent';

/** What somebody will do, and when. */
export interface PlannedAct {
  readonly at: Date;
  readonly personId: string;
  readonly manner: Manner;
  /** 1 for what follows a first act (the edit, the answer after "later"). */
  readonly step: 0 | 1;
}

const manners: readonly Manner[] = [
  'form',
  'form',
  'form',
  'words',
  'words',
  'words',
  'no_change',
  'later',
  'form_then_edit',
  'words_then_undo',
  'away',
  'silent',
];

/** Who does what in a month: most answer in time, some after a reminder, some never. `isFirst`: nothing to be "the same as" yet. */
export function planActs(
  random: Random,
  calendar: CycleCalendar,
  people: readonly Pick<Actor, 'personId'>[],
  isFirst: boolean,
): readonly PlannedAct[] {
  const acts = people.flatMap(({ personId }): readonly PlannedAct[] => {
    const chosen = oneOf(random, manners);
    const manner = isFirst && chosen === 'no_change' ? 'form' : chosen;
    if (manner === 'silent') return [];
    const isLate = random() < 0.25;
    const first = momentIn(random, calendar, isLate ? 6 : 1, isLate ? 9 : 5);
    const follows = manner === 'form_then_edit' || manner === 'words_then_undo' || manner === 'later';
    const acts: PlannedAct[] = [{ at: first, personId, manner, step: 0 }];
    if (follows) acts.push({ at: momentIn(random, calendar, isLate ? 9 : 6, 9), personId, manner, step: 1 });
    return acts;
  });
  return [...acts].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.personId < other.personId ? -1 : 1),
  );
}

/** Some minute of a working day between two days of the cycle, in office hours. */
function momentIn(random: Random, calendar: CycleCalendar, firstDay: number, lastDay: number): Date {
  const day = nthWorkingDay(calendar.month, wholeBetween(random, firstDay, lastDay));
  const hour = String(wholeBetween(random, 9, 16)).padStart(2, '0');
  const minute = String(wholeBetween(random, 5, 55)).padStart(2, '0');
  return londonInstant(day, `${hour}:${minute}`);
}
