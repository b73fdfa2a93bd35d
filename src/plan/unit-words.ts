import type { Unit } from './plan.ts';

const words: Readonly<Record<Unit, string>> = {
  percent: '%',
  points: 'points',
  score: 'score',
  count: 'number',
  days: 'days',
  per_100_pupils: 'per 100 pupils',
  per_1000: 'per 1,000',
  per_1000_live_births: 'per 1,000 live births',
  per_100000: 'per 100,000',
};

/** The unit beside a field or an axis. */
export function unitInWords(unit: Unit): string {
  return words[unit];
}
