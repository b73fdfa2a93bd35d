import type { LocalDate } from '../kit/local-date.ts';
import type { Measure } from '../plan/plan.ts';
import type { ValueContent } from '../plan/value.ts';
import type { ShownFigure } from './shown-figure.ts';
import { showValue, type Clearance } from './small-numbers.ts';
import { hideInTotals } from './totals.ts';

/** A measure's figure for the period that a page, a post or a file shows. */
export interface MeasureFigure {
  readonly measure: Measure;
  readonly value: ValueContent;
}

/**
 * The figures of several measures for one and the same period, by measure code, as they may be shown beside each other:
 * each through `showValue`, and every total among them (the plan's `sumOf`, e.g. I31c = I31a + I31b) through
 * `hideInTotals`. Totals can share parts, so this goes on until nothing more needs hiding.
 */
export function showTogether(
  figures: readonly MeasureFigure[],
  clearance: Clearance,
  today: LocalDate,
): ReadonlyMap<string, ShownFigure> {
  const shown = new Map(
    figures.map(({ measure, value }) => [measure.code, showValue(measure, value, clearance, today)]),
  );
  if (clearance === 'named_role') return shown;
  const totals = figures
    .map(({ measure }) => measure)
    .filter((measure) => measure.sumOf.some((code) => shown.has(code)));
  while (totals.map((total) => hideInOneTotal(total, shown)).includes(true));
  return shown;
}

/** True when something had to be hidden. */
function hideInOneTotal(total: Measure, shown: Map<string, ShownFigure>): boolean {
  const figure = shown.get(total.code);
  if (figure === undefined) return false;
  const result = hideInTotals(
    total.sumOf.map((code) => ({ code, figure: shown.get(code) ?? { kind: 'absent', text: 'not given' } })),
    figure,
  );
  let changed = result.total.text !== figure.text;
  shown.set(total.code, result.total);
  for (const part of result.parts) {
    changed ||= shown.has(part.code) && shown.get(part.code)?.text !== part.figure.text;
    if (shown.has(part.code)) shown.set(part.code, part.figure);
  }
  return changed;
}
