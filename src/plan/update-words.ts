import { dayInWords } from '../kit/local-date.ts';
import type { Ask, PathToGreen } from './update.ts';

/** "recruit two EPs (Priya Nair, by 30 November 2026)". */
export function pathInWords(path: PathToGreen): string {
  return `${path.what} (${path.who}, by ${dayInWords(path.by)})`;
}

/** "to agree: agency spend (by 30 November 2026)". */
export function askInWords(ask: Ask): string {
  return `to ${ask.verb}: ${ask.what}${ask.by === null ? '' : ` (by ${dayInWords(ask.by)})`}`;
}
