import type { Polarity, Unit } from './plan.ts';
import { roundTo } from './tidy-number.ts';

const upToTwoDecimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const twoDecimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A number as a Birmingham reader writes it: `1,204`, `27.5`, with a true minus sign, at most two decimals. */
export function numberInWords(value: number): string {
  return withMinus(roundTo(value, 2), upToTwoDecimals);
}

/** A figure with its unit: `61.3%`, `44.1 points`, `−0.24`, `431 days`, `27.5 per 100,000`. */
export function figureInWords(value: number, unit: Unit): string {
  const number = numberInWords(value);
  switch (unit) {
    case 'percent':
      return `${number}%`;
    case 'points':
      return number === '1' ? '1 point' : `${number} points`;
    case 'score':
      return signed(value, twoDecimals);
    case 'count':
      return number;
    case 'days':
      return number === '1' ? '1 day' : `${number} days`;
    case 'per_100_pupils':
    case 'per_1000':
    case 'per_1000_live_births':
    case 'per_100000':
      return `${number} ${unitWords[unit]}`;
  }
}

/** The size of a difference: `6.8 percentage points`, which is not the same as 6.8 percent. */
export function differenceInWords(value: number, unit: Unit): string {
  const size = Math.abs(value);
  if (unit === 'percent')
    return numberInWords(size) === '1' ? '1 percentage point' : `${numberInWords(size)} percentage points`;
  return unit === 'score' ? twoDecimals.format(roundTo(size, 2)) : figureInWords(size, unit);
}

/** What a figure of this unit counts, for labels: `percent`, `days`, `per 100,000`. */
export function unitInWords(unit: Unit): string {
  return unitWords[unit];
}

/** Which way is better, said in words beside every figure that is judged. */
export function polarityInWords(polarity: Polarity): string {
  return polarityWords[polarity];
}

const unitWords: Readonly<Record<Unit, string>> = {
  percent: 'percent',
  points: 'points',
  score: 'score',
  count: 'number',
  days: 'days',
  per_100_pupils: 'per 100 pupils',
  per_1000: 'per 1,000',
  per_1000_live_births: 'per 1,000 live births',
  per_100000: 'per 100,000',
};

const polarityWords: Readonly<Record<Polarity, string>> = {
  higher: 'bigger is better',
  lower: 'smaller is better',
  none: 'no better or worse direction: a change needs explaining',
};

function signed(value: number, format: Intl.NumberFormat): string {
  const rounded = roundTo(value, 2);
  return rounded > 0 ? `+${format.format(rounded)}` : withMinus(rounded, format);
}

function withMinus(value: number, format: Intl.NumberFormat): string {
  return value < 0 ? `−${format.format(-value)}` : format.format(value);
}
