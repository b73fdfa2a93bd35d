import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionRatings, type ActionRating, type ShownRating } from '../../src/plan/rating.ts';
import { questionsAboutUpdate } from '../../src/plan/update-questions.ts';
import { checkUpdate, needsPathToGreen, type UpdateContext } from '../../src/plan/update-rules.ts';
import type { UpdateContent } from '../../src/plan/update.ts';
import { sampleContent } from './rule-samples.ts';

const november: UpdateContext = {
  kind: 'update',
  previousMonthRating: 'green',
  ratingDefinitions: [],
  today: '2026-11-03',
  firstOfMonth: '2026-11-01',
};
const path = { what: 'Recruit two psychologists', who: 'Priya Nair', by: '2026-11-30' };

const wordsOf = (changes: Partial<UpdateContent>, context: Partial<UpdateContext> = {}) =>
  checkUpdate(sampleContent(changes), { ...november, ...context }).map(
    ({ field, words }) => `${field}: ${words}`,
  );

describe('what an update must say', () => {
  test('green with a line is enough, and so is green without one', () => {
    expect(wordsOf({})).toEqual([]);
    expect(wordsOf({ done: '', next: '' })).toEqual([]);
  });

  test('a first amber may stand alone', () => {
    expect(wordsOf({ rating: 'amber', done: '' })).toEqual([]);
  });

  test('red must say what happened and how it gets back to green', () => {
    expect(wordsOf({ rating: 'red', done: ' ' })).toEqual([
      'pathToGreen: This is red. Say what will get it back to green, who will do it, and by when.',
      'done: This is red. Say in a line what has happened, even if nothing has changed.',
    ]);
  });

  test('amber for the second month running must do so too', () => {
    expect(wordsOf({ rating: 'amber' }, { previousMonthRating: 'amber' })).toEqual([
      'pathToGreen: This is amber for the second month running. Say what will get it back to green, who will do it, and by when.',
    ]);
    expect(wordsOf({ rating: 'amber', pathToGreen: path }, { previousMonthRating: 'amber' })).toEqual([]);
  });

  test('no change needs no words, but a line where it is red again', () => {
    expect(wordsOf({ done: '' }, { kind: 'no_change' })).toEqual([]);
    expect(
      wordsOf(
        { rating: 'red', done: '', pathToGreen: path },
        { kind: 'no_change', previousMonthRating: 'red' },
      ),
    ).toEqual(['done: This is red. Say in a line what has happened, even if nothing has changed.']);
  });

  test('every part of a path to green that is missing or wrong is named', () => {
    expect(wordsOf({ rating: 'red', pathToGreen: { what: '', who: ' ', by: '2026-11-02' } })).toEqual([
      'pathToGreen.what: Path to green: say what will be done.',
      'pathToGreen.who: Path to green: say who will do it.',
      'pathToGreen.by: Path to green: 2 November 2026 has passed. Give a day from 3 November 2026 onwards.',
    ]);
    expect(wordsOf({ rating: 'red', pathToGreen: { ...path, by: '2026-02-30' } })).toEqual([
      'pathToGreen.by: Path to green: there is no day “2026-02-30”. Write it as 2026-11-30.',
    ]);
  });

  test('today is not in the past', () => {
    expect(wordsOf({ rating: 'red', pathToGreen: { ...path, by: '2026-11-03' } })).toEqual([]);
  });

  test('a late correction may promise from the first of its month', () => {
    const red = { rating: 'red', pathToGreen: path } as const;

    expect(wordsOf(red, { today: '2026-12-20' })).toHaveLength(1);
    expect(wordsOf(red, { today: '2026-12-20', kind: 'correction' })).toEqual([]);
  });

  test('not started needs a day to come', () => {
    expect(wordsOf({ rating: 'not_started' })).toEqual([
      'startsOn: Not started needs the day on which it will start.',
    ]);
    expect(wordsOf({ rating: 'not_started', startsOn: '2026-10-01' })).toEqual([
      'startsOn: The start, 1 October 2026, has passed. Give a new day, or rate the action as it stands.',
    ]);
    expect(wordsOf({ rating: 'not_started', startsOn: '2027-01-04' })).toEqual([]);
  });

  test('on hold needs a decision of the board, not only its notice', () => {
    const refusal = ['ask: On hold needs a decision of the board. Say what you ask it to agree or decide.'];

    expect(wordsOf({ rating: 'on_hold' })).toEqual(refusal);
    expect(wordsOf({ rating: 'on_hold', ask: { verb: 'note', what: 'We wait', by: null } })).toEqual(refusal);
    expect(wordsOf({ rating: 'on_hold', ask: { verb: 'decide', what: 'Stop or go on', by: null } })).toEqual(
      [],
    );
  });

  test('an ask says something, and by a day to come', () => {
    expect(wordsOf({ ask: { verb: 'agree', what: '', by: '2026-10-01' } })).toEqual([
      'ask.what: Say what the board should agree.',
      'ask.by: Ask of the board: 1 October 2026 has passed. Give a day from 3 November 2026 onwards.',
    ]);
  });

  test('a text that is too long is told by how much, and nothing is cut', () => {
    expect(wordsOf({ done: 'x'.repeat(1612) })).toEqual([
      'done: What was done has 1,612 characters; the most is 1,500. Please shorten it by 112.',
    ]);
    expect(wordsOf({ evidence: ['y'.repeat(300), 'z'.repeat(301)] })).toEqual([
      'evidence: This piece of evidence has 301 characters; the most is 300. Please shorten it by 1.',
    ]);
  });

  test('a rating that the plan does not define is refused with those it does', () => {
    const definitions = [
      { rating: 'green', text: 'On track' },
      { rating: 'red', text: 'Off track' },
    ] as const;

    expect(wordsOf({ rating: 'complete' }, { ratingDefinitions: definitions })).toEqual([
      'rating: This plan does not use “Complete”. Choose one of: Green, Red.',
    ]);
  });
});

describe('what is asked, and never refused', () => {
  const asked = (changes: Partial<UpdateContent>) =>
    questionsAboutUpdate(sampleContent(changes), '2026-11-03').map(({ field }) => field);

  test('complete wants something that shows it', () => {
    expect(asked({ rating: 'complete' })).toEqual(['evidence']);
    expect(asked({ rating: 'complete', evidence: ['https://example.org/report'] })).toEqual([]);
  });

  test('a rating without a word, and a promise more than a year away', () => {
    expect(asked({ done: '' })).toEqual(['done']);
    expect(asked({ rating: 'red', pathToGreen: { ...path, by: '2062-11-30' } })).toEqual(['pathToGreen.by']);
    expect(asked({ rating: 'red', pathToGreen: { ...path, by: '2027-11-03' } })).toEqual([]);
  });
});

describe('for every update', () => {
  const previous = fc.constantFrom<ShownRating | null>(null, ...actionRatings, 'no_update', 'awaited');
  const rating = fc.constantFrom<ActionRating>(...actionRatings);
  const text = fc.string({ maxLength: 20 });
  const day = fc.constantFrom('2026-11-02', '2026-11-03', '2027-01-31', 'tomorrow');
  const content: fc.Arbitrary<UpdateContent> = fc.record({
    rating,
    done: text,
    next: text,
    pathToGreen: fc.option(fc.record({ what: text, who: text, by: day })),
    ask: fc.option(
      fc.record({ verb: fc.constantFrom('agree', 'decide', 'note'), what: text, by: fc.option(day) }),
    ),
    evidence: fc.array(text, { maxLength: 3 }),
    startsOn: fc.option(day),
  });

  test('what passes has a whole path to green wherever one is needed', () => {
    fc.assert(
      fc.property(content, previous, (update, previousMonthRating) => {
        const problems = checkUpdate(update, { ...november, previousMonthRating });
        fc.pre(problems.length === 0 && needsPathToGreen(update.rating, previousMonthRating));

        expect(update.pathToGreen?.what.trim()).toBeTruthy();
        expect(update.pathToGreen?.who.trim()).toBeTruthy();
        expect((update.pathToGreen?.by ?? '') >= november.today).toBe(true);
        expect(update.done.trim()).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });

  test('every problem is a sentence, and only red or a second amber need a path', () => {
    fc.assert(
      fc.property(content, previous, (update, previousMonthRating) => {
        const problems = checkUpdate(update, { ...november, previousMonthRating });

        for (const problem of problems) expect(problem.words).toMatch(/^[A-Z].*\.$/s);
        expect(needsPathToGreen(update.rating, previousMonthRating)).toBe(
          update.rating === 'red' || (update.rating === 'amber' && previousMonthRating === 'amber'),
        );
      }),
    );
  });
});
