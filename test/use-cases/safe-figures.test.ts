import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDirection, worsensThreeRunning } from '../../src/plan/measure-direction.ts';
import { measurePicture } from '../../src/plan/measure-picture.ts';
import { rateMeasure } from '../../src/plan/measure-rating.ts';
import type { Measure } from '../../src/plan/plan.ts';
import type { MeasureValue } from '../../src/plan/value.ts';
import { safeFigures, safeUpdate } from '../../src/use-cases/safe-figures.ts';
import { measureCollected } from '../plan/collected-measures.ts';
import { updateOf } from '../support/pictured-year.ts';

const waiting: Measure = {
  ...measureCollected('I28', { every: 'month', periodKind: 'month', monthsBack: 1 }),
  label: 'Children awaiting specialist placement',
  unit: 'count',
  suppression: { hideUpTo: 4, hideZero: false, roundTo: null },
};

/** With a target, so that it is rated; with a way that is better, so that it has a direction. */
const ranked: Measure = {
  ...waiting,
  polarity: 'lower',
  minimumChange: 0,
  targets: [{ from: '2026-01', value: 5 }],
};

function figure(
  code: string,
  month: string,
  value: number,
  change: Partial<MeasureValue> = {},
): MeasureValue {
  return {
    id: `${code} ${month} ${change.version ?? 1}`,
    measureCode: code,
    series: 'partnership',
    period: { kind: 'month', key: month },
    version: 1,
    state: 'value',
    value,
    numerator: null,
    denominator: null,
    provisional: false,
    embargoUntil: null,
    source: '',
    byPersonId: null,
    platform: 'cli',
    at: new Date('2026-11-03T10:00:00Z'),
    reason: null,
    ...change,
  };
}

const texts = (measures: readonly Measure[], values: readonly MeasureValue[], today = '2026-11-16') =>
  safeFigures(measures, values, today).shown.map(({ value, text }) => [
    value.measureCode,
    value.period.key,
    text,
  ]);

/** What a reader gets to see of a history: figures, rating, directions, the picture with its chart, and an owner's words beside it. */
function everythingShown(values: readonly MeasureValue[]): unknown {
  const { shown, hidden } = safeFigures([ranked], values, '2026-11-16');
  const safe = shown.map(({ value }) => value);
  const openedAt = new Date('2026-11-02T09:00:00Z');
  const spoken = (count: number | null) =>
    updateOf('IC4', '2026-11', 'A', () => ({ done: `${count ?? 0} children are awaiting a placement.` }));
  return {
    texts: shown.map(({ value, text }) => [value.period.key, value.value, text]),
    rating: rateMeasure(ranked, safe),
    direction: measureDirection(ranked, safe),
    worsens: worsensThreeRunning(ranked, safe),
    picture: measurePicture(ranked, shown, '2026-11', openedAt, { owner: null, mayAnswer: [] }),
    words: values.flatMap(({ value }) =>
      spoken(value).map((update) => safeUpdate(update, hidden).content?.done),
    ),
  };
}

describe('figures on their way out', () => {
  it('hide a small count and the number with it', () => {
    const { shown } = safeFigures([waiting], [figure('I28', '2026-10', 3)], '2026-11-16');

    expect(shown).toMatchObject([
      { text: 'fewer than 5', value: { state: 'suppressed', value: null, numerator: null } },
    ]);
  });

  it('leave out what is held back until its publication day', () => {
    const held = figure('I28', '2026-10', 40, { embargoUntil: '2026-11-20' });

    expect(texts([waiting], [held])).toEqual([]);
    expect(texts([waiting], [held], '2026-11-20')).toEqual([['I28', '2026-10', '40']]);
  });

  it('are the latest version of each period only', () => {
    const values = [figure('I28', '2026-10', 40), figure('I28', '2026-10', 42, { version: 2 })];

    expect(texts([waiting], values)).toEqual([['I28', '2026-10', '42']]);
  });

  it('hide one part more where a hidden part could be worked out from a shown total', () => {
    const part = (code: string): Measure => ({ ...waiting, code });
    const total: Measure = { ...waiting, code: 'T', sumOf: ['A', 'B'] };
    const values = [figure('A', '2026-10', 3), figure('B', '2026-10', 20), figure('T', '2026-10', 23)];

    const shown = texts([part('A'), part('B'), total], values);

    expect(shown.find(([code]) => code === 'A')?.[2]).toBe('fewer than 5');
    const others = shown.filter(([code]) => code !== 'A').map(([, , text]) => text);
    expect(others).toContain('not shown, to protect a small number');
  });

  it('never hold a small number, whatever is stored', () => {
    const month = fc.integer({ min: 1, max: 10 }).map((n) => `2026-${String(n).padStart(2, '0')}`);
    const values = fc.uniqueArray(fc.tuple(month, fc.integer({ min: 0, max: 30 })), {
      selector: ([key]) => key,
    });

    fc.assert(
      fc.property(values, (history) => {
        const stored = history.map(([key, value]) => figure('I28', key, value));

        const { shown } = safeFigures([waiting], stored, '2026-11-16');

        for (const { value, text } of shown) {
          expect(value.value === null || value.value === 0 || value.value > 4).toBe(true);
          expect(/^[1-4]$/.test(text)).toBe(false);
        }
        expect(shown).toHaveLength(history.length);
      }),
    );
  });

  it('look the same whichever small number is hidden, and so do directions, ratings and pictures drawn from them', () => {
    const month = fc.integer({ min: 1, max: 10 }).map((n) => `2026-${String(n).padStart(2, '0')}`);
    const points = fc.uniqueArray(
      fc.tuple(month, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 })),
      { selector: ([key]) => key, minLength: 1 },
    );

    fc.assert(
      fc.property(points, (history) => {
        const isSmall = (count: number) => count >= 1 && count <= 4;
        const first = history.map(([key, count]) => figure('I28', key, count));
        const other = history.map(([key, count, instead]) =>
          figure('I28', key, isSmall(count) ? instead : count),
        );

        expect(everythingShown(other)).toEqual(everythingShown(first));
      }),
    );
  });

  it('hide a year-to-date total that lies less than five above the last one shown, and begin anew each April', () => {
    const sinceApril: Measure = { ...waiting, yearToDateFrom: 4 };
    const values = [
      figure('I28', '2026-02', 40),
      figure('I28', '2026-03', 42),
      figure('I28', '2026-04', 6),
      figure('I28', '2026-05', 8),
      figure('I28', '2026-06', 20),
    ];

    expect(texts([sinceApril], values)).toEqual([
      ['I28', '2026-02', '40'],
      ['I28', '2026-03', 'not shown, to protect a small number'],
      ['I28', '2026-04', '6'],
      ['I28', '2026-05', 'not shown, to protect a small number'],
      ['I28', '2026-06', '20'],
    ]);
    expect(texts([waiting], values).map(([, , text]) => text)).toEqual(['40', '42', '6', '8', '20']);
  });

  it('are not repeated by an owner’s words', () => {
    const { hidden } = safeFigures([waiting], [figure('I28', '2026-10', 3)], '2026-11-16');
    const [update] = updateOf('IC4', '2026-11', 'A', () => ({
      done: '3 children are awaiting a specialist placement.',
    }));
    if (!update) throw new Error('An amber month has an update.');

    expect(safeUpdate(update, hidden).content?.done).toBe(
      '[small number hidden] children are awaiting a specialist placement.',
    );
  });

  it('leave words alone where nothing is hidden', () => {
    const [update] = updateOf('IC4', '2026-11', 'A', () => ({
      done: '3 children are awaiting a specialist placement.',
    }));
    if (!update) throw new Error('An amber month has an update.');

    expect(safeUpdate(update, [])).toBe(update);
  });
});
