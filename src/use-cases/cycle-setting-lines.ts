import type { CycleSettings } from '../plan/cycle-settings.ts';
import { isLocalDate } from '../kit/local-date.ts';
import { isTimeOfDay } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';

/** One thing of the rhythm that may be set, with the words by which it is named, shown and read. */
export interface CycleSettingLine {
  /** As it is typed: `close-day`. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isLong: boolean;
  show(settings: CycleSettings): string;
  read(text: string, settings: CycleSettings): Result<CycleSettings, string>;
  /** How the rules of the rhythm speak of it, so that what they find wrong stands at its field. */
  readonly calledInRules: readonly string[];
}

type DayKey =
  | 'promptDay'
  | 'deputyDay'
  | 'themeLeadDay'
  | 'closeDay'
  | 'moderationFromDay'
  | 'moderationUntilDay'
  | 'digestDay'
  | 'packClearDays';
type TimeKey = 'promptTime' | 'nudgeTime' | 'closeTime' | 'moderationTime' | 'digestTime';

/** Every setting of the rhythm, in the order of the month. */
export const cycleSettingLines: readonly CycleSettingLine[] = [
  dayLine('prompt-day', 'promptDay', 'Everybody is asked: day', ['the prompt']),
  timeLine('prompt-time', 'promptTime', 'Everybody is asked: time', ['The time of the prompt']),
  {
    name: 'nudge-days',
    label: 'Reminders: days',
    hint: 'Two at most, for example 4 and 7; none: leave it empty or write "none".',
    isLong: false,
    calledInRules: ['the first nudge', 'the second nudge', 'nudges; there can be'],
    show: ({ nudgeDays }) => nudgeDays.join(' and '),
    read: (text, settings) => {
      const words = text
        .split(/[\s,;]+|\band\b/i)
        .filter((word) => word !== '' && !/^(?:none|no|-)$/i.test(word));
      const days = words.map((word) => wholeNumber(word));
      const nudgeDays = days.filter((day) => day !== null);
      return nudgeDays.length === days.length
        ? success({ ...settings, nudgeDays: [...nudgeDays].sort((one, other) => one - other) })
        : failure(`"${text}" is not a list of days. Write it like 4 and 7.`);
    },
  },
  timeLine('nudge-time', 'nudgeTime', 'Reminders: time', ['The time of the nudges']),
  dayLine('deputy-day', 'deputyDay', 'Deputies are asked: day', ['the word to the deputy']),
  dayLine('theme-lead-day', 'themeLeadDay', 'Theme leads are told: day', ['the word to the theme lead']),
  dayLine('close-day', 'closeDay', 'The month closes: day', ['the close']),
  timeLine('close-time', 'closeTime', 'The month closes: time', ['The time of the close']),
  dayLine('moderation-from', 'moderationFromDay', 'Moderation: first day', ['the start of moderation']),
  dayLine('moderation-until', 'moderationUntilDay', 'Moderation: last day', ['the end of moderation']),
  timeLine('moderation-time', 'moderationTime', 'Moderation ends: time', [
    'The time of the end of moderation',
  ]),
  dayLine('digest-day', 'digestDay', 'The digest is drafted: day', ['the digest', 'the digest is on day']),
  timeLine('digest-time', 'digestTime', 'The digest is drafted: time', ['The time of the digest']),
  dayLine('pack-days', 'packClearDays', 'The pack is frozen: clear working days before a meeting', [
    'The pack is frozen',
  ]),
  {
    name: 'closed-days',
    label: 'Days on which nobody works here',
    hint: 'Beside weekends and bank holidays, for example 2026-12-29 2026-12-30.',
    isLong: true,
    calledInRules: ['closed day'],
    show: ({ closedDays }) => closedDays.join(' '),
    read: (text, settings) => {
      const days = text.split(/[\s,;]+/).filter((word) => word !== '' && !/^(?:none|-)$/i.test(word));
      const wrong = days.find((day) => !isLocalDate(day));
      return wrong === undefined
        ? success({ ...settings, closedDays: [...new Set(days)].sort() })
        : failure(`"${wrong}" is not a day. Write it like 2026-12-29.`);
    },
  },
];

/** The field that a sentence of the rules is about: the one it names first; null = all of them. */
export function lineOfProblem(words: string): CycleSettingLine | null {
  const found = cycleSettingLines
    .flatMap((line) => line.calledInRules.map((called) => ({ line, called, at: words.indexOf(called) })))
    .filter(({ at }) => at >= 0)
    // "The time of the prompt" begins before "the prompt", and the longer name is the closer one.
    .sort((one, other) => one.at - other.at || other.called.length - one.called.length);
  return found[0]?.line ?? null;
}

function dayLine(
  name: string,
  key: DayKey,
  label: string,
  calledInRules: readonly string[],
): CycleSettingLine {
  return {
    name,
    label,
    hint: key === 'packClearDays' ? '' : 'A working day of the month, from 1.',
    isLong: false,
    calledInRules,
    show: (settings) => String(settings[key]),
    read: (text, settings) => {
      const day = wholeNumber(text);
      return day === null
        ? failure(`"${text}" is not a day. Write a whole number, for example ${settings[key]}.`)
        : success({ ...settings, [key]: day });
    },
  };
}

function timeLine(
  name: string,
  key: TimeKey,
  label: string,
  calledInRules: readonly string[],
): CycleSettingLine {
  return {
    name,
    label,
    hint: 'London time, for example 09:00.',
    isLong: false,
    calledInRules,
    show: (settings) => settings[key],
    read: (text, settings) => {
      const time = /^\d:\d\d$/.test(text) ? `0${text}` : text;
      return isTimeOfDay(time)
        ? success({ ...settings, [key]: time })
        : failure(`"${text}" is not a time. Write it like 09:00.`);
    },
  };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null;
}
