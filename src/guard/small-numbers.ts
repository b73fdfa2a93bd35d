import { assertNever } from '../kit/assert-never.ts';
import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import { figureInWords } from '../plan/figure-words.ts';
import type { Measure, Suppression } from '../plan/plan.ts';
import { isTooSmallToShow } from '../plan/small-figure.ts';
import type { ValueContent } from '../plan/value.ts';
import type { HiddenFigure, ShownFigure, ShownFraction } from './shown-figure.ts';

/** `named_role`: the figure's owner, deputy, the secretariat. Everybody else, and every channel and file, is `public`. */
export type Clearance = 'public' | 'named_role';

/**
 * The gate through which every figure leaves bcp. Hides counts up to the measure's threshold, percentages and rates
 * whose numerator, remainder or whole group is that small, and figures before their publication day; rounds the rest as
 * the measure asks. Thresholds are the source's own: OHID hides 1 to 5 and rounds to 5, NCMP 1 to 7, most others 1 to 4
 * (docs/guard.md). A figure shown together with others also goes through `hideInTotals` and `showSeries`.
 */
export function showValue(
  measure: Measure,
  value: ValueContent,
  clearance: Clearance,
  today: LocalDate,
): ShownFigure {
  switch (value.state) {
    case 'not_published':
      return { kind: 'absent', text: 'not published' };
    case 'not_collected':
      return { kind: 'absent', text: 'not collected' };
    case 'not_applicable':
      return { kind: 'absent', text: 'not applicable' };
    case 'suppressed':
      return isHeldBack(value, clearance, today) ?? hiddenFigure(measure);
    case 'value':
      return isHeldBack(value, clearance, today) ?? shownOrHidden(measure, value, clearance);
    default:
      return assertNever(value.state);
  }
}

function isHeldBack(value: ValueContent, clearance: Clearance, today: LocalDate): ShownFigure | null {
  if (clearance === 'named_role' || value.embargoUntil === null || value.embargoUntil <= today) return null;
  return { kind: 'embargoed', text: `held back until ${dayInWords(value.embargoUntil)}` };
}

function shownOrHidden(measure: Measure, content: ValueContent, clearance: Clearance): ShownFigure {
  const numerator = content.numerator ?? impliedNumerator(measure, content);
  const { denominator } = content;
  const value = content.value ?? valueFromFraction(measure, numerator, denominator);
  if (value === null) return { kind: 'absent', text: 'not given' };
  const figures = { value, numerator, denominator };
  if (clearance === 'named_role') return shownFigure(measure, figures, null);
  return isSmallSomewhere(measure, figures)
    ? hiddenFigure(measure)
    : shownFigure(measure, figures, measure.suppression.roundTo);
}

interface Figures {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

function shownFigure(
  measure: Measure,
  { value, numerator, denominator }: Figures,
  step: number | null,
): ShownFigure {
  const isCount = measure.unit === 'count';
  const shown = isCount ? rounded(value, step) : value;
  // 2 rounded to 5 would read as "none".
  if (isCount && shown === 0 && value !== 0) return hiddenFigure(measure);
  return {
    kind: 'number',
    value: shown,
    text: figureInWords(shown, measure.unit),
    fraction: shownFraction(numerator, denominator, step),
    ...whatRoundingLeavesOpen(shown, isCount ? step : null, measure.suppression),
    leastShown: isCount ? largestHidden(measure.suppression) + 1 : 0,
  };
}

function whatRoundingLeavesOpen(
  shown: number,
  step: number | null,
  suppression: Suppression,
): { least: number; most: number } {
  if (step === null || shown === 0) return { least: shown, most: shown };
  const reach = Math.floor((step - 1) / 2);
  return {
    least: Math.max(shown - reach, largestHidden(suppression) + 1),
    most: shown + reach,
  };
}

function isSmallSomewhere(
  measure: Measure,
  figures: Pick<ValueContent, 'value' | 'numerator' | 'denominator'>,
): boolean {
  if (isTooSmallToShow(measure, figures)) return true;
  const { denominator } = figures;
  // An average or rate over so few children speaks of each of them.
  return denominator !== null && denominator > 0 && denominator <= measure.suppression.hideUpTo;
}

/** A percentage of a known group gives its count away even where nobody wrote the count. */
function impliedNumerator(measure: Measure, { value, denominator }: ValueContent): number | null {
  if (measure.unit !== 'percent' || value === null || denominator === null) return null;
  return Math.round((value * denominator) / 100);
}

function valueFromFraction(
  measure: Measure,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (measure.unit === 'count') return numerator;
  if (measure.unit !== 'percent' || numerator === null || denominator === null || denominator === 0)
    return null;
  return (numerator / denominator) * 100;
}

function shownFraction(
  numerator: number | null,
  denominator: number | null,
  step: number | null,
): ShownFraction | null {
  if (numerator === null || denominator === null) return null;
  return { numerator: rounded(numerator, step), denominator: rounded(denominator, step) };
}

function rounded(count: number, step: number | null): number {
  return step === null ? count : Math.round(count / step) * step;
}

function hiddenFigure(measure: Measure): HiddenFigure {
  const { suppression, unit } = measure;
  if (unit !== 'count') {
    // Whether the numerator or the remainder is the small one is not said: it would tell none from all.
    return {
      kind: 'hidden',
      text: 'hidden: small numbers',
      because: 'small',
      least: 0,
      most: unit === 'percent' ? 100 : null,
    };
  }
  const most = largestHidden(suppression);
  const least = suppression.hideZero ? 0 : 1;
  return {
    kind: 'hidden',
    text: hiddenCountInWords(suppression),
    because: 'small',
    least,
    most: most === 0 ? null : most,
  };
}

/** `fewer than 5`, for the measure's own threshold: what stands in a sentence, a cell or a chart for a hidden count. */
export function hiddenCountInWords(suppression: Suppression): string {
  const most = largestHidden(suppression);
  return most === 0 ? 'a small number, hidden' : `fewer than ${most + 1}`;
}

/** Rounding hides too: to the nearest 5, 1 and 2 would read as "none". */
function largestHidden({ hideUpTo, roundTo }: Suppression): number {
  return Math.max(hideUpTo, roundTo === null ? 0 : Math.ceil(roundTo / 2) - 1);
}
