import type { Collection, Measure, Plan } from '../../src/plan/plan.ts';

/** A measure of which only its code and its collection matter. */
export function measureCollected(code: string, collection: Collection): Measure {
  return {
    code,
    indicatorCode: code,
    themeCode: 'BS',
    label: `Measure ${code}`,
    unit: 'percent',
    polarity: 'higher',
    collection,
    source: 'DfE',
    asksFraction: false,
    baseline: null,
    targets: [],
    tolerance: { kind: 'absolute', amount: 1 },
    minimumChange: 0.5,
    suppression: { hideUpTo: 4, hideZero: false, roundTo: null },
    sensitive: false,
    sumOf: [],
    notes: [],
  };
}

/** A plan that consists of these measures, each an indicator of its own. */
export function planOf(measures: readonly Measure[]): Plan {
  return {
    code: 'trial',
    title: 'A plan of measures',
    kind: 'strategy',
    startsOn: '2023-04-01',
    endsOn: '2028-03-31',
    partnership: { code: 'bcypp', name: 'Partnership', boardName: 'Board', shortName: 'BCYPP' },
    ambition: null,
    outcomes: [],
    themes: [],
    crossCutting: [],
    actions: [],
    indicators: measures.map((measure) => ({
      code: measure.code,
      themeCode: measure.themeCode,
      text: measure.label,
      measures: [measure],
      notes: [],
    })),
    outcomeMapping: { state: 'proposed' },
    ratingDefinitions: [],
    voice: [],
    alignedBoards: [],
    alignedStrategies: [],
    organisations: [],
    offices: [],
    annualPriorities: [],
    directions: [],
    findings: [],
    frameworks: [],
    reviews: [],
    notes: [],
  };
}

const yearly = { every: 'year', pausedUntil: null } as const;
const final = { status: 'final', periodsBack: 0 } as const;

/** Claimants, monthly, one month behind. */
export const claimants = measureCollected('I32a', { every: 'month', periodKind: 'month', monthsBack: 1 });

/** A rolling year, two months behind. */
export const reReferrals = measureCollected('I15', {
  every: 'month',
  periodKind: 'rolling_12_months',
  monthsBack: 2,
});

/** Families in bed and breakfast, five months after each quarter. */
export const bedAndBreakfast = measureCollected('I25', {
  every: 'quarter',
  periodKind: 'quarter',
  monthsAfterEnd: 5,
});

/** Education, health and care plans: a calendar year, in June. */
export const carePlans = measureCollected('I05', {
  ...yearly,
  periodKind: 'calendar_year',
  releases: [{ month: 6, ...final }],
});

/** Care leavers: the year to March, in November. */
export const careLeavers = measureCollected('I26', {
  ...yearly,
  periodKind: 'financial_year',
  releases: [{ month: 11, ...final }],
});

/** Destinations: an academic year, in October, one year later than the last that ended. */
export const destinations = measureCollected('I11', {
  ...yearly,
  periodKind: 'academic_year',
  releases: [{ month: 10, status: 'final', periodsBack: 1 }],
});

/** Attainment 8: provisional in October, revised in February. */
export const attainment = measureCollected('I07a', {
  ...yearly,
  periodKind: 'academic_year',
  releases: [
    { month: 10, status: 'provisional', periodsBack: 0 },
    { month: 2, ...final },
  ],
});

/** Progress 8: as Attainment 8, but nothing is published before October 2027. */
export const progress = measureCollected('I07e', {
  every: 'year',
  periodKind: 'academic_year',
  releases: [
    { month: 10, status: 'provisional', periodsBack: 0 },
    { month: 2, ...final },
  ],
  pausedUntil: '2027-10',
});

/** A figure that nobody collects any more. */
export const discontinued = measureCollected('I22', { every: 'never', reason: 'no definition is agreed' });
