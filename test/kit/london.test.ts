import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/kit/local-date.ts';
import { isTimeOfDay, londonDate, londonInstant, londonTime } from '../../src/kit/london.ts';
import { underTimeZones } from './under-time-zones.ts';

const days = fc.integer({ min: 0, max: 4017 }).map((count) => addDays('2023-01-01', count));
const workingTimes = fc
  .record({ hour: fc.integer({ min: 6, max: 21 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('nine in the morning in London', () => {
  test.each([
    ['2026-10-24', '2026-10-24T08:00:00.000Z', 'the day before the clocks go back'],
    ['2026-10-25', '2026-10-25T09:00:00.000Z', 'the day the clocks go back in 2026'],
    ['2027-03-27', '2027-03-27T09:00:00.000Z', 'the day before the clocks go forward'],
    ['2027-03-28', '2027-03-28T08:00:00.000Z', 'the day the clocks go forward in 2027'],
    ['2027-10-30', '2027-10-30T08:00:00.000Z', 'the last day of summer time in 2027'],
    ['2027-10-31', '2027-10-31T09:00:00.000Z', 'the day the clocks go back in 2027'],
    ['2028-02-29', '2028-02-29T09:00:00.000Z', 'a leap day'],
  ])('on %s is %s: %s', (day, instant) => {
    expect(londonInstant(day, '09:00').toISOString()).toBe(instant);
  });
});

describe('what it is in London at an instant', () => {
  test.each([
    ['2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
    ['2027-03-28T00:59:00Z', '2027-03-28', '00:59'],
    ['2027-03-28T01:00:00Z', '2027-03-28', '02:00'],
    ['2027-06-30T23:15:00Z', '2027-07-01', '00:15'],
    ['2026-12-31T23:59:00Z', '2026-12-31', '23:59'],
  ])('%s is %s at %s', (instant, day, time) => {
    const moment = new Date(instant);

    expect([londonDate(moment), londonTime(moment)]).toEqual([day, time]);
  });
});

describe('the hours that a clock change takes away or repeats', () => {
  test('of a repeated hour the first is meant', () => {
    expect(londonInstant('2026-10-25', '01:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('a missing hour counts on in winter time', () => {
    expect(londonInstant('2027-03-28', '01:30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  test('the same is read on a machine in any zone', () => {
    const answers = underTimeZones(() =>
      ['2026-10-25', '2027-03-28', '2027-10-31'].flatMap((day) =>
        ['00:00', '00:30', '01:00', '01:30', '02:00', '09:00', '17:00'].map((time) => {
          const instant = londonInstant(day, time);
          return `${instant.toISOString()} ${londonDate(instant)} ${londonTime(instant)}`;
        }),
      ),
    );

    for (const answer of answers.values()) expect(answer).toEqual(answers.get('UTC'));
  });
});

test('a day and a working time, made an instant, read back as the same day and time', () => {
  fc.assert(
    fc.property(days, workingTimes, (day, time) => {
      const instant = londonInstant(day, time);

      expect([londonDate(instant), londonTime(instant)]).toEqual([day, time]);
    }),
  );
});

test('a later time in London is a later instant', () => {
  fc.assert(
    fc.property(days, workingTimes, days, workingTimes, (day, time, otherDay, otherTime) => {
      const inWords = `${day}T${time}` < `${otherDay}T${otherTime}`;
      const inTime = londonInstant(day, time) < londonInstant(otherDay, otherTime);

      expect(inTime).toBe(inWords);
    }),
  );
});

test('a day or a time that does not exist is refused', () => {
  expect(() => londonInstant('2026-02-30', '09:00')).toThrow('No such day: "2026-02-30"');
  expect(() => londonInstant('2026-11-03', '9am')).toThrow('No such time of day: "9am"');
});

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['9:00', false],
  ['09:60', false],
  ['09:00:00', false],
])('whether "%s" is a time of day: %s', (text, answer) => {
  expect(isTimeOfDay(text)).toBe(answer);
});
