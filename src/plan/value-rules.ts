import { isLocalDate, type LocalDate } from '../kit/local-date.ts';
import { parsePeriod, periodStart } from './period-calendar.ts';
import { periodName } from './period-phrase.ts';
import type { Period, PeriodKind } from './period.ts';
import type { Measure, Unit } from './plan.ts';
import type { Doubt, Problem } from './problem.ts';
import { decimalsOf, difference, roundTo, tidyNumber } from './tidy-number.ts';
import { doubtsAboutValue } from './value-doubts.ts';
import { figureInWords, numberInWords } from './figure-words.ts';
import type { MeasureValue, ValueContent } from './value.ts';

/** What came of checking a figure: problems refuse it, doubts are asked about. */
export interface ValueCheck {
  readonly problems: readonly Problem[];
  readonly doubts: readonly Doubt[];
}

/** How many the denominator of each kind of rate stands for. */
const ratePer: Readonly<Partial<Record<Unit, number>>> = {
  percent: 100,
  per_100_pupils: 100,
  per_1000: 1000,
  per_1000_live_births: 1000,
  per_100000: 100_000,
};

const kindWords: Readonly<Record<PeriodKind, string>> = {
  month: 'a month',
  quarter: 'a financial quarter',
  financial_year: 'a financial year',
  academic_year: 'an academic year',
  calendar_year: 'a calendar year',
  rolling_12_months: 'twelve months to the end of a month',
  date: 'a single day',
};

/**
 * The figure that a fraction gives in the measure's unit, to one decimal as national statistics are published (19 of 31 is 61.3
 * percent); the fraction is kept beside it, so nothing is lost. Null where the unit has no fraction or nothing to divide by.
 */
export function valueFromFraction(
  measure: Pick<Measure, 'unit'>,
  numerator: number,
  denominator: number,
): number | null {
  const per = ratePer[measure.unit];
  return per === undefined || denominator <= 0 ? null : roundTo((numerator / denominator) * per, 1);
}

/** The content as it is stored: float noise gone, and the figure worked out where only the fraction was given. */
export function completeValue(measure: Pick<Measure, 'unit'>, content: ValueContent): ValueContent {
  if (content.state !== 'value') return content;
  const { numerator, denominator } = content;
  const worked =
    numerator !== null && denominator !== null ? valueFromFraction(measure, numerator, denominator) : null;
  const value = content.value ?? worked;
  return { ...content, value: value === null ? null : tidyNumber(value) };
}

/**
 * Checks a figure against its measure. `previous` is the figure before it (for the same or an earlier period), by which a slip of
 * the scale is noticed; null = none.
 */
export function checkValue(
  measure: Measure,
  period: Period,
  content: ValueContent,
  previous: MeasureValue | null,
  today: LocalDate,
): ValueCheck {
  const complete = completeValue(measure, content);
  const problems = [
    ...checkPeriod(measure, period, today),
    ...checkState(complete),
    ...checkEmbargo(complete),
  ];
  if (complete.state === 'value')
    problems.push(...checkFraction(measure, complete), ...checkNumber(measure, content.value));
  if (problems.length > 0) return { problems, doubts: [] };
  return { problems, doubts: doubtsAboutValue(measure, period, complete, previous, today) };
}

function checkPeriod(measure: Measure, period: Period, today: LocalDate): readonly Problem[] {
  const { collection } = measure;
  if (collection.every !== 'never' && collection.periodKind !== period.kind) {
    return [
      problem(
        'period',
        `${measure.code} is about ${kindWords[collection.periodKind]}, not ${kindWords[period.kind]}.`,
      ),
    ];
  }
  const parsed = parsePeriod(period.kind, period.key);
  if (!parsed.ok) return [problem('period', parsed.error)];
  if (periodStart(period) <= today) return [];
  return [problem('period', `There can be no figure for ${periodName(period)} yet: it has not begun.`)];
}

function checkState({ state, value, numerator, denominator }: ValueContent): readonly Problem[] {
  const numbers = [value, numerator, denominator].filter((number) => number !== null);
  if (state !== 'value') {
    const words = 'Give either a figure or the reason why there is none, not both.';
    return numbers.length > 0 ? [problem('value', words)] : [];
  }
  if (numbers.some((number) => !Number.isFinite(number))) return [problem('value', 'This is not a number.')];
  if ((numerator === null) !== (denominator === null)) {
    const missing = numerator === null ? 'numerator' : 'denominator';
    return [problem(missing, `The ${missing} is missing: give both parts, such as 19 of 31.`)];
  }
  return numbers.length === 0 ? [problem('value', 'Give a figure, or say why there is none.')] : [];
}

function checkEmbargo({ embargoUntil }: ValueContent): readonly Problem[] {
  if (embargoUntil === null || isLocalDate(embargoUntil)) return [];
  return [problem('embargoUntil', `There is no day “${embargoUntil}”. Write it as 2026-11-30.`)];
}

function checkFraction(
  measure: Measure,
  { value, numerator, denominator }: ValueContent,
): readonly Problem[] {
  if (numerator === null || denominator === null) return [];
  if (ratePer[measure.unit] === undefined) {
    return [
      problem('numerator', `${measure.code} is a figure of its own: it has no numerator and denominator.`),
    ];
  }
  if (!isCount(numerator)) return [problem('numerator', 'The numerator must be a whole number, 0 or more.')];
  if (!isCount(denominator) || denominator === 0) {
    return [problem('denominator', 'The denominator must be a whole number, 1 or more.')];
  }
  if (measure.unit === 'percent' && numerator > denominator) {
    const words = `${numberInWords(numerator)} of ${numberInWords(denominator)} is more than all: the numerator cannot be above the denominator.`;
    return [problem('numerator', words)];
  }
  const worked = valueFromFraction(measure, numerator, denominator);
  if (value === null || worked === null || agrees(value, numerator, denominator, ratePer[measure.unit] ?? 1))
    return [];
  const words = `${numberInWords(numerator)} of ${numberInWords(denominator)} is ${figureInWords(worked, measure.unit)}, not ${figureInWords(value, measure.unit)}. Which of them is right?`;
  return [problem('value', words)];
}

/** A value agrees with its fraction when it is what the fraction rounds to, at the decimals the value was given with. */
function agrees(value: number, numerator: number, denominator: number, per: number): boolean {
  const exact = (numerator / denominator) * per;
  return difference(Math.abs(difference(value, exact)), 0.5 / 10 ** Math.min(decimalsOf(value), 2)) <= 0;
}

function checkNumber(measure: Measure, value: number | null): readonly Problem[] {
  if (value === null || !Number.isFinite(value)) return [];
  const { code, unit } = measure;
  if (unit === 'score') return [];
  if (unit === 'percent' && (value < 0 || value > 100)) {
    return [
      problem(
        'value',
        `${code} is a percentage: it lies between 0 and 100, and ${numberInWords(value)} does not.`,
      ),
    ];
  }
  if (unit === 'count' && !isCount(value)) {
    return [
      problem(
        'value',
        `${code} is a count: it must be a whole number, 0 or more, and ${numberInWords(value)} is not.`,
      ),
    ];
  }
  return value < 0 ? [problem('value', `${code} cannot be below 0, and ${numberInWords(value)} is.`)] : [];
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function problem(field: string, words: string): Problem {
  return { field, words };
}
