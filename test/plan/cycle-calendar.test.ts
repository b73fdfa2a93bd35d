import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDate, londonInstant, londonTime } from '../../src/kit/london.ts';
import { cycleCalendar, cycleEvents, nextEvent, packFreezesOn } from '../../src/plan/cycle-calendar.ts';
import {
  cycleSettingsProblems,
  defaultCycleSettings,
  type CycleSettings,
} from '../../src/plan/cycle-settings.ts';
import { addMonths } from '../../src/plan/month.ts';
import { isWorkingDay } from '../../src/plan/working-days.ts';
import { underTimeZones } from '../kit/under-time-zones.ts';

const allMonths = Array.from({ length: 132 }, (_, index) => addMonths('2023-01', index));
const someMonth = fc.constantFrom(...allMonths);

const someTime = fc.constantFrom('06:00', '09:00', '12:30', '17:00', '22:00');
const someSettings: fc.Arbitrary<CycleSettings> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 18 }), { minLength: 9, maxLength: 9 }),
    times: fc.tuple(someTime, someTime, someTime, someTime, someTime),
  })
  .map(({ days, times }) => {
    const [prompt, nudge, secondNudge, deputy, lead, close, from, until, digest] = [...days].sort(
      (a, b) => a - b,
    );
    const [promptTime, nudgeTime, closeTime, moderationTime, digestTime] = times;
    return {
      ...defaultCycleSettings,
      ...{ promptTime, nudgeTime, closeTime, moderationTime, digestTime },
      promptDay: prompt!,
      nudgeDays: [nudge!, secondNudge!],
      deputyDay: deputy!,
      themeLeadDay: lead!,
      closeDay: close!,
      moderationFromDay: from!,
      moderationUntilDay: until!,
      digestDay: digest!,
    };
  });

describe('the cycle of November 2026', () => {
  const calendar = cycleCalendar('2026-11', defaultCycleSettings);

  test('falls on these days', () => {
    expect(calendar.days).toEqual({
      prompt: '2026-11-02',
      nudges: ['2026-11-05', '2026-11-10'],
      deputy: '2026-11-11',
      themeLead: '2026-11-12',
      close: '2026-11-13',
      moderationFrom: '2026-11-16',
      moderationUntil: '2026-11-18',
      digest: '2026-11-19',
    });
  });

  test('tells its eight events in order, in winter time', () => {
    const told = cycleEvents(calendar).map(({ name, at }) => `${name} ${at.toISOString()}`);

    expect(told).toEqual([
      'prompt 2026-11-02T09:00:00.000Z',
      'nudge_1 2026-11-05T09:00:00.000Z',
      'nudge_2 2026-11-10T09:00:00.000Z',
      'deputy 2026-11-11T09:00:00.000Z',
      'theme_lead 2026-11-12T09:00:00.000Z',
      'close 2026-11-13T17:00:00.000Z',
      'moderation_ends 2026-11-18T17:00:00.000Z',
      'digest 2026-11-19T09:00:00.000Z',
    ]);
  });

  test.each([
    ['2026-10-31T12:00:00Z', 'prompt'],
    ['2026-11-02T08:59:59Z', 'prompt'],
    ['2026-11-02T09:00:00Z', 'nudge_1'],
    ['2026-11-13T16:59:59Z', 'close'],
    ['2026-11-13T17:00:00Z', 'moderation_ends'],
    ['2026-11-19T08:59:59Z', 'digest'],
    ['2026-11-19T09:00:00Z', undefined],
  ])('after %s comes %s', (after, name) => {
    expect(nextEvent(calendar, new Date(after))?.name).toBe(name);
  });
});

test('a cycle without nudges goes from the prompt to the deputy', () => {
  const calendar = cycleCalendar('2026-11', { ...defaultCycleSettings, nudgeDays: [] });

  expect(cycleEvents(calendar).map(({ name }) => name)).not.toContain('nudge_1');
  expect(nextEvent(calendar, calendar.promptAt)?.name).toBe('deputy');
});

test('the cycle of October 2026 opens in summer time, and the prompt still comes at nine', () => {
  const october = cycleCalendar('2026-10', defaultCycleSettings);

  expect(october.promptAt.toISOString()).toBe('2026-10-01T08:00:00.000Z');
  expect(october.closesAt.toISOString()).toBe('2026-10-14T16:00:00.000Z');
});

test.each([
  ['2026-12', '2026-12-01', '2026-12-14', '2026-12-18', 'Christmas comes after the digest'],
  ['2027-01', '2027-01-04', '2027-01-15', '2027-01-21', 'New Year’s Day is skipped'],
  ['2027-02', '2027-02-01', '2027-02-12', '2027-02-18', 'the shortest month'],
  ['2028-02', '2028-02-01', '2028-02-14', '2028-02-18', 'a leap year'],
  ['2027-04', '2027-04-01', '2027-04-14', '2027-04-20', 'the financial year begins'],
  ['2026-04', '2026-04-01', '2026-04-16', '2026-04-22', 'Easter falls into it'],
])('the cycle of %s opens on %s, closes on %s and reports on %s: %s', (month, prompt, close, digest) => {
  expect(cycleCalendar(month, defaultCycleSettings).days).toMatchObject({ prompt, close, digest });
});

test('days on which the partnership is closed move the cycle', () => {
  const settings = { ...defaultCycleSettings, closedDays: ['2026-11-02', '2026-11-13'] };

  expect(cycleCalendar('2026-11', settings).days).toMatchObject({
    prompt: '2026-11-03',
    close: '2026-11-17',
  });
});

test('the pack for a meeting is frozen five clear working days before it', () => {
  expect(packFreezesOn('2026-12-03', defaultCycleSettings)).toBe('2026-11-25');
  expect(packFreezesOn('2026-12-03', { ...defaultCycleSettings, packClearDays: 3 })).toBe('2026-11-27');
});

test('each month from 2023 to 2033 has one cycle, which lies within it', () => {
  for (const month of allMonths) {
    const events = cycleEvents(cycleCalendar(month, defaultCycleSettings));

    expect(events).toHaveLength(8);
    for (const { at } of events) expect(londonDate(at).slice(0, 7)).toBe(month);
  }
});

test('whatever the settings, everything happens in order, on working days, at the London time that was set', () => {
  fc.assert(
    fc.property(someMonth, someSettings, (month, settings) => {
      expect(cycleSettingsProblems(settings)).toEqual([]);

      const calendar = cycleCalendar(month, settings);
      const instants = cycleEvents(calendar).map(({ at }) => at);

      for (const at of instants) expect(isWorkingDay(londonDate(at))).toBe(true);
      instants.slice(1).forEach((at, index) => {
        expect(at.getTime()).toBeGreaterThan(instants[index]!.getTime());
      });
      expect(londonTime(calendar.promptAt)).toBe(settings.promptTime);
      expect(londonTime(calendar.closesAt)).toBe(settings.closeTime);
    }),
  );
});

test('a later month is later in every event, and its prompt comes after the digest of the month before', () => {
  fc.assert(
    fc.property(someMonth, someSettings, (month, settings) => {
      const events = cycleEvents(cycleCalendar(month, settings));
      const later = cycleEvents(cycleCalendar(addMonths(month, 1), settings));

      events.forEach(({ at }, index) => {
        expect(later[index]!.at.getTime()).toBeGreaterThan(at.getTime());
      });
      expect(later[0]!.at.getTime()).toBeGreaterThan(events[7]!.at.getTime());
    }),
  );
});

test('as time goes on, the next event never comes earlier', () => {
  const calendar = cycleCalendar('2026-11', defaultCycleSettings);
  const someInstant = fc.date({
    min: new Date('2026-10-20'),
    max: new Date('2026-12-10'),
    noInvalidDate: true,
  });
  const timeOfNext = (after: Date) => nextEvent(calendar, after)?.at.getTime() ?? Infinity;

  fc.assert(
    fc.property(someInstant, someInstant, (one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one];

      expect(timeOfNext(first)).toBeLessThanOrEqual(timeOfNext(second));
      expect(timeOfNext(first)).toBeGreaterThan(first.getTime());
    }),
  );
});

test('a machine in any zone has the same calendar, in the months of the clock changes and all others', () => {
  const calendars = underTimeZones(() =>
    allMonths.map((month) => cycleCalendar(month, defaultCycleSettings)),
  );

  for (const calendar of calendars.values()) expect(calendar).toEqual(calendars.get('UTC'));
});

test('the day after a clock change is one hour nearer or farther, never the wrong day', () => {
  const hours = (from: string, to: string) =>
    (londonInstant(to, '09:00').getTime() - londonInstant(from, '09:00').getTime()) / 3_600_000;

  expect(hours('2026-10-24', '2026-10-25')).toBe(25);
  expect(hours('2027-03-27', '2027-03-28')).toBe(23);
  expect(hours('2027-10-30', '2027-10-31')).toBe(25);
});
