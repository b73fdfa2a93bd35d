import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showChange } from '../../src/guard/change.ts';
import { showSeries, type Accumulation } from '../../src/guard/series.ts';
import type { ShownFigure } from '../../src/guard/shown-figure.ts';
import { showValue } from '../../src/guard/small-numbers.ts';
import { hideInTotals } from '../../src/guard/totals.ts';
import type { Measure, Suppression } from '../../src/plan/plan.ts';
import type { Period } from '../../src/plan/period.ts';
import type { MeasureValue, ValueContent } from '../../src/plan/value.ts';
import { givenAway } from './attacker.ts';
import { given, measureOf } from './measures.ts';

const today = '2026-11-03';
const suppressions = fc.record<Suppression>({
  hideUpTo: fc.constantFrom(4, 5, 7),
  hideZero: fc.boolean(),
  roundTo: fc.constantFrom(null, 5),
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Whether the words and numbers shown would be true of this count. */
function isTrueOf(figure: ShownFigure, count: number, { hideUpTo, hideZero, roundTo }: Suppression): boolean {
  const isSmall = count === 0 ? hideZero : count <= hideUpTo;
  switch (figure.kind) {
    case 'number':
      return !isSmall && (roundTo === null ? count : Math.round(count / roundTo) * roundTo) === figure.value;
    case 'hidden':
      if (figure.because === 'protects') return count > hideUpTo;
      return figure.text.startsWith('fewer than') ? isSmall : true;
    case 'absent':
    case 'embargoed':
      return true;
  }
}

describe('a reader who knows the rules and sees parts and their total', () => {
  it('cannot work out any hidden part', () => {
    const tables = fc.record({
      suppression: suppressions,
      parts: fc.array(fc.nat(11), { minLength: 2, maxLength: 4 }),
    });
    fc.assert(
      fc.property(tables, ({ suppression, parts }) => {
        const measure = measureOf('count', suppression);
        const show = (count: number) => showValue(measure, given(count), 'public', today);

        const shown = hideInTotals(
          parts.map((count, index) => ({ code: String(index), figure: show(count) })),
          show(sum(parts)),
        );
        const figures = shown.parts.map((part) => part.figure);
        const standing = figures.flatMap((figure) =>
          figure.kind === 'number' && figure.value > 0 ? [figure.most] : [],
        );
        const couldBe = (guess: readonly number[]) =>
          isTrueOf(shown.total, sum(guess), suppression) &&
          guess.every((count, index) => {
            const figure = figures[index]!;
            const isSmallestIfProtecting =
              figure.kind !== 'hidden' ||
              figure.because === 'small' ||
              standing.every((other) => count <= other);
            return isTrueOf(figure, count, suppression) && isSmallestIfProtecting;
          });

        expect(givenAway(parts, suppression.hideUpTo, 13, couldBe)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function valueFor(period: Period, content: ValueContent): MeasureValue {
  return {
    ...content,
    id: `${period.kind} ${period.key}`,
    measureCode: 'I28',
    series: 'partnership',
    period,
    version: 1,
    source: 'local',
    byPersonId: 'person',
    platform: 'slack',
    at: new Date('2026-10-01T09:00:00Z'),
    reason: null,
  };
}

const months = ['2026-04', '2026-05', '2026-06'] as const;

function historyShown(measure: Measure, values: readonly MeasureValue[], accumulation: Accumulation) {
  const points = showSeries(measure, values, { clearance: 'public', today, accumulation });
  const changes = points
    .slice(1)
    .map((point, index) => showChange(measure, points[index]!.figure, point.figure));
  return { points, changes };
}

describe('a reader who knows the rules by heart and sees a history with its changes', () => {
  it('cannot work out a small month from year-to-date totals', () => {
    const histories = fc.record({
      suppression: fc.record({
        hideUpTo: fc.constantFrom(4, 5),
        hideZero: fc.boolean(),
        roundTo: fc.constantFrom(null, 5),
      }),
      counts: fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(histories, ({ suppression, counts }) => {
        const measure = measureOf('count', suppression);
        const show = (numbers: readonly number[]) =>
          JSON.stringify(
            historyShown(
              measure,
              months.map((key, index) =>
                valueFor({ kind: 'month', key }, given(sum(numbers.slice(0, index + 1)))),
              ),
              { kind: 'year_to_date', startsInMonth: 4 },
            ),
          );
        const seen = show(counts);

        expect(givenAway(counts, suppression.hideUpTo, 11, (guess) => show(guess) === seen)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('cannot work out a small month from its neighbours and their changes', () => {
    const measure = measureOf('count');
    const show = (numbers: readonly number[]) =>
      JSON.stringify(
        historyShown(
          measure,
          months.map((key, index) => valueFor({ kind: 'month', key }, given(numbers[index]!))),
          { kind: 'none' },
        ),
      );
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }), (counts) => {
        const seen = show(counts);

        expect(givenAway(counts, 4, 6, (guess) => show(guess) === seen)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('cannot work out a small month from the quarter it lies in, nor a small numerator from percentages', () => {
    const histories = fc.record({
      unit: fc.constantFrom('count' as const, 'percent' as const),
      counts: fc.array(fc.nat(10), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(histories, ({ unit, counts }) => {
        const measure = measureOf(unit);
        const content = (count: number, group: number) =>
          unit === 'count'
            ? given(count)
            : given((count / group) * 100, { numerator: count, denominator: group });
        const { points } = historyShown(
          measure,
          [
            ...counts.map((count, index) =>
              valueFor({ kind: 'month', key: months[index]! }, content(count, 100)),
            ),
            valueFor({ kind: 'quarter', key: '2026/27-Q1' }, content(sum(counts), 300)),
          ],
          { kind: 'none' },
        );
        const couldBe = (guess: readonly number[]) =>
          points.every(({ period, figure }) => {
            const count =
              period.kind === 'quarter'
                ? sum(guess)
                : guess[months.findIndex((month) => month === period.key)]!;
            if (unit === 'count') return isTrueOf(figure, count, measure.suppression);
            return figure.kind === 'number' ? figure.fraction?.numerator === count : true;
          });

        expect(givenAway(counts, 4, 12, couldBe)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a history as it may be shown', () => {
  const measure = measureOf('count');
  const shownKinds = (values: readonly MeasureValue[], accumulation: Accumulation = { kind: 'none' }) =>
    showSeries(measure, values, { clearance: 'public', today, accumulation }).map(
      ({ figure }) => figure.text,
    );
  const month = (key: string, value: number, parts: Partial<MeasureValue> = {}) => ({
    ...valueFor({ kind: 'month', key }, given(value)),
    ...parts,
  });

  it('hides a year-to-date total that lies two above the one before, and shows the next', () => {
    const shown = shownKinds([month('2026-04', 12), month('2026-05', 14), month('2026-06', 20)], {
      kind: 'year_to_date',
      startsInMonth: 4,
    });

    expect(shown).toEqual(['12', 'not shown, to protect a small number', '20']);
  });

  it('starts counting again when the year does', () => {
    const shown = shownKinds([month('2026-03', 90), month('2026-04', 92), month('2026-05', 93)], {
      kind: 'year_to_date',
      startsInMonth: 4,
    });

    expect(shown).toEqual(['90', '92', 'not shown, to protect a small number']);
  });

  it('hides twelve rolling months over a hidden month of the same history', () => {
    const rolling = valueFor({ kind: 'rolling_12_months', key: '2026-05' }, given(80));

    expect(shownKinds([month('2026-05', 3), month('2026-06', 9), rolling])).toContain(
      'not shown, to protect a small number',
    );
  });

  it('shows the latest version of each period only, oldest first', () => {
    const shown = shownKinds([
      month('2026-06', 30),
      month('2026-05', 20, { version: 2 }),
      month('2026-05', 10),
    ]);

    expect(shown).toEqual(['20', '30']);
  });

  it('keeps Birmingham and England apart', () => {
    const england = {
      ...valueFor({ kind: 'quarter', key: '2026/27-Q1' }, given(900)),
      series: 'england' as const,
    };

    expect(shownKinds([month('2026-04', 3), month('2026-05', 9), month('2026-06', 9), england])).toEqual([
      'fewer than 5',
      '9',
      '9',
      '900',
    ]);
  });

  it('protects a quarter inside its year (which ends when its last quarter does, and began earlier)', () => {
    const quarters = (['2026/27-Q1', '2026/27-Q2', '2026/27-Q3', '2026/27-Q4'] as const).map((key, index) =>
      valueFor({ kind: 'quarter', key }, given([3, 20, 30, 40][index]!)),
    );
    const year = valueFor({ kind: 'financial_year', key: '2026/27' }, given(93));

    expect(shownKinds([...quarters, year])).toEqual([
      'fewer than 5',
      'not shown, to protect a small number',
      '30',
      '93',
      '40',
    ]);
  });

  it('is raw for a named role', () => {
    const points = showSeries(measure, [month('2026-04', 2)], { clearance: 'named_role', today });

    expect(points[0]?.figure.text).toBe('2');
  });
});
