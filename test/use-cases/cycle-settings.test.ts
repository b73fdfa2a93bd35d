import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cycleSettingsProblems,
  defaultCycleSettings,
  type CycleSettings,
} from '../../src/plan/cycle-settings.ts';
import { cycleSettingLines, lineOfProblem } from '../../src/use-cases/cycle-setting-lines.ts';

const day = fc.integer({ min: 0, max: 25 });
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const anySettings: fc.Arbitrary<CycleSettings> = fc.record({
  promptDay: day,
  promptTime: time,
  nudgeDays: fc.array(day, { maxLength: 4 }).map((days) => [...days].sort((one, other) => one - other)),
  deputyDay: day,
  themeLeadDay: day,
  nudgeTime: time,
  closeDay: day,
  closeTime: time,
  moderationFromDay: day,
  moderationUntilDay: day,
  moderationTime: time,
  digestDay: day,
  digestTime: time,
  packClearDays: day,
  closedDays: fc
    .uniqueArray(fc.constantFrom('2026-12-22', '2026-12-29', '2026-12-30'))
    .map((days) => days.sort()),
});

describe('the rhythm in words', () => {
  it('is read back as it was shown, whatever it is', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        let read = defaultCycleSettings;
        for (const line of cycleSettingLines) {
          const next = line.read(line.show(settings), read);
          expect(next.ok).toBe(true);
          if (next.ok) read = next.value;
        }

        expect(read).toEqual(settings);
      }),
    );
  });

  it('has a field for whatever the rules find wrong with it', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        for (const words of cycleSettingsProblems(settings)) expect(lineOfProblem(words)?.name).toBeDefined();
      }),
    );
  });

  it.each([
    [
      'On day 9 comes the close, but on day 9 the word to the theme lead, which must come first.',
      'close-day',
    ],
    [
      'The time of the close is "23:00"; it must be between 06:00 and 22:00, written as 09:00, so that no clock change touches it.',
      'close-time',
    ],
    ['There are 3 nudges; there can be two at most.', 'nudge-days'],
    ['The closed day "x" is not a day; write it as 2026-12-29.', 'closed-days'],
    ['The day of the digest is 0; it must be a working day of the month from 1 to 18.', 'digest-day'],
  ])('puts "%s" at its field', (words, name) => {
    expect(lineOfProblem(words)?.name).toBe(name);
  });

  it.each([
    ['close-day', 'ten'],
    ['close-day', '-1'],
    ['close-time', '9 o’clock'],
    ['nudge-days', '4 then 7'],
    ['closed-days', '2026-02-30'],
  ])('refuses %s = "%s" with what would be right', (name, text) => {
    const line = cycleSettingLines.find((each) => each.name === name);

    const read = line?.read(text, defaultCycleSettings);

    expect(read?.ok === false && read.error).toMatch(/Write (?:it like|a whole number)/);
  });
});
