import { addDays, type LocalDate } from '../kit/local-date.ts';
import { londonDate, londonInstant } from '../kit/london.ts';
import { isWorkingDay } from './working-days.ts';

/** A working day lasts from nine to five, London time. */
const begins = '09:00';
const ends = '17:00';

/** How many working hours lie between two instants, nights, weekends and bank holidays left out; 0 when the second is not later. */
export function workingHoursBetween(from: Date, to: Date, closed: readonly LocalDate[] = []): number {
  let milliseconds = 0;
  const last = londonDate(to);
  for (let day = londonDate(from); day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(day, closed)) continue;
    const start = Math.max(from.getTime(), londonInstant(day, begins).getTime());
    const end = Math.min(to.getTime(), londonInstant(day, ends).getTime());
    milliseconds += Math.max(0, end - start);
  }
  return milliseconds / 3_600_000;
}
