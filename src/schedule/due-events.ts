import { londonDate } from '../kit/london.ts';
import { cycleCalendar, cycleEvents, type CycleEvent } from '../plan/cycle-calendar.ts';
import type { CycleSettings } from '../plan/cycle-settings.ts';
import { addMonths, type Month } from '../plan/month.ts';

/** One thing to be done in one month's cycle. The slot is its name for good: a slot is done once. */
export interface DueEvent extends CycleEvent {
  readonly month: Month;
  readonly slot: string;
}

/**
 * What should have happened by now, oldest first: everything of the months that are still open, and of this month. A month that passed
 * while the machine was off, and was never opened, is not opened afterwards.
 */
export function dueEvents(
  now: Date,
  openMonths: readonly { readonly month: Month; readonly settings: CycleSettings }[],
  settings: CycleSettings,
): readonly DueEvent[] {
  const thisMonth = londonDate(now).slice(0, 7);
  const months = new Map(openMonths.map((open) => [open.month, open.settings]));
  if (!months.has(thisMonth)) months.set(thisMonth, settings);
  return [...months]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .flatMap(([month, own]) => eventsOf(month, own).filter(({ at }) => at <= now));
}

/** The next thing that will happen after now, in this month or the next. */
export function nextDueEvent(now: Date, settings: CycleSettings): DueEvent {
  const thisMonth = londonDate(now).slice(0, 7);
  const upcoming = [thisMonth, addMonths(thisMonth, 1)]
    .flatMap((month) => eventsOf(month, settings))
    .find(({ at }) => at > now);
  if (!upcoming) throw new Error('Every month has events; none was found in two.');
  return upcoming;
}

function eventsOf(month: Month, settings: CycleSettings): readonly DueEvent[] {
  return cycleEvents(cycleCalendar(month, settings)).map((event) => ({
    ...event,
    month,
    slot: `${month}:${event.name}`,
  }));
}
