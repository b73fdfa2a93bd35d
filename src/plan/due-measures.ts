import { assertNever } from '../kit/assert-never.ts';
import { addMonths, monthInWords, type Month } from './month.ts';
import { addPeriods, comparePeriods, lastPeriodEndedBefore, periodEnd } from './period-calendar.ts';
import { periodInWords } from './period-words.ts';
import type { Period } from './period.ts';
import type { Measure, Plan } from './plan.ts';

/** A figure that a cycle asks for. */
export interface DueFigure {
  /** The cycle that asks. */
  readonly month: Month;
  readonly period: Period;
  readonly status: 'provisional' | 'final';
}

export interface DueMeasure extends DueFigure {
  readonly measure: Measure;
}

/** The newest figure there is for a measure. */
export interface KnownFigure {
  readonly period: Period;
  readonly provisional: boolean;
}

/** Long enough for every yearly release to come round once. */
const monthsOfAYear = 12;

/**
 * The measures whose figures the cycle of this month asks for, in the order of the plan, each with its period. By the
 * publication calendar alone: whether a figure has been given already is for the asker to know.
 */
export function dueMeasures(plan: Plan, month: Month): readonly DueMeasure[] {
  return plan.indicators.flatMap((indicator) =>
    indicator.measures.flatMap((measure) => dueFigures(measure, month).map((due) => ({ measure, ...due }))),
  );
}

/** What one measure owes in the cycle of this month: nothing, one figure, or rarely two periods at once, newest first. */
export function dueFigures({ collection }: Measure, month: Month): readonly DueFigure[] {
  switch (collection.every) {
    case 'month': {
      const key = addMonths(month, -collection.monthsBack);
      return [{ month, period: { kind: collection.periodKind, key }, status: 'final' }];
    }
    case 'quarter': {
      const endMonth = addMonths(month, -collection.monthsAfterEnd);
      const period = lastPeriodEndedBefore('quarter', `${addMonths(endMonth, 1)}-01`);
      return periodEnd(period).startsWith(endMonth) ? [{ month, period, status: 'final' }] : [];
    }
    case 'year': {
      if (collection.pausedUntil !== null && month < collection.pausedUntil) return [];
      const newest = lastPeriodEndedBefore(collection.periodKind, `${month}-01`);
      return collection.releases
        .filter((release) => release.month === Number(month.slice(5, 7)))
        .map(({ status, periodsBack }) => ({ month, period: addPeriods(newest, -periodsBack), status }))
        .sort((one, other) => comparePeriods(other.period, one.period));
    }
    case 'never':
      return [];
    default:
      return assertNever(collection);
  }
}

/**
 * The first figure asked for in a cycle after this one; null where none is for two years. With `known`, the first
 * that would be news: a later period, or the final figure after a provisional one.
 */
export function nextDue(
  measure: Measure,
  afterMonth: Month,
  known: KnownFigure | null = null,
): DueFigure | null {
  const { collection } = measure;
  const pausedUntil = collection.every === 'year' ? collection.pausedUntil : null;
  const next = addMonths(afterMonth, 1);
  const from = pausedUntil !== null && pausedUntil > next ? pausedUntil : next;
  return figuresOver(measure, from, 2 * monthsOfAYear).find((due) => isNews(due, known)) ?? null;
}

/** Whether a figure that is asked for would tell more than the newest there is. */
export function isNews(due: DueFigure, known: KnownFigure | null): boolean {
  if (known === null) return true;
  const order = comparePeriods(due.period, known.period);
  return order > 0 || (order === 0 && known.provisional && due.status === 'final');
}

/**
 * The newest period whose figure was asked for in this cycle or in one of the eleven before it, with the last status
 * in which it was; null where nothing was.
 */
export function lastDue(measure: Measure, upToMonth: Month): DueFigure | null {
  const figures = figuresOver(measure, addMonths(upToMonth, 1 - monthsOfAYear), monthsOfAYear);
  return figures.reduce<DueFigure | null>(
    (newest, figure) =>
      newest !== null && comparePeriods(figure.period, newest.period) < 0 ? newest : figure,
    null,
  );
}

/**
 * When the next figure comes, as a sentence without its stop: `next figure due November 2026, for academic year
 * 2025/26`. With `known`, the next that would be news.
 */
export function whenNextDue(measure: Measure, afterMonth: Month, known: KnownFigure | null = null): string {
  const { collection } = measure;
  if (collection.every === 'never') return `no figure is asked for: ${collection.reason}`;
  const due = nextDue(measure, afterMonth, known);
  if (due === null) return 'no new figure is due within two years';
  const provisional = due.status === 'provisional' ? ' (provisional)' : '';
  return `next figure due ${monthInWords(due.month)}${provisional}, for ${periodInWords(due.period)}`;
}

function figuresOver(measure: Measure, from: Month, months: number): readonly DueFigure[] {
  return Array.from({ length: months }, (_, index) => dueFigures(measure, addMonths(from, index))).flat();
}
