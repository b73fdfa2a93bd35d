import { TZDate } from '@date-fns/tz';
import { isLocalDate, type LocalDate } from './local-date.ts';

/** The only place that names the zone: every deadline a person reads is London time. */
const zone = 'Europe/London';

/** What summer time is ahead of winter time, in milliseconds. */
const hour = 3_600_000;

/** True for `00:00` to `23:59`, written with two digits each. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The hour that was asked about last, since 1970 in UTC, and its day: London's days begin on the hour, and most questions are about now. */
let lastAsked: { readonly hour: number; readonly day: LocalDate } | null = null;

/** The calendar day it is in London at this instant. */
export function londonDate(instant: Date): LocalDate {
  const sinceEpoch = Math.floor(instant.getTime() / hour);
  if (lastAsked?.hour !== sinceEpoch) lastAsked = { hour: sinceEpoch, day: dayOf(instant) };
  return lastAsked.day;
}

function dayOf(instant: Date): LocalDate {
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
 * the hour that the clock change takes away or repeats; other times are refused by the settings. Should somebody ask
 * for such an hour all the same: of a repeated hour the first is meant, a missing one counts on in winter time.
 * Throws a RangeError for a day or a time that does not exist.
 */
export function londonInstant(day: LocalDate, time: string): Date {
  if (!isLocalDate(day)) throw new RangeError(`No such day: "${day}". A day is written as 2026-11-03.`);
  if (!isTimeOfDay(time)) throw new RangeError(`No such time of day: "${time}". A time is written as 09:00.`);
  const asWinterTime = new Date(`${day}T${time}:00Z`);
  // Read back rather than built by TZDate, whose answer for a repeated hour hangs on the zone of the process.
  const asSummerTime = new Date(asWinterTime.getTime() - hour);
  const isSummer = londonDate(asSummerTime) === day && londonTime(asSummerTime) === time;
  return isSummer ? asSummerTime : asWinterTime;
}
