import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDay } from '../../src/imports/day-spellings.ts';
import { addDays, dayInWords } from '../../src/kit/local-date.ts';

it.each([
  ['2026-11-03', '2026-11-03'],
  ['3/11/2026', '2026-11-03'],
  ['03/11/2026', '2026-11-03'],
  ['3.11.2026', '2026-11-03'],
  ['3 Nov 2026', '2026-11-03'],
  ['3-Nov-2026', '2026-11-03'],
  ['3rd November 2026', '2026-11-03'],
  ['1 Sept 2026', '2026-09-01'],
  ['29/2/2028', '2028-02-29'],
])('%s is a day', (written, day) => {
  expect(readDay(written)).toBe(day);
});

it.each(['31/6/2026', '29/2/2026', '11/13/2026', '3/11/26', 'November 2026', '3 Brumaire 2026', '', 'soon'])(
  '"%s" is none',
  (written) => {
    expect(readDay(written)).toBeNull();
  },
);

it('every day is read back from each of its spellings', () => {
  fc.assert(
    fc.property(fc.nat({ max: 30_000 }), (count) => {
      const day = addDays('2000-01-01', count);
      const [year, month, date] = day.split('-').map(Number);

      expect(readDay(`${date}/${month}/${year}`)).toBe(day);
      expect(readDay(dayInWords(day))).toBe(day);
    }),
  );
});
