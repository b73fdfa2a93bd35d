import { TZDate } from '@date-fns/tz';
import type { LocalDate } from './local-date.ts';

/** The only place that names the zone: every deadline a person reads is London time. */
const zone = 'Europe/London';

/** The calendar day it is in London at this instant. */
export function londonDate(instant: Date): LocalDate {
  const local = new TZDate(instant.getTime(), zone);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`;
}

/** The time of day in London as `09:05`. */
export function londonTime(instant: Date): string {
  const local = new TZDate(instant.getTime(), zone);
  return `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`;
}

/**
 * The instant of a London day and time of day (`09:00`). Jobs stay between 06:00 and 22:00, so that none falls into
 * the hour that the clock change takes away or repeats; other times are refused by the settings.
 */
export function londonInstant(day: LocalDate, time: string): Date {
  const [hours, minutes] = time.split(':').map(Number);
  const local = new TZDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), hours ?? 0, minutes ?? 0, 0, zone);
  return new Date(local.getTime());
}
