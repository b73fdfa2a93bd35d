import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCheckedNhsNumber } from '../../src/guard/nhs-numbers.ts';
import { findPersonalData, maskPersonalData } from '../../src/guard/personal-data.ts';
import { isCheckedPupilNumber } from '../../src/guard/pupil-numbers.ts';

const context = {
  today: '2026-11-03',
  staffNames: ['Priya Shah', 'Hope Green'],
  organisationNames: ['Birmingham Children’s Trust'],
};
const found = (text: string) =>
  findPersonalData(text, context).map(({ type, start, end }) => [type, text.slice(start, end)]);
const masked = (text: string) => maskPersonalData(text, findPersonalData(text, context));

describe('what is found, and what stands in its place', () => {
  it('is each thing in the order in which it stands, with the words around it kept', () => {
    const text = 'Amber. NHS 943 476 5919, UPN B801200005001; call 07700 900123 or jo@example.org.';

    expect(masked(text)).toBe(
      'Amber. NHS [NHS number removed], UPN [pupil number removed]; call [phone number removed] or [e-mail address removed].',
    );
  });

  it('is named in plain words that do not repeat it', () => {
    const [finding] = findPersonalData('NHS 943 476 5919', context);

    expect(finding).toMatchObject({ type: 'nhs_number', words: 'an NHS number', certain: true });
  });

  it('is always masked for numbers with a check and dates of birth, and may be confirmed for the rest', () => {
    const certainties = (text: string) => findPersonalData(text, context).map(({ certain }) => certain);

    expect(certainties('9434765919, B801200005001, AB123456C, DOB 12/03/2014')).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(certainties('0121 303 1234, press@birmingham.gov.uk, B1 1BB')).toEqual([false, false, false]);
  });

  it('is the child’s name wherever it stands once it is clear whose it is', () => {
    expect(masked('Kai, 14, was excluded. We will see Kai on Monday.')).toBe(
      '[name removed], was excluded. We will see [name removed] on Monday.',
    );
  });

  it('is the whole of what tells which child is meant', () => {
    expect(masked('Red: a 14 year old boy from Kingstanding who was stabbed is home.')).toBe(
      'Red: [details of a child removed] is home.',
    );
  });

  it('has its place in the text as written, past signs of two units', () => {
    const text = '👩‍👧 🎉 ９４３ ４７６ ５９１９!';

    expect(found(text)).toEqual([['nhs_number', '９４３ ４７６ ５９１９']]);
  });

  it('is found although something invisible splits it', () => {
    expect(found('943\u200b476\u00ad5919')).toEqual([['nhs_number', '943\u200b476\u00ad5919']]);
  });
});

describe('what passes', () => {
  it.each([
    ['ten digits that fail the check', 'Contract 9434765918 is let.'],
    ['ten equal digits', 'Call code 1111111111.'],
    ['a pupil number with the wrong letter', 'Part C801200005001 is in stock.'],
    ['a prefix that is never given out', 'Locker GB123456A is free.'],
    ['half a postcode', 'Waits are longest in B12 and B23 9.'],
    ['an action and an ordinal', 'SA1 2nd prompt, IC3 1st, JO2 4th.'],
    ['a figure with a leading nought', 'Total 07,500 hours.'],
    ['a meeting date', 'The child protection conference is on 12/03/2026.'],
    ['an age group', '19- to 21-year-old care leavers, 16-17 year-olds NEET, under 18s.'],
    ['a councillor', 'Cllr Smith and Councillor Amy Jones asked.'],
    ['a doctor', 'Dr. Khan, 19 November, leads.'],
    ['a colleague who is known', 'Priya Shah was excluded from the invite.'],
    ['a colleague with a word for a name', 'Hope, 9 days left to answer.'],
    ['every child', 'Every 14 year old in Aston has a mentor.'],
    ['an empty text', ''],
  ])('%s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('numbers with a check', () => {
  it('know an NHS number by modulus 11', () => {
    expect(isCheckedNhsNumber('9434765919')).toBe(true);
    expect(isCheckedNhsNumber('9434765918')).toBe(false);
    expect(isCheckedNhsNumber('0000000000')).toBe(false);
    expect(isCheckedNhsNumber('999123456')).toBe(false);
  });

  it('know a pupil number by modulus 23, temporary ones too', () => {
    expect(isCheckedPupilNumber('B801200005001')).toBe(true);
    expect(isCheckedPupilNumber('P80150400088G')).toBe(true);
    expect(isCheckedPupilNumber('A801200005001')).toBe(false);
  });

  const separators = fc.constantFrom('', ' ', '-', '\u00a0', '.');
  const surroundings = fc.constantFrom('', 'Amber. ', 'NHS no ', '(', 'see ', 'x ');

  it('are never missed, whatever their digits, spacing and surroundings', () => {
    const nhsNumbers = fc.stringMatching(/^[1-9]\d{9}$/).filter(isCheckedNhsNumber);
    fc.assert(
      fc.property(nhsNumbers, separators, surroundings, (number, gap, before) => {
        const text = `${before}${number.slice(0, 3)}${gap}${number.slice(3, 6)}${gap}${number.slice(6)}, in 41 weeks`;

        expect(findPersonalData(text, context).map(({ type }) => type)).toContain('nhs_number');
        expect(masked(text).replace(/\D/g, '')).toBe('41');
      }),
      { numRuns: 500 },
    );
  });

  it('are never missed for pupils either', () => {
    const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), separators, surroundings, (digits, gap, before) => {
        const sum = Array.from(digits).reduce(
          (total, digit, place) => total + Number(digit) * (place + 2),
          0,
        );
        const number = `${letters.charAt(sum % 23)}${digits.slice(0, 3)}${gap}${digits.slice(3, 7)}${gap}${digits.slice(7)}`;

        expect(found(`${before}${number} is out of school`)).toContainEqual(['upn', number]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text at all', () => {
  const bits = fc.constantFrom(
    ...[
      '943',
      '476',
      '5919',
      ' ',
      '-',
      '.',
      '\n',
      'Jayden',
      'boy',
      'aged',
      '14',
      'from',
      'Aston',
      'only',
      'one of the',
      'Child A',
      "'s",
      'mum of',
    ],
    ...[
      '12/03/2014',
      'DOB',
      'B15 2TT',
      '07700',
      '900123',
      '@',
      'example.org',
      '(',
      ')',
      ',',
      'stabbed',
      '👩‍👧',
      '\u200b',
      '\ud83d',
      'ß',
      'Road',
      '12',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.array(bits, { maxLength: 40 }).map((parts) => parts.join(' ')),
    fc.array(bits, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('gives findings in order, inside the text and apart from each other', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text, context)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }

        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same when it is read again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findPersonalData(text, context)).toEqual(findPersonalData(text, context));
      }),
    );
  });

  it.each([
    ['digits', '1 '],
    ['digits without a gap', '1'],
    ['at signs', 'a@a'],
    ['capital words after a number', '1 Abc Def Ghi '],
    ['names and ages', 'Jayden, 9, '],
    ['children and places', 'one of the three boys from Aston who was stabbed '],
    ['only', 'the only Year 6 boy '],
    ['DOB', 'dob born birthday '],
    ['brackets', '(('],
    ['letters', 'aA'],
    ['invisible signs', '\u200b\u200d'],
  ])('is read to its end when it is 100,000 characters of %s', (_name, part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));

    expect(findPersonalData(text, context)).toBeInstanceOf(Array);
  });
});
