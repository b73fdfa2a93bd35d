import type { Measure, Suppression, Unit } from '../../src/plan/plan.ts';
import type { ValueContent } from '../../src/plan/value.ts';

/** Fewer than 5: what most of the plan's measures hide. */
export const upToFour: Suppression = { hideUpTo: 4, hideZero: false, roundTo: null };

export function measureOf(
  unit: Unit,
  suppression: Suppression = upToFour,
  parts: Partial<Measure> = {},
): Measure {
  return {
    code: 'I28',
    indicatorCode: 'I28',
    themeCode: 'offer',
    label: 'Children with an EHCP awaiting specialist placement > 12 weeks',
    unit,
    polarity: 'lower',
    collection: { every: 'month', periodKind: 'month', monthsBack: 1 },
    source: 'local',
    asksFraction: false,
    baseline: null,
    targets: [],
    tolerance: { kind: 'absolute', amount: 1 },
    minimumChange: 1,
    suppression,
    sensitive: false,
    sumOf: [],
    notes: [],
    ...parts,
  };
}

export function given(value: number | null, parts: Partial<ValueContent> = {}): ValueContent {
  return {
    state: 'value',
    value,
    numerator: null,
    denominator: null,
    provisional: false,
    embargoUntil: null,
    ...parts,
  };
}
