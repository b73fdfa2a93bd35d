import { dayInWords } from '../kit/local-date.ts';
import { periodInWords } from './period-words.ts';
import type { Period } from './period.ts';

/** What a figure is for, inside a sentence: `for October 2026`, `at 31 March 2026`. */
export function forPeriod(period: Period): string {
  return period.kind === 'date' ? periodInWords(period) : `for ${periodInWords(period)}`;
}

/** The period as the thing spoken of: `October 2026`, `31 March 2026`. */
export function periodName(period: Period): string {
  return period.kind === 'date' ? dayInWords(period.key) : periodInWords(period);
}
