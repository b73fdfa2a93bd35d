import { dayWithWeekday } from '../../kit/local-date.ts';
import { londonDate, londonTime } from '../../kit/london.ts';
import { tableLines } from '../../messages/text-columns.ts';
import { cycleCalendar, cycleEvents, type CycleEvent } from '../../plan/cycle-calendar.ts';
import type { CycleSettings } from '../../plan/cycle-settings.ts';
import { addMonths, isMonth, monthInWords, type Month } from '../../plan/month.ts';
import { eventInWords } from '../../use-cases/conversation/cycle-command.ts';
import { readCycleSettings } from '../../use-cases/cycle-settings.ts';
import { done, jsonOption, misused, partnershipOption, type Command } from '../command.ts';
import { inPartnership } from '../place.ts';

const widest = 140;

export const cycleCalendarCommand: Command = {
  name: 'cycle calendar',
  does: 'Shows when everything in a month happens, or in each month of a year.',
  arguments: [{ name: 'MONTH|YEAR', about: 'Such as 2026-11 or 2026; otherwise this month.', needed: false }],
  options: [partnershipOption, jsonOption],
  run: (session, input) =>
    inPartnership(session, input, async ({ records, today }) => {
      const wanted = input.words[0] ?? today.slice(0, 7);
      const isYear = /^20\d\d$/.test(wanted);
      if (!isYear && !isMonth(wanted))
        return misused(`"${wanted}" is neither a month nor a year. Write it like 2026-11 or 2026.`);
      const settings = await readCycleSettings(records);
      const months = isYear
        ? Array.from({ length: 12 }, (_, index) => addMonths(`${wanted}-01`, index))
        : [wanted];
      const calendars = months.map((month) => ({ month, events: eventsOf(month, settings) }));
      return done(isYear ? yearInWords(calendars) : calendars.map(monthLines).join('\n'), calendars);
    }),
};

interface MonthEvents {
  readonly month: Month;
  readonly events: readonly CycleEvent[];
}

function eventsOf(month: Month, settings: CycleSettings): readonly CycleEvent[] {
  return cycleEvents(cycleCalendar(month, settings));
}

/** One event a line, with its day and London time. */
function monthLines({ month, events }: MonthEvents): string {
  const rows = events.map(({ name, at }) => [
    eventInWords(name),
    `${dayWithWeekday(londonDate(at))}, ${londonTime(at)}`,
  ]);
  return tableLines([monthInWords(month), 'London time'], rows, widest).join('\n');
}

/** One month a line. */
function yearInWords(months: readonly MonthEvents[]): string {
  const heads = ['Month', ...(months[0]?.events ?? []).map(({ name }) => eventInWords(name))];
  const rows = months.map(({ month, events }) => [
    monthInWords(month),
    ...events.map(({ at }) => shortDay(at)),
  ]);
  return tableLines(heads, rows, widest).join('\n');
}

/** `Mon 2 Nov`. */
function shortDay(at: Date): string {
  const [weekday = '', day = '', month = ''] = dayWithWeekday(londonDate(at)).split(' ');
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}
