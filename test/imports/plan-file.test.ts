import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import { brokenPlanFiles } from './broken-plan-files.ts';
import { planOf, saidOf, smallPlan, smallPlanWith } from './small-plan.ts';

describe('a plan file with a mistake is refused with the line and what would be right', () => {
  it.each(brokenPlanFiles)('$mistake', ({ text, said }) => {
    expect(saidOf(text)).toEqual(said);
  });

  it('all mistakes are said at once, from the top of the file to its end', () => {
    const text = smallPlanWith('unit: percent', 'unit: kilos')
      .replace('theme: early\n    text: Train', 'theme: erly\n    text: Train')
      .replace('ends: 2029', 'ends: 2019');

    const said = saidOf(text);

    expect(said.map((sentence) => sentence.slice(0, sentence.indexOf(')') + 1))).toEqual([
      'plan.yaml, line 1 (plan, ends)',
      'plan.yaml, line 16 (action A2, theme)',
      'plan.yaml, line 23 (indicator M1, measure 1, unit)',
    ]);
  });

  it('a file that is far too long is named as the wrong file', () => {
    const text = '# filler\n'.repeat(120_000);

    const said = saidOf(text);

    expect(said).toEqual([
      'plan.yaml, line 1 (the whole file): plan.yaml has 1080000 characters; the most that is read is 1000000. Check that it is the right file.',
    ]);
  });

  it('a file of nothing but brackets is refused and ends nothing', () => {
    expect(saidOf('['.repeat(100_000))).not.toEqual([]);
    expect(saidOf('{a: '.repeat(50_000))).not.toEqual([]);
  });

  it('a problem carries its line and column for an editor to jump to', () => {
    const read = readPlanFile(smallPlanWith('polarity: higher', 'polarity: up'), 'plan.yaml');

    expect(read).toMatchObject({
      ok: false,
      error: [{ line: 24, column: 19, where: 'indicator M1, measure 1, polarity' }],
    });
  });
});

describe('a small plan file is short to write', () => {
  it('what is left out is what most partnerships would write', () => {
    const plan = planOf(smallPlan);

    expect(plan).toMatchObject({
      kind: 'strategy',
      ambition: null,
      partnership: {
        code: 'ours',
        name: 'Our Partnership',
        boardName: 'Our Partnership Board',
        shortName: 'Our Partnership',
      },
      outcomeMapping: { state: 'proposed' },
      themes: [{ indicatorHeading: 'EARLY HELP', strapline: '' }],
      actions: [
        { shortTitle: 'Open three family hubs', shortTitleIs: 'proposed', sensitive: false, startsOn: null },
        {},
      ],
      directions: [],
      reviews: [],
    });
    expect(plan.indicators[0]?.measures).toEqual([
      {
        code: 'M1',
        indicatorCode: 'M1',
        themeCode: 'early',
        label: 'Families who found the hub useful',
        unit: 'percent',
        polarity: 'higher',
        collection: { every: 'month', periodKind: 'month', monthsBack: 1 },
        source: 'Our survey',
        asksFraction: false,
        baseline: null,
        targets: [{ from: '2026-10', value: 80 }],
        tolerance: { kind: 'relative_percent', amount: 10 },
        minimumChange: 0.5,
        suppression: { hideUpTo: 4, hideZero: false, roundTo: null },
        sensitive: false,
        sumOf: [],
        notes: [],
      },
    ]);
  });

  it('an action with a long text needs a short title', () => {
    const text = smallPlanWith('Train the people who work in them', `Train ${'all '.repeat(20)}the people`);

    expect(saidOf(text)).toEqual([
      'plan.yaml, line 15 (action A2, short_title): "short_title" is missing. Write it on a line of its own in this entry.',
    ]);
  });

  it('a file saved by another editor, with a byte order mark and CRLF, reads the same', () => {
    const saved = `\uFEFF${smallPlan.replaceAll('\n', '\r\n')}`;

    expect(planOf(saved)).toEqual(planOf(smallPlan));
  });

  it('what cannot be seen is taken out of a text that was pasted', () => {
    const plan = planOf(smallPlanWith('Open three family hubs', 'Open\u200B three\u202E family hubs'));

    expect(plan.actions[0]?.text).toBe('Open three family hubs');
  });

  it('a calendar year as a target may stand without quotes', () => {
    const text = smallPlanWith(
      'collection: monthly',
      'collection: {every: year, period: calendar_year, releases: [6]}',
    );

    expect(planOf(text.replace('from: 2026-10', 'from: 2026')).indicators[0]?.measures[0]?.targets).toEqual([
      { from: '2026', value: 80 },
    ]);
  });

  it.each([
    ['quarterly', '2026/27-Q1', { every: 'quarter', periodKind: 'quarter', monthsAfterEnd: 1 }],
    [
      '{every: quarter, months_after_end: 4}',
      '2026/27-Q1',
      { every: 'quarter', periodKind: 'quarter', monthsAfterEnd: 4 },
    ],
    ['{every: month, months_back: 2}', '2026-10', { every: 'month', periodKind: 'month', monthsBack: 2 }],
    [
      '{every: month, period: rolling_12_months}',
      '2026-10',
      { every: 'month', periodKind: 'rolling_12_months', monthsBack: 1 },
    ],
    [
      '{every: year, period: academic_year, releases: [{month: 9, status: provisional}, {month: 12, periods_back: 1}], paused_until: 2027-10}',
      '2026/27',
      {
        every: 'year',
        periodKind: 'academic_year',
        releases: [
          { month: 9, status: 'provisional', periodsBack: 0 },
          { month: 12, status: 'final', periodsBack: 1 },
        ],
        pausedUntil: '2027-10',
      },
    ],
    ['{never: Not defined yet}', '2026', { every: 'never', reason: 'Not defined yet' }],
  ])('the rhythm %s is understood', (written, target, collection) => {
    const text = smallPlanWith('collection: monthly', `collection: ${written}`).replace(
      'from: 2026-10',
      `from: ${target}`,
    );

    expect(planOf(text).indicators[0]?.measures[0]?.collection).toEqual(collection);
  });
});
