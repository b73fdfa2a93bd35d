import { failure, success, type Result } from '../kit/result.ts';
import { isMonth, type Month } from '../plan/month.ts';
import type { Outcome } from './command.ts';
import { misused } from './command.ts';

/** The month that was typed, or the one meant by leaving it out. */
export function whichMonth(typed: string | undefined, otherwise: Month): Result<Month, Outcome> {
  if (typed === undefined) return success(otherwise);
  return isMonth(typed)
    ? success(typed)
    : failure(misused(`"${typed}" is not a month. Write it like 2026-11.`));
}
