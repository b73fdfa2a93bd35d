import { addDays } from '../kit/local-date.ts';
import { periodEnd, periodStart } from '../plan/period-calendar.ts';
import type { Unit } from '../plan/plan.ts';
import { countIn, type FigureInPeriod } from './figure-in-period.ts';
import { withheld, type ShownFigure } from './shown-figure.ts';
import { summandOf, unseen, whatToHide, type Summand } from './totals.ts';

interface Span {
  readonly index: number;
  readonly kind: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Figures of one history that lie inside each other, months in a quarter, quarters and months in a year, as they may be
 * shown together: each longer one is a total of the shorter ones that fill it. Hiding one may call for hiding another,
 * so it goes on until nothing changes.
 */
export function hideInPeriods(unit: Unit, history: readonly FigureInPeriod[]): readonly ShownFigure[] {
  const spans = history.flatMap(({ period }, index): Span[] =>
    period.kind === 'date'
      ? []
      : [{ index, kind: period.kind, start: periodStart(period), end: periodEnd(period) }],
  );
  const figures = hideRollingOverHidden(
    spans,
    history.map(({ figure }) => figure),
  );
  const sums = spans.flatMap((total) =>
    waysToFill(total, total.start, spans).map((parts) => ({ total, parts })),
  );
  let changed = true;
  while (changed) {
    changed = false;
    for (const { total, parts } of sums) changed = hideInOne(unit, figures, total, parts) || changed;
  }
  return figures;
}

/** The difference of two rolling totals is the month that came in less the month that fell out. */
function hideRollingOverHidden(spans: readonly Span[], figures: readonly ShownFigure[]): ShownFigure[] {
  const hidden = spans.filter(
    ({ kind, index }) => kind !== 'rolling_12_months' && figures[index]?.kind === 'hidden',
  );
  return figures.map((figure, index) => {
    const span = spans.find((candidate) => candidate.index === index);
    if (span?.kind !== 'rolling_12_months') return figure;
    return hidden.some(({ start, end }) => start >= span.start && end <= span.end)
      ? withheld(figure)
      : figure;
  });
}

function hideInOne(unit: Unit, figures: ShownFigure[], total: Span, parts: readonly Span[]): boolean {
  const { parts: hiddenParts, total: hidesTotal } = whatToHide(
    parts.map(({ index }) => countSummand(unit, figures[index])),
    countSummand(unit, figures[total.index]),
  );
  const toHide = parts.filter((_part, place) => hiddenParts.has(place)).map(({ index }) => index);
  if (hidesTotal) toHide.push(total.index);
  let changed = false;
  for (const index of toHide) {
    const figure = figures[index];
    if (!figure) continue;
    figures[index] = withheld(figure);
    changed ||= figures[index].text !== figure.text;
  }
  return changed;
}

/** A percentage adds up by its numerator: shown with it, it is a known count; hidden, a count to protect. */
function countSummand(unit: Unit, figure: ShownFigure | undefined): Summand {
  if (figure === undefined) return unseen(false, 0, Infinity);
  if (unit === 'count') return summandOf(figure);
  const count = countIn(figure, unit);
  if (count === null) return unseen(figure.kind === 'hidden' && figure.because === 'small', 0, Infinity);
  return { shown: true, secret: false, least: count, most: count, leastIfHidden: 0 };
}

/** Every row of shorter periods that fills the time from a day to the total's end, without gap or overlap. */
function waysToFill(total: Span, from: string, spans: readonly Span[]): readonly (readonly Span[])[] {
  const starting = spans.filter(
    (span) =>
      span.start === from && span.end <= total.end && span.index !== total.index && span.kind !== total.kind,
  );
  return starting.flatMap((first) =>
    first.end === total.end
      ? [[first]]
      : waysToFill(total, addDays(first.end, 1), spans).map((rest) => [first, ...rest]),
  );
}
