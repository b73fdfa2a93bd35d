import type { LocalDate } from '../kit/local-date.ts';
import { figureInWords } from './figure-words.ts';
import { periodEnd } from './period-calendar.ts';
import { forPeriod, periodName } from './period-phrase.ts';
import type { Period } from './period.ts';
import type { Measure } from './plan.ts';
import type { Doubt } from './problem.ts';
import { difference, tidyNumber } from './tidy-number.ts';
import type { MeasureValue, ValueContent } from './value.ts';

/** Small counts jump tenfold by nature; from this size on a jump is asked about. */
const countThatMatters = 20;
/** Scores such as Progress 8 lie close to 0; one further out than this has probably lost its decimal point. */
const usualScore = 5;

/** What is odd about a figure that could be stored: a slip of the scale, a tenfold change, a period that is still running. */
export function doubtsAboutValue(
  measure: Measure,
  period: Period,
  content: ValueContent,
  previous: MeasureValue | null,
  today: LocalDate,
): readonly Doubt[] {
  const running = stillRunning(measure, period, today);
  if (content.state !== 'value' || content.value === null) return running;
  const before = previous?.state === 'value' ? previous.value : null;
  const odd = scaleDoubt(measure, content, before) ?? jumpDoubt(measure, content.value, before, previous);
  return odd ? [odd, ...running] : running;
}

/** 0.613 where 61.3 is meant: asked about only where the hundredfold would be nearer to the figure before. */
function scaleDoubt(measure: Measure, content: ValueContent, before: number | null): Doubt | null {
  const { value, numerator } = content;
  if (measure.unit === 'score' && value !== null && Math.abs(value) > usualScore) {
    return doubt(`${figureInWords(value, 'score')} is far from 0 for a score. Is it right?`, null);
  }
  if (measure.unit !== 'percent' || value === null || value <= 0 || value > 1 || numerator !== null)
    return null;
  const hundredfold = tidyNumber(value * 100);
  if (before !== null && before > 0 && farness(value, before) <= farness(hundredfold, before)) return null;
  const question = `Do you mean ${figureInWords(hundredfold, 'percent')} or really ${exactPercent(value)}?`;
  return doubt(question, hundredfold);
}

function jumpDoubt(
  measure: Measure,
  value: number,
  before: number | null,
  previous: MeasureValue | null,
): Doubt | null {
  if (before === null || previous === null || before === 0 || measure.unit === 'score') return null;
  if (measure.unit === 'count' && Math.max(value, before) < countThatMatters) return null;
  const then = `${figureInWords(before, measure.unit)} ${forPeriod(previous.period)}`;
  const now = figureInWords(value, measure.unit);
  if (value === 0)
    return doubt(
      `0 counts as a figure, and the one before was ${then}. Is it really 0, or is there no figure yet?`,
      null,
    );
  if (difference(value, before * 10) >= 0)
    return doubt(`${now} is ten times ${then} or more. Is it right?`, tidyNumber(value / 10));
  if (difference(value * 10, before) <= 0)
    return doubt(`${now} is a tenth of ${then} or less. Is it right?`, tidyNumber(value * 10));
  return null;
}

function stillRunning(measure: Measure, period: Period, today: LocalDate): readonly Doubt[] {
  const { collection } = measure;
  // Some yearly statistics come out before their year is over, e.g. the January census of early education in July.
  const outEarly =
    collection.every === 'year' && collection.releases.some((release) => release.periodsBack < 0);
  if (periodEnd(period) < today || period.kind === 'date' || outEarly) return [];
  const words = `Is the figure for the whole of ${periodName(period)}? It is not over yet.`;
  return [{ field: 'period', words, instead: null }];
}

function farness(value: number, from: number): number {
  return Math.abs(Math.log(value / from));
}

/** Small percentages need their decimals to be told from a slip: 0.613%. */
function exactPercent(value: number): string {
  return `${tidyNumber(value)}%`;
}

function doubt(words: string, instead: number | null): Doubt {
  return { field: 'value', words, instead };
}
