import { isLocalDate, type LocalDate } from '../kit/local-date.ts';
import { isTimeOfDay } from '../kit/london.ts';
import { monthInWords } from './month.ts';
import { countWorkingDays } from './working-days.ts';

/** When things happen in a cycle. A day is the working day of the month, counted from 1; a time is London time. */
export interface CycleSettings {
  readonly promptDay: number;
  readonly promptTime: string;
  /** At most two; silent for whoever has answered. */
  readonly nudgeDays: readonly number[];
  readonly deputyDay: number;
  readonly themeLeadDay: number;
  /** The time of day of nudges and of the words to deputies and theme leads. */
  readonly nudgeTime: string;
  readonly closeDay: number;
  readonly closeTime: string;
  readonly moderationFromDay: number;
  readonly moderationUntilDay: number;
  readonly moderationTime: string;
  readonly digestDay: number;
  readonly digestTime: string;
  /** Whole working days between the freezing of the meeting pack and the meeting. */
  readonly packClearDays: number;
  /** Days on which this partnership does not work, beside weekends and bank holidays. */
  readonly closedDays: readonly LocalDate[];
}

/** The rhythm of DESIGN section 4: asked on day 1, closed on day 10, the digest on day 14. */
export const defaultCycleSettings: CycleSettings = {
  promptDay: 1,
  promptTime: '09:00',
  nudgeDays: [4, 7],
  deputyDay: 8,
  themeLeadDay: 9,
  nudgeTime: '09:00',
  closeDay: 10,
  closeTime: '17:00',
  moderationFromDay: 11,
  moderationUntilDay: 13,
  moderationTime: '17:00',
  digestDay: 14,
  digestTime: '09:00',
  packClearDays: 5,
  closedDays: [],
};

/** No month of England has fewer working days than this, so that every cycle ends in its own month. */
const lastDay = 18;
const earliest = '06:00';
const latest = '22:00';

/** What is wrong with the settings, a sentence each, in the order of the cycle; empty when they can be used. */
export function cycleSettingsProblems(settings: CycleSettings): readonly string[] {
  const wrongDays = dayProblems(settings);
  return [
    ...wrongDays,
    ...(wrongDays.length === 0 ? orderProblems(settings) : []),
    ...timeProblems(settings),
    ...packProblems(settings),
    ...closedDayProblems(settings),
  ];
}

interface NamedDay {
  readonly name: string;
  readonly day: number;
}

function daysInOrder(settings: CycleSettings): readonly NamedDay[] {
  return [
    { name: 'the prompt', day: settings.promptDay },
    ...settings.nudgeDays.map((day, index) => ({
      name: index === 0 ? 'the first nudge' : 'the second nudge',
      day,
    })),
    { name: 'the word to the deputy', day: settings.deputyDay },
    { name: 'the word to the theme lead', day: settings.themeLeadDay },
    { name: 'the close', day: settings.closeDay },
    { name: 'the start of moderation', day: settings.moderationFromDay },
    { name: 'the end of moderation', day: settings.moderationUntilDay },
    { name: 'the digest', day: settings.digestDay },
  ];
}

function dayProblems(settings: CycleSettings): readonly string[] {
  const problems = daysInOrder(settings)
    .filter(({ day }) => !isWholeFrom(day, 1, lastDay))
    .map(
      ({ name, day }) =>
        `The day of ${name} is ${day}; it must be a working day of the month from 1 to ${lastDay}.`,
    );
  if (settings.nudgeDays.length > 2)
    problems.push(`There are ${settings.nudgeDays.length} nudges; there can be two at most.`);
  return problems;
}

function orderProblems(settings: CycleSettings): readonly string[] {
  const days = daysInOrder(settings);
  return days.flatMap((later, index) => {
    const earlier = days[index - 1];
    if (!earlier) return [];
    // Moderation may begin and end on one day; everything else has a day of its own.
    const mayShare = later.name === 'the end of moderation';
    if (earlier.day < later.day || (mayShare && earlier.day === later.day)) return [];
    return [
      `On day ${later.day} comes ${later.name}, but on day ${earlier.day} ${earlier.name}, which must come first.`,
    ];
  });
}

function timeProblems(settings: CycleSettings): readonly string[] {
  const times = [
    { name: 'the prompt', time: settings.promptTime },
    { name: 'the nudges', time: settings.nudgeTime },
    { name: 'the close', time: settings.closeTime },
    { name: 'the end of moderation', time: settings.moderationTime },
    { name: 'the digest', time: settings.digestTime },
  ];
  return times
    .filter(({ time }) => !isTimeOfDay(time) || time < earliest || time > latest)
    .map(
      ({ name, time }) =>
        `The time of ${name} is "${time}"; it must be between ${earliest} and ${latest}, written as 09:00, so that no clock change touches it.`,
    );
}

function packProblems({ packClearDays }: CycleSettings): readonly string[] {
  if (isWholeFrom(packClearDays, 0, 20)) return [];
  return [
    `The pack is frozen ${packClearDays} clear working days before a meeting; it must be a whole number from 0 to 20.`,
  ];
}

function closedDayProblems(settings: CycleSettings): readonly string[] {
  const wrong = settings.closedDays.filter((day) => !isLocalDate(day));
  if (wrong.length > 0)
    return wrong.map((day) => `The closed day "${day}" is not a day; write it as 2026-12-29.`);
  const months = [...new Set(settings.closedDays.map((day) => day.slice(0, 7)))].sort();
  return months.flatMap((month) => {
    const count = countWorkingDays(month, settings.closedDays);
    if (count >= settings.digestDay) return [];
    return [
      `The closed days leave ${count} working days in ${monthInWords(month)}, but the digest is on day ${settings.digestDay}; open some of them or hold the digest earlier.`,
    ];
  });
}

function isWholeFrom(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
