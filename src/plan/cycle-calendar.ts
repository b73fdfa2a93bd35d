import type { LocalDate } from '../kit/local-date.ts';
import { londonInstant } from '../kit/london.ts';
import type { CycleSettings } from './cycle-settings.ts';
import type { Month } from './month.ts';
import { clearWorkingDaysBefore, nthWorkingDay } from './working-days.ts';

/** The London days of one cycle. */
export interface CycleDays {
  readonly prompt: LocalDate;
  readonly nudges: readonly LocalDate[];
  readonly deputy: LocalDate;
  readonly themeLead: LocalDate;
  readonly close: LocalDate;
  readonly moderationFrom: LocalDate;
  readonly moderationUntil: LocalDate;
  readonly digest: LocalDate;
}

/** When everything in the cycle of one month happens, as days for people and as instants for jobs. */
export interface CycleCalendar {
  readonly month: Month;
  readonly days: CycleDays;
  readonly promptAt: Date;
  readonly nudgesAt: readonly Date[];
  readonly deputyAt: Date;
  readonly themeLeadAt: Date;
  /** Answers count up to this instant; from it on, what has no answer is "no update". */
  readonly closesAt: Date;
  readonly moderationUntil: Date;
  readonly digestAt: Date;
}

/** What happens in a cycle, in the order in which it happens. */
export const cycleEventNames = [
  'prompt',
  'nudge_1',
  'nudge_2',
  'deputy',
  'theme_lead',
  'close',
  'moderation_ends',
  'digest',
] as const;
export type CycleEventName = (typeof cycleEventNames)[number];

export interface CycleEvent {
  readonly name: CycleEventName;
  readonly at: Date;
}

/** The calendar of a month's cycle. The settings must be without problems (`cycleSettingsProblems`). */
export function cycleCalendar(month: Month, settings: CycleSettings): CycleCalendar {
  const dayOf = (n: number) => nthWorkingDay(month, n, settings.closedDays);
  const days: CycleDays = {
    prompt: dayOf(settings.promptDay),
    nudges: settings.nudgeDays.map(dayOf),
    deputy: dayOf(settings.deputyDay),
    themeLead: dayOf(settings.themeLeadDay),
    close: dayOf(settings.closeDay),
    moderationFrom: dayOf(settings.moderationFromDay),
    moderationUntil: dayOf(settings.moderationUntilDay),
    digest: dayOf(settings.digestDay),
  };
  return {
    month,
    days,
    promptAt: londonInstant(days.prompt, settings.promptTime),
    nudgesAt: days.nudges.map((day) => londonInstant(day, settings.nudgeTime)),
    deputyAt: londonInstant(days.deputy, settings.nudgeTime),
    themeLeadAt: londonInstant(days.themeLead, settings.nudgeTime),
    closesAt: londonInstant(days.close, settings.closeTime),
    moderationUntil: londonInstant(days.moderationUntil, settings.moderationTime),
    digestAt: londonInstant(days.digest, settings.digestTime),
  };
}

/** Everything that happens in a cycle, in time order; fewer than eight where there are fewer than two nudges. */
export function cycleEvents(calendar: CycleCalendar): readonly CycleEvent[] {
  const instants: Readonly<Record<CycleEventName, Date | undefined>> = {
    prompt: calendar.promptAt,
    nudge_1: calendar.nudgesAt[0],
    nudge_2: calendar.nudgesAt[1],
    deputy: calendar.deputyAt,
    theme_lead: calendar.themeLeadAt,
    close: calendar.closesAt,
    moderation_ends: calendar.moderationUntil,
    digest: calendar.digestAt,
  };
  return cycleEventNames.flatMap((name) => {
    const at = instants[name];
    return at ? [{ name, at }] : [];
  });
}

/** The first event after this instant; null when the cycle is over. */
export function nextEvent(calendar: CycleCalendar, after: Date): CycleEvent | null {
  return cycleEvents(calendar).find(({ at }) => at > after) ?? null;
}

/** The day on which the pack for a meeting is frozen: what changes later goes to the next meeting. */
export function packFreezesOn(meeting: LocalDate, settings: CycleSettings): LocalDate {
  return clearWorkingDaysBefore(meeting, settings.packClearDays, settings.closedDays);
}
