import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/kit/local-date.ts';
import {
  cycleSettingsProblems,
  defaultCycleSettings,
  type CycleSettings,
} from '../../src/plan/cycle-settings.ts';

const settingsWith = (change: Partial<CycleSettings>) => ({ ...defaultCycleSettings, ...change });

test('the rhythm the partnership starts with has no problems', () => {
  expect(cycleSettingsProblems(defaultCycleSettings)).toEqual([]);
});

test.each<[Partial<CycleSettings>, string]>([
  [{ nudgeDays: [] }, 'no nudges'],
  [{ nudgeDays: [5] }, 'one nudge'],
  [{ moderationFromDay: 12, moderationUntilDay: 12 }, 'moderation within one day'],
  [{ promptTime: '06:00', closeTime: '22:00' }, 'the earliest and the latest time'],
  [{ packClearDays: 0 }, 'a pack that is frozen the day before'],
  [{ closedDays: ['2026-12-29', '2026-12-30', '2026-12-31'] }, 'a closure between Christmas and New Year'],
])('%o is accepted: %s', (change) => {
  expect(cycleSettingsProblems(settingsWith(change))).toEqual([]);
});

describe('the order of a cycle', () => {
  test.each<[Partial<CycleSettings>, string]>([
    [
      { nudgeDays: [7, 4] },
      'On day 4 comes the second nudge, but on day 7 the first nudge, which must come first.',
    ],
    [{ promptDay: 4 }, 'On day 4 comes the first nudge, but on day 4 the prompt, which must come first.'],
    [
      { deputyDay: 7 },
      'On day 7 comes the word to the deputy, but on day 7 the second nudge, which must come first.',
    ],
    [
      { themeLeadDay: 6 },
      'On day 6 comes the word to the theme lead, but on day 8 the word to the deputy, which must come first.',
    ],
    [
      { closeDay: 9 },
      'On day 9 comes the close, but on day 9 the word to the theme lead, which must come first.',
    ],
    [
      { moderationFromDay: 14 },
      'On day 13 comes the end of moderation, but on day 14 the start of moderation, which must come first.',
    ],
    [
      { digestDay: 13 },
      'On day 13 comes the digest, but on day 13 the end of moderation, which must come first.',
    ],
  ])('%o is refused', (change, sentence) => {
    expect(cycleSettingsProblems(settingsWith(change))).toEqual([sentence]);
  });
});

test.each<[Partial<CycleSettings>, string]>([
  [{ promptDay: 0 }, 'The day of the prompt is 0; it must be a working day of the month from 1 to 18.'],
  [{ closeDay: 10.5 }, 'The day of the close is 10.5; it must be a working day of the month from 1 to 18.'],
  [{ digestDay: 19 }, 'The day of the digest is 19; it must be a working day of the month from 1 to 18.'],
  [{ nudgeDays: [3, 5, 7] }, 'There are 3 nudges; there can be two at most.'],
  [
    { closeTime: '23:00' },
    'The time of the close is "23:00"; it must be between 06:00 and 22:00, written as 09:00, so that no clock change touches it.',
  ],
  [
    { promptTime: '01:30' },
    'The time of the prompt is "01:30"; it must be between 06:00 and 22:00, written as 09:00, so that no clock change touches it.',
  ],
  [
    { digestTime: '9am' },
    'The time of the digest is "9am"; it must be between 06:00 and 22:00, written as 09:00, so that no clock change touches it.',
  ],
  [
    { packClearDays: -1 },
    'The pack is frozen -1 clear working days before a meeting; it must be a whole number from 0 to 20.',
  ],
  [{ closedDays: ['29/12/2026'] }, 'The closed day "29/12/2026" is not a day; write it as 2026-12-29.'],
  [
    { closedDays: Array.from({ length: 18 }, (_, index) => addDays('2026-12-14', index)) },
    'The closed days leave 9 working days in December 2026, but the digest is on day 14; open some of them or hold the digest earlier.',
  ],
])('%o is refused with a sentence', (change, sentence) => {
  expect(cycleSettingsProblems(settingsWith(change))).toEqual([sentence]);
});

test('every problem is told at once', () => {
  const problems = cycleSettingsProblems(
    settingsWith({ promptDay: 0, closeTime: '23:00', packClearDays: 99 }),
  );

  expect(problems).toHaveLength(3);
});
