import type { LocalDate } from '../kit/local-date.ts';
import { londonDate, londonInstant } from '../kit/london.ts';
import { cycleCalendar, cycleEvents, type CycleEvent, type CycleEventName } from '../plan/cycle-calendar.ts';
import type { CycleSettings } from '../plan/cycle-settings.ts';
import { addMonths, type Month } from '../plan/month.ts';
import { isWorkingDay } from '../plan/working-days.ts';

/** One thing to be done in one month's cycle. The slot is its name for good: a slot is done once. */
export interface DueEvent extends CycleEvent {
  readonly month: Month;
  readonly slot: string;
}

/** A month that may still have something to do, with the rhythm it was opened with. */
export interface StartedMonth {
  readonly month: Month;
  readonly settings: CycleSettings;
}

/**
 * What should have happened by now in each month, oldest first: everything of the months that are still open, and of this month. A month
 * that passed while the machine was off, and was never opened, is not opened afterwards.
 */
export function dueEvents(
  now: Date,
  openMonths: readonly StartedMonth[],
  settings: CycleSettings,
): readonly DueEvent[] {
  const thisMonth = londonDate(now).slice(0, 7);
  const months = new Map(openMonths.map((open) => [open.month, open.settings]));
  if (!months.has(thisMonth)) months.set(thisMonth, settings);
  return [...months]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .flatMap(([month, own]) => eventsOf(month, own).filter(({ at }) => at <= now));
}

/**
 * Why an event that is due is passed over; null when it is to be done. After a time in which the machine was off nobody is reminded twice in
 * a minute, asked about what they were only just asked, or chased for a month that is closing.
 */
export function whyPassedOver(
  event: DueEvent,
  due: readonly DueEvent[],
  cycle: { readonly openedAt: Date } | null,
): string | null {
  if (event.name === 'prompt') return null;
  if (cycle === null) return 'passed over: the month was never opened';
  if (!chasing.includes(event.name)) return null;
  const isDue = (name: CycleEventName) =>
    due.some((each) => each.month === event.month && each.name === name);
  if (isDue('close')) return 'passed over: the month was closing';
  if (cycle.openedAt >= event.at) return 'passed over: everybody had only just been asked';
  const later = reminders.slice(reminders.indexOf(event.name) + 1);
  return reminders.includes(event.name) && later.some(isDue)
    ? 'passed over: the next step was due as well'
    : null;
}

/** What speaks to the owners because no answer came; of several that are due at once the last one says it all. */
const reminders: readonly CycleEventName[] = ['nudge_1', 'nudge_2', 'deputy'];
const chasing: readonly CycleEventName[] = [...reminders, 'theme_lead'];

/**
 * The day for which an open month wants its morning round now: a working day after the prompts went out and before the close, from the hour
 * of the reminders on. Null = none.
 */
export function dueRound(now: Date, { month, settings }: StartedMonth): LocalDate | null {
  const today = londonDate(now);
  const { days, closesAt } = cycleCalendar(month, settings);
  if (today <= days.prompt || now >= closesAt) return null;
  if (!isWorkingDay(today, settings.closedDays) || now < londonInstant(today, settings.nudgeTime))
    return null;
  return today;
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
