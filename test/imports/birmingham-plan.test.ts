import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dueMeasures } from '../../src/plan/due-measures.ts';
import type { Measure } from '../../src/plan/plan.ts';
import { birminghamText, planOf } from './small-plan.ts';

const plan = planOf(birminghamText);
const measures = plan.indicators.flatMap((indicator) => indicator.measures);
const measure = (code: string): Measure => measures.find((one) => one.code === code)!;

/** The published plan with its line breaks and marks of emphasis taken away: a text may run over two lines of the page. */
const published = readFileSync('test/fixtures/published-plan.txt', 'utf8')
  .replaceAll('**', '')
  .replace(/\s+/g, ' ');

describe("Birmingham's plan is whole", () => {
  it('has 7 outcomes, 3 themes, 17 actions and 38 indicators that are 62 measures', () => {
    expect([
      plan.outcomes.length,
      plan.themes.length,
      plan.actions.length,
      plan.indicators.length,
      measures.length,
    ]).toEqual([7, 3, 17, 38, 62]);
    expect(
      plan.themes.map(({ code }) => plan.actions.filter((action) => action.themeCode === code).length),
    ).toEqual([4, 7, 6]);
    expect(
      plan.themes.map(({ code }) => plan.indicators.filter((one) => one.themeCode === code).length),
    ).toEqual([14, 11, 13]);
  });

  it('has the words of children and young people, the boards and the strategies', () => {
    expect([plan.voice.length, plan.alignedBoards.length, plan.alignedStrategies.length]).toEqual([16, 7, 6]);
  });

  it('gives every line of every bullet list of the published plan', () => {
    const bullets = readFileSync('test/fixtures/published-plan.txt', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .map((line) => line.slice(2).trim());

    expect([...plan.actions, ...plan.indicators].map(({ text }) => text).sort()).toEqual(bullets.sort());
  });
});

describe('the published words are untouched', () => {
  it.each([
    ['the title', [plan.title]],
    ['the ambition', [plan.ambition ?? '']],
    ['the outcomes', plan.outcomes.flatMap(({ label, statement }) => [label, statement])],
    [
      'the themes',
      plan.themes.flatMap(({ label, indicatorHeading, strapline }) => [label, indicatorHeading, strapline]),
    ],
    ['the commitment', plan.crossCutting.map(({ text }) => text)],
    ['the actions', plan.actions.map(({ text }) => text)],
    ['the indicators', plan.indicators.map(({ text }) => text)],
    ['the voice items', plan.voice.map(({ quote }) => quote)],
    ['the aligned boards', plan.alignedBoards],
    ['the aligned strategies', plan.alignedStrategies],
  ])('%s stand in the published plan word for word', (_, texts) => {
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text === '' || !published.includes(text))).toEqual([]);
  });
});

describe('nothing is invented', () => {
  it('no measure has a target or a baseline', () => {
    expect(measures.filter(({ targets, baseline }) => targets.length > 0 || baseline !== null)).toEqual([]);
  });

  it('short titles and the mapping of actions to outcomes are proposed', () => {
    expect(plan.outcomeMapping).toEqual({ state: 'proposed' });
    expect(new Set(plan.actions.map(({ shortTitleIs }) => shortTitleIs))).toEqual(new Set(['proposed']));
    expect(plan.notes[0]).toContain('Proposed until the board agrees it');
  });

  it('the statutory direction carries no day and no targets, as published', () => {
    expect(plan.directions).toMatchObject([{ issuedOn: null, targets: [] }]);
  });
});

describe('the measures are asked for when there is something to ask for', () => {
  it('monthly: the local figures and the claimant count', () => {
    const monthly = measures.filter(({ collection }) => collection.every === 'month').map(({ code }) => code);

    expect(monthly).toEqual([
      'I05', 'I15', 'I16', 'I17', 'I26', 'I27', 'I28', 'I30', 'I31a', 'I31b', 'I31c', 'I32a', 'I32b',
    ]); // prettier-ignore
  });

  it('quarterly: adoption, families in bed and breakfast, health visitor reviews', () => {
    expect(
      measures.filter(({ collection }) => collection.every === 'quarter').map(({ code }) => code),
    ).toEqual(['I20', 'I25', 'I36']);
  });

  it('never, until somebody has said what is counted: I14 and I22', () => {
    const never = measures.flatMap(({ code, collection }) => (collection.every === 'never' ? [code] : []));

    expect(never).toEqual(['I14', 'I22']);
  });

  it('in July the school census of the year still running, in November the early years of the year that ended', () => {
    const dueIn = (month: string) =>
      new Map(dueMeasures(plan, month).map((due) => [due.measure.code, due.period.key]));

    expect(dueIn('2026-07').get('I01')).toBe('2025/26');
    expect(dueIn('2026-11').get('I03a')).toBe('2025/26');
    expect(dueIn('2026-07').get('I24')).toBe('2023');
    expect(dueIn('2026-04').get('I18')).toBe('2024/25');
    expect(dueIn('2026-04').get('I09d')).toBe('2023/24');
  });

  it('Progress 8 is not asked for before October 2027, Attainment 8 is', () => {
    const dueIn = (month: string) => dueMeasures(plan, month).map((due) => due.measure.code);

    expect(dueIn('2026-10')).toContain('I07a');
    expect(dueIn('2026-10')).not.toContain('I07e');
    expect(dueIn('2027-10')).toContain('I07e');
  });
});

describe('the rules for single measures', () => {
  it('five measures have no polarity', () => {
    expect(measures.filter(({ polarity }) => polarity === 'none').map(({ code }) => code)).toEqual([
      'I19a', 'I19b', 'I22', 'I23', 'I27',
    ]); // prettier-ignore
  });

  it('small numbers are hidden as the source hides them', () => {
    expect(measure('I12a').suppression).toEqual({ hideUpTo: 7, hideZero: false, roundTo: 5 });
    expect(measure('I20').suppression).toEqual({ hideUpTo: 5, hideZero: false, roundTo: 5 });
    expect(measure('I38d').suppression).toEqual({ hideUpTo: 5, hideZero: false, roundTo: 5 });
    expect(measures.filter(({ suppression }) => suppression.hideUpTo < 4)).toEqual([]);
  });

  it('only the locations of youth violence are OFFICIAL-SENSITIVE', () => {
    expect(measures.filter(({ sensitive }) => sensitive).map(({ code }) => code)).toEqual(['I22']);
  });

  it('NEET or not known is the sum of its two parts', () => {
    expect(measure('I31c').sumOf).toEqual(['I31a', 'I31b']);
  });

  it('a score is held to a fixed distance, everything else to a tenth of its target', () => {
    const kinds = measures.map(
      ({ unit, tolerance }) => `${unit === 'score' ? 'score' : 'other'} ${tolerance.kind}`,
    );

    expect(new Set(kinds)).toEqual(new Set(['score absolute', 'other relative_percent']));
  });
});

describe('what surrounds the plan keeps its history', () => {
  it('the commissioning group ended and has the board as its successor', () => {
    const group = plan.organisations.find(({ code }) => code === 'ccg');

    expect(group).toMatchObject({ endsOn: '2022-06-30', successorCode: 'icb' });
  });

  it("the Trust's five success statements are linked to outcomes", () => {
    expect(plan.frameworks).toMatchObject([{ organisationCode: 'bct', statements: [{}, {}, {}, {}, {}] }]);
  });

  it('actions on SEND name the inspection they answer', () => {
    expect(plan.actions.find(({ code }) => code === 'IC4')?.findingCodes).toEqual([
      'SEND-2018',
      'SEND-reinspection',
    ]);
  });
});
