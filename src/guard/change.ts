import { differenceInWords } from '../plan/figure-words.ts';
import type { Measure } from '../plan/plan.ts';
import { difference } from '../plan/tidy-number.ts';
import type { ShownFigure } from './shown-figure.ts';

/** What may be said about two figures of one measure. Higher and lower, never better or worse: that is for the polarity. */
export type ShownChange =
  | { readonly kind: 'difference'; readonly value: number; readonly text: string }
  | { readonly kind: 'words'; readonly direction: 'higher' | 'lower'; readonly text: string }
  | { readonly kind: 'none'; readonly text: string };

/**
 * The change between two shown figures. Where one is hidden there is no difference, only the direction, and only where the
 * shown words themselves already tell it: a row of hidden months that said "higher, higher, higher" would spell 1, 2, 3, 4.
 */
export function showChange(measure: Measure, earlier: ShownFigure, later: ShownFigure): ShownChange {
  if (earlier.kind === 'number' && later.kind === 'number')
    return differenceShown(measure, earlier.value, later.value);
  const before = whatIsSaid(earlier);
  const after = whatIsSaid(later);
  if (before !== null && after !== null && measure.unit === 'count') {
    if (after.least > before.most) return { kind: 'words', direction: 'higher', text: 'higher than before' };
    if (after.most < before.least) return { kind: 'words', direction: 'lower', text: 'lower than before' };
  }
  return { kind: 'none', text: 'change not shown' };
}

function differenceShown(measure: Measure, earlier: number, later: number): ShownChange {
  const value = difference(later, earlier);
  if (value === 0) return { kind: 'difference', value, text: 'the same' };
  return {
    kind: 'difference',
    value,
    text: `${differenceInWords(value, measure.unit)} ${value > 0 ? 'higher' : 'lower'}`,
  };
}

function whatIsSaid(figure: ShownFigure): { least: number; most: number } | null {
  switch (figure.kind) {
    case 'number':
      return { least: figure.value, most: figure.value };
    case 'hidden':
      return { least: figure.least, most: figure.most ?? Infinity };
    case 'absent':
    case 'embargoed':
      return null;
  }
}
