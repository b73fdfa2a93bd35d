import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesFilters, statusFilters, type StatusFilter } from '../../src/plan/status-filters.ts';
import { printStatusQuery } from '../../src/plan/status-print.ts';
import { readStatusQuery } from '../../src/plan/status-query.ts';
import { everything, namedTargets } from '../../src/plan/status-target.ts';
import { slipsBetween } from '../../src/plan/spelling.ts';
import { birmingham } from './birmingham-plan.ts';

const people = [
  { id: 'p1', name: 'Priya Nair' },
  { id: 'p2', name: 'June Brown' },
  { id: '5f0c1d2e-7a3b-4c55-9e10-00ab12cd34ef', name: 'Priya Nair' },
  { id: 'p3', name: 'Zoë Adams' },
  { id: 'p4', name: 'Amber Green' },
  { id: 'p5', name: "Siân O'Neill" },
];
const organisations = [
  { code: 'bcc', name: 'Birmingham City Council' },
  { code: 'bct', name: "Birmingham Children's Trust" },
  { code: 'wmp', name: 'West Midlands Police' },
];
const read = (words: string) => readStatusQuery(words, birmingham, people, organisations, '2026-11');

/** What was understood, on one line: the target, the filters, the month, how. */
function understood(words: string): string {
  const reading = read(words);
  if (reading.kind === 'unknown') return 'unknown';
  const narrowed = [...reading.filters, ...(reading.month === null ? [] : [reading.month])].join(' ');
  if (reading.kind === 'ambiguous')
    return `ambiguous: ${reading.candidates.map(({ label }) => label).join(' | ')} ${narrowed}`.trim();
  const { kind, code } = reading.best;
  return [kind, code, narrowed, `(${reading.how})`].filter((part) => part !== '').join(' ');
}

describe('a status request', () => {
  test.each([
    ['', 'everything (exact)'],
    ['all', 'everything (exact)'],
    ['safe', 'outcome safe (exact)'],
    ['SAFE?', 'outcome safe (exact)'],
    ['how safe are we?', 'outcome safe (exact)'],
    ['happy', 'outcome happy (exact)'],
    ['safety', 'theme safety (exact)'],
    ['build safety', 'theme safety (exact)'],
    ['theme safe', 'theme safety (prefix)'],
    ['outcome safe', 'outcome safe (exact)'],
    ['city', 'theme inclusive (alias)'],
    ['join-up', 'theme offer (alias)'],
    ['our offer', 'theme offer (exact)'],
    ['ic', 'theme inclusive (alias)'],
    ['SA2', 'action SA2 (code)'],
    ['sa 2', 'action SA2 (code)'],
    ['sa-02', 'action SA2 (code)'],
    ['i5', 'indicator I05 (code)'],
    ['I31c', 'measure I31c (code)'],
    ['red', 'everything red (filter)'],
    ['mine', 'everything mine (filter)'],
    ['my actions', 'everything mine (filter)'],
    ['no update', 'everything no_update (filter)'],
    ['on hold or not started', 'everything on_hold not_started (filter)'],
    ['what changed', 'everything changed (filter)'],
    ['safe red', 'outcome safe red (exact)'],
    ['red safe', 'outcome safe red (exact)'],
    ['safety late', 'theme safety late (exact)'],
    ['mine red and amber', 'everything red amber mine (filter)'],
    ['october safe', 'outcome safe 2026-10 (exact)'],
    ['2026-10 safe', 'outcome safe 2026-10 (exact)'],
    ['safe in oct 2025', 'outcome safe 2025-10 (exact)'],
    ['december red', 'everything red 2025-12 (filter)'],
    ['last month', 'everything 2026-10 (exact)'],
    ['the status of build safety in november please', 'theme safety 2026-11 (exact)'],
    ['priya nair', 'ambiguous: Priya Nair | Priya Nair'],
    ['person p1', 'person p1 (exact)'],
    ['5f0c', 'unknown'],
    ['Zoe', 'person p3 (prefix)'],
    ['sian oneill red', 'person p5 red (exact)'],
    ['june brown', 'person p2 (exact)'],
    ['june', 'everything 2026-06 (exact)'],
    ['police', 'organisation wmp (prefix)'],
    ['bct', 'organisation bct (exact)'],
    ['vaccinations', 'action SA6 (prefix)'],
    ['digital offer', 'action JO4 (prefix)'],
    ['hap', 'outcome happy (prefix)'],
    ['saftey', 'theme safety (spelling)'],
    ['hapy', 'outcome happy (spelling)'],
    ['adms', 'person p3 (spelling)'],
    ['person amber green', 'person p4 (exact)'],
    ['organisation wmp late', 'organisation wmp late (exact)'],
    ['gren', 'everything green (spelling)'],
    ['saf', 'ambiguous: Outcome SAFE | Theme BUILD SAFETY'],
    ['inclu', 'ambiguous: Outcome INCLUDED | Theme CREATE AN INCLUSIVE CITY'],
    ['inclu red', 'ambiguous: Outcome INCLUDED | Theme CREATE AN INCLUSIVE CITY red'],
    ['birmingham', "ambiguous: Birmingham City Council | Birmingham Children's Trust"],
    ['xyzzy', 'unknown'],
  ])('“%s” is %s', (words, expected) => {
    expect(understood(words)).toBe(expected);
  });

  test('SAFE is the outcome, named in line one, and BUILD SAFETY is offered', () => {
    expect(read('safe')).toMatchObject({
      said: 'Outcome SAFE',
      otherReadings: [{ kind: 'theme', code: 'safety' }],
    });
    expect(read('safety')).toMatchObject({
      said: 'Theme BUILD SAFETY',
      otherReadings: [{ kind: 'outcome', code: 'safe' }],
    });
    expect(read('included')).toMatchObject({ otherReadings: [{ kind: 'theme', code: 'inclusive' }] });
    expect(read('happy')).toMatchObject({ otherReadings: [] });
  });

  test('line one says the filters, the month and what a slip was read as', () => {
    expect(read('safe red october')).toMatchObject({ said: 'Outcome SAFE, red, October 2026' });
    expect(read('saftey')).toMatchObject({ said: 'Reading “saftey” as Theme BUILD SAFETY' });
    expect(read('gren')).toMatchObject({ said: 'Reading “gren” as green: The whole plan, green' });
    expect(read('safe stuff')).toMatchObject({ said: 'Outcome SAFE (not read: “stuff”)' });
  });

  test('two things in one line: the first is shown, the second offered', () => {
    expect(read('SA2 JO4')).toMatchObject({ best: { code: 'SA2' }, otherReadings: [{ code: 'JO4' }] });
  });

  test('a person called Amber Green is offered beside the ratings', () => {
    expect(read('amber green')).toMatchObject({
      filters: ['amber', 'green'],
      best: { kind: 'everything' },
      otherReadings: [{ kind: 'person', code: 'p4' }],
    });
  });

  test('what is not known gets names to try', () => {
    expect(read('sefety plan 9')).not.toMatchObject({ kind: 'read', how: 'exact' });
    expect(read('xyzzy')).toMatchObject({
      said: 'Nothing in the plan is called “xyzzy”. Try: CONNECTED, JOIN UP OUR OFFER, IC1, red, mine.',
    });
    expect(read('q'.repeat(4000))).toMatchObject({ kind: 'unknown' });
  });

  test('never fails, whatever is typed, and always has a line one', () => {
    const pieces = fc.constantFrom(
      'safe',
      'red',
      'SA',
      '2',
      'october',
      '2026',
      '-',
      'theme',
      'not',
      'updated',
      '’',
      '\u{1F534}',
      '\ud800',
      '%s',
    );
    const typed = fc.oneof(
      fc.string({ maxLength: 4096, unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
    );

    fc.assert(
      fc.property(typed, (words) => {
        expect(read(words).said).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('capitals, punctuation and spaces change nothing', () => {
    const asked = fc.constantFrom(
      'safe red',
      'build safety',
      'SA2',
      'i31c',
      'inclu',
      'priya nair',
      'october safe late',
      'saftey',
    );

    fc.assert(
      fc.property(asked, fc.constantFrom('?', '!', ' ', ' ... ', '"'), (words, mark) => {
        expect(read(`${mark}${words.toUpperCase().replace(' ', ` ${mark} `)}${mark}`)).toEqual(read(words));
      }),
    );
  });

  test('what is printed for a button is read back as exactly that', () => {
    const targets = [
      everything,
      ...namedTargets(birmingham, people, organisations).map(({ target }) => target),
    ];
    const filters = fc.subarray<StatusFilter>([...statusFilters]);
    const month = fc.option(fc.constantFrom('2026-11', '2026-10', '2025-01', '2023-04'));

    fc.assert(
      fc.property(fc.constantFrom(...targets), filters, month, (target, narrowed, when) => {
        const reading = read(printStatusQuery(target, narrowed, when));

        expect(reading).toMatchObject({ kind: 'read', best: target, filters: narrowed, month: when });
      }),
      { numRuns: 500 },
    );
  });
});

describe('filters', () => {
  const facts = { shown: 'red', isLate: false, isMine: true, hasChanged: false, hasAsk: true } as const;

  test.each<[StatusFilter[], boolean]>([
    [[], true],
    [['red'], true],
    [['red', 'amber'], true],
    [['amber'], false],
    [['mine', 'red'], true],
    [['late', 'red'], false],
    [['mine', 'asks'], true],
    [['mine', 'changed'], false],
  ])('%j lets a red action of mine with an ask through: %s', (filters, passes) => {
    expect(passesFilters(filters, facts)).toBe(passes);
  });
});

describe('slips of the fingers', () => {
  test.each([
    ['saftey', 'safety', 1],
    ['safty', 'safety', 1],
    ['safely', 'safety', 1],
    ['sfaety', 'safety', 1],
    ['safe', 'safety', 2],
    ['happy', 'healthy', 4],
  ])('%s and %s are %i apart', (first, second, slips) => {
    expect(slipsBetween(first, second, 5)).toBe(slips);
  });

  test('are counted the same both ways, and not beyond what matters', () => {
    const word = fc.string({ maxLength: 12 });

    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (first, second, most) => {
        const slips = slipsBetween(first, second, most);

        expect(slips).toBe(slipsBetween(second, first, most));
        expect(slips).toBeLessThanOrEqual(most + 1);
        expect(slips === 0).toBe(first === second);
        expect(slips).toBe(Math.min(slipsBetween(first, second, 20), most + 1));
      }),
    );
  });
});
