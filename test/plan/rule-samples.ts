import type { Absence, Role, RoleKind, RoleScope } from '../../src/plan/people.ts';
import type { Period, PeriodKind } from '../../src/plan/period.ts';
import type { Measure } from '../../src/plan/plan.ts';
import type { UpdateContent } from '../../src/plan/update.ts';
import type { MeasureValue } from '../../src/plan/value.ts';
import { measureCollected } from './collected-measures.ts';

/** I05: percent, bigger is better, each calendar year, target 60% from 2023 with a tolerance of 10% of it. */
export function sampleMeasure(changes: Partial<Measure> = {}): Measure {
  return {
    ...measureCollected('I05', {
      every: 'year',
      periodKind: 'calendar_year',
      releases: [{ month: 6, status: 'final', periodsBack: 0 }],
      pausedUntil: null,
    }),
    label: '% of new EHC plans issued within 20 weeks',
    targets: [{ from: '2023', value: 60 }],
    tolerance: { kind: 'relative_percent', amount: 10 },
    ...changes,
  };
}

/** The same, every month. */
export function monthlyMeasure(changes: Partial<Measure> = {}): Measure {
  const collection = { every: 'month', periodKind: 'month', monthsBack: 1 } as const;
  return sampleMeasure({ collection, targets: [{ from: '2023-04', value: 60 }], ...changes });
}

/** A figure of I05 for a period of this key; null = fewer than five. */
export function figureFor(
  key: string,
  value: number | null,
  changes: Partial<MeasureValue> = {},
): MeasureValue {
  return {
    id: `value ${key}`,
    measureCode: 'I05',
    series: 'partnership',
    period: periodOf(key),
    version: 1,
    state: value === null ? 'suppressed' : 'value',
    value,
    numerator: null,
    denominator: null,
    provisional: false,
    embargoUntil: null,
    source: 'DfE',
    byPersonId: null,
    platform: 'cli',
    at: new Date('2026-11-03T09:00:00Z'),
    reason: null,
    ...changes,
  };
}

/** A month, a calendar year or a date, as the key is written. */
export function periodOf(key: string): Period {
  const kinds: Readonly<Record<number, PeriodKind>> = { 4: 'calendar_year', 7: 'month', 10: 'date' };
  return { kind: kinds[key.length] ?? 'financial_year', key };
}

/** Figures of I05 for successive months from this one on. */
export function monthsFrom(first: number, values: readonly (number | null)[]): readonly MeasureValue[] {
  return values.map((value, index) => {
    const month = first + index;
    return figureFor(`${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, value);
  });
}

export function sampleRole(
  personId: string,
  kind: RoleKind,
  scope: RoleScope | string = { kind: 'partnership' },
  startsOn = '2026-01-01',
  endsOn: string | null = null,
): Role {
  const about: RoleScope = typeof scope === 'string' ? { kind: 'action', code: scope } : scope;
  return {
    id: `${personId} ${kind} ${startsOn}`,
    personId,
    kind,
    scope: about,
    startsOn,
    endsOn,
    acceptedAt: null,
  };
}

export function sampleAbsence(
  personId: string,
  from: string,
  until: string,
  coverPersonId: string | null,
): Absence {
  return { id: `${personId} ${from}`, personId, from, until, coverPersonId };
}

export function sampleContent(changes: Partial<UpdateContent> = {}): UpdateContent {
  return {
    rating: 'green',
    done: 'Forty schools joined in October.',
    next: 'Ten more in November.',
    pathToGreen: null,
    ask: null,
    evidence: [],
    startsOn: null,
    ...changes,
  };
}
