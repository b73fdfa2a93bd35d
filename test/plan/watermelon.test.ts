import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionRatings } from '../../src/plan/rating.ts';
import { likeness } from '../../src/plan/similar-words.ts';
import { findWatermelon, type WatermelonEvidence } from '../../src/plan/watermelon.ts';
import { figureFor, monthlyMeasure, monthsFrom, sampleContent, sampleMeasure } from './rule-samples.ts';

const red = { measure: sampleMeasure(), values: [figureFor('2024', 50), figureFor('2025', 40)] };
const worse = { measure: monthlyMeasure({ targets: [] }), values: monthsFrom(0, [64, 63, 62, 61]) };
const fine = { measure: sampleMeasure(), values: [figureFor('2025', 70)] };
const evidence = (changes: Partial<WatermelonEvidence>): WatermelonEvidence => ({
  action: { code: 'IC4' },
  kind: 'update',
  content: sampleContent(),
  before: null,
  measures: [],
  ...changes,
});

describe('green outside, red inside', () => {
  test('a red measure under a green action is asked about, with its figures', () => {
    expect(findWatermelon(evidence({ measures: [fine, red] }))).toEqual({
      why: 'measure_red',
      measureCode: 'I05',
      question:
        'IC4 is green, but I05 (% of new EHC plans issued within 20 weeks) is red: 40% for calendar year 2025 is 20 percentage points short of the target of 60%, beyond tolerance, and worse than for calendar year 2024 (50%). What makes the action green all the same?',
    });
  });

  test('a complete action is asked in the same way', () => {
    const found = findWatermelon(
      evidence({ content: sampleContent({ rating: 'complete' }), measures: [red] }),
    );

    expect(found?.question).toContain('What makes the action complete all the same?');
  });

  test('a measure that got worse three times running is asked about', () => {
    expect(findWatermelon(evidence({ measures: [worse] }))).toEqual({
      why: 'measure_worse',
      measureCode: 'I05',
      question:
        'IC4 is green, but I05 (% of new EHC plans issued within 20 weeks) keeps getting worse: Worse than January 2025 (64%), 3 moves running. What is being done about it?',
    });
  });

  test("last month's words again are asked about, capitals and dots apart", () => {
    const before = sampleContent({ done: 'forty schools joined in October', next: 'Ten more in November' });

    expect(findWatermelon(evidence({ before }))).toEqual({
      why: 'same_words',
      measureCode: null,
      question: 'IC4 is green in the same words as last month. What is new since then?',
    });
  });

  test('new words, no words, and an open "no change" are not', () => {
    const before = sampleContent();
    const silent = sampleContent({ done: '', next: '' });

    expect(
      findWatermelon(
        evidence({ before, content: sampleContent({ done: 'All ninety schools have now joined.' }) }),
      ),
    ).toBeNull();
    expect(findWatermelon(evidence({ before: silent, content: silent }))).toBeNull();
    expect(findWatermelon(evidence({ before, kind: 'no_change' }))).toBeNull();
  });

  test('of several reasons the gravest is asked about, and only once', () => {
    const everything = evidence({ before: sampleContent(), measures: [worse, red] });

    expect(findWatermelon(everything)?.why).toBe('measure_red');
  });

  test('an owner who does not say green or complete is never asked', () => {
    const others = fc.constantFrom(
      ...actionRatings.filter((rating) => rating !== 'green' && rating !== 'complete'),
    );

    fc.assert(
      fc.property(others, (rating) => {
        expect(
          findWatermelon(
            evidence({ content: sampleContent({ rating }), before: sampleContent(), measures: [red, worse] }),
          ),
        ).toBeNull();
      }),
    );
  });

  test('what is asked is one question, and never says a hidden figure', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant(null)), {
      minLength: 13,
      maxLength: 20,
    });
    const count = monthlyMeasure({
      unit: 'count',
      polarity: 'lower',
      label: 'waiting',
      minimumChange: 1,
      targets: [{ from: '2023-04', value: 0 }],
      tolerance: { kind: 'absolute', amount: 0 },
      suppression: { hideUpTo: 9, hideZero: true, roundTo: null },
    });

    fc.assert(
      fc.property(values, (numbers) => {
        const question =
          findWatermelon(evidence({ measures: [{ measure: count, values: monthsFrom(0, numbers) }] }))
            ?.question ?? '?';

        expect(question.match(/\?/g)).toHaveLength(1);
        // Every figure that may be said has two digits here; periods, moves and the target are no figures of it.
        expect(question.replace(/20\d\d|\d+ moves|target of 0|IC4|I05/g, '')).not.toMatch(/\b\d\b/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('how alike two texts are', () => {
  test('a changed number leaves them nearly the same, another sentence does not', () => {
    expect(
      likeness('We trained 40 school leads in the east.', 'We trained 45 school leads in the east'),
    ).toBeGreaterThan(0.9);
    expect(likeness('We trained 40 school leads.', 'The panel met and agreed the budget.')).toBeLessThan(0.5);
  });

  test('it is between 0 and 1, the same both ways, and 1 for the same words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const alike = likeness(first, second);

        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(likeness(second, first)).toBe(alike);
        expect(likeness(`word ${first}`, `WORD, ${first}`)).toBe(1);
      }),
    );
  });
});
