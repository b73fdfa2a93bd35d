import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hiddenInTextFor,
  redactRepeatedFigures,
  significantWords,
  type HiddenInText,
} from '../../src/guard/repeated-figures.ts';
import { given, measureOf, upToFour } from './measures.ts';

const adopted = measureOf('count', upToFour, {
  code: 'I19a',
  label: 'Number of children looked after adopted in the year',
});
const hidden: readonly HiddenInText[] = [hiddenInTextFor(adopted, given(3))];
const hide = (text: string) => redactRepeatedFigures(text, hidden);
const mark = '[small number hidden]';

describe('a narrative beside a hidden figure', () => {
  it.each([
    [
      'loses the number in digits',
      'Only 3 children adopted this month.',
      `Only ${mark} children adopted this month.`,
    ],
    ['loses it in words', 'Three adoptions, all in April.', `${mark} adoptions, all in April.`],
    [
      'loses its small neighbours too',
      'Adoptions fell from 4 to 3.',
      `Adoptions fell from ${mark} to ${mark}.`,
    ],
    [
      'loses it in the next sentence',
      'Adoption is slow. Only 3 so far.',
      `Adoption is slow. Only ${mark} so far.`,
    ],
    ['loses "one child"', 'We had one child adopted.', `We had ${mark} child adopted.`],
    ['loses a couple', 'A couple of adoptions went through.', `A ${mark} of adoptions went through.`],
    ['loses an ordinal', 'The third adoption of the year.', `The ${mark} adoption of the year.`],
    ['loses the front of a fraction', '3 of 61 adopted.', `${mark} of 61 adopted.`],
    ['loses a bracketed number', 'Adopted (3), waiting (12).', `Adopted (${mark}), waiting (12).`],
  ])('%s', (_name, text, expected) => {
    expect(hide(text)).toBe(expected);
  });

  it.each([
    ['about something else', 'We opened 3 hubs and trained 4 teams.'],
    ['about larger numbers', 'Adoptions are at 74, up from 61.'],
    ['with dates', 'Adopted by 3 May 2026 or on 4/11/2026.'],
    ['with lengths of time', 'Adoption takes 3 months or 4 weeks more than before.'],
    ['with year groups, stages and codes', 'Adopted children in Year 3 and KS2; see I3 and SA2, page 4.'],
    ['with ages', 'Adopted 2-year-olds settle best.'],
    ['with money', 'Adoption support cost £3 per day.'],
    ['with percentages of something else', 'Adoption inquiries rose 4%.'],
    ['with one partnership', 'One partnership for adoption.'],
    ['with nought', 'No adoption broke down, 0 complaints.'],
  ])('keeps a sentence %s', (_name, text) => {
    expect(hide(text)).toBe(text);
  });

  it('loses nought as well where the measure hides it', () => {
    const measure = measureOf('count', { ...upToFour, hideZero: true }, { label: adopted.label });

    expect(redactRepeatedFigures('0 adopted.', [hiddenInTextFor(measure, given(0))])).toBe(
      `${mark} adopted.`,
    );
  });

  it('loses a hidden percentage, its numerator and what is left of it, however they are rounded', () => {
    const measure = measureOf('percent', upToFour, { label: '% of care leavers in suitable accommodation' });
    const figures = [hiddenInTextFor(measure, given(96.72, { numerator: 118, denominator: 122 }))];

    expect(redactRepeatedFigures('96.7% in suitable homes: 118, so 4 were not.', figures)).toBe(
      `${mark}% in suitable homes: ${mark}, so ${mark} were not.`,
    );
  });

  it('says nothing of a figure that is not hidden', () => {
    expect(redactRepeatedFigures('Only 3 adopted.', [])).toBe('Only 3 adopted.');
  });

  it('loses nothing more when it is gone through again', () => {
    const once = hide('Only 3 adopted, the third this year, 2 boys.');

    expect(hide(once)).toBe(once);
  });

  it('never repeats the number, whatever the sentence around it', () => {
    const sentences = fc.tuple(
      fc.constantFrom('Only', 'We saw', 'There were', 'Just', 'A total of', 'October:', ''),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(
        'children adopted',
        'adoptions',
        'were adopted',
        'adoptive placements',
        '- adopted',
        'adopted, of 74',
      ),
    );
    fc.assert(
      fc.property(sentences, ([opening, count, about]) => {
        expect(hide(`${opening} ${count} ${about} so far.`)).not.toMatch(new RegExp(`\\b${count}\\b`));
      }),
    );
  });
});

describe('the words that tell what a measure is about', () => {
  it('leave out what every label says', () => {
    expect(significantWords(adopted.label)).toEqual(['adopted']);
    expect(significantWords('Families with children in B&B for more than 6 weeks')).toEqual([
      'b&b',
      'bed',
      'breakfast',
    ]);
  });
});
