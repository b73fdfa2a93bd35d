import type { LocalDate } from '../kit/local-date.ts';
import type { PlatformName } from './people.ts';
import type { Period } from './period.ts';

/** Why there is, or is not, a number. `suppressed` is "fewer than five"; 0 is a value. */
export const valueStates = [
  'value',
  'suppressed',
  'not_published',
  'not_collected',
  'not_applicable',
] as const;
export type ValueState = (typeof valueStates)[number];

/** Whose figure it is: the partnership's own, or one to compare it with. */
export const valueSeries = ['partnership', 'england', 'region', 'neighbours'] as const;
export type ValueSeries = (typeof valueSeries)[number];

/** A figure as given, before it is stored. */
export interface ValueContent {
  readonly state: ValueState;
  /** In the measure's unit; 61.3 percent is 61.3. Null unless `state` is `value`. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly provisional: boolean;
  readonly embargoUntil: LocalDate | null;
}

/** One stored version of a figure; a later figure for the same period is a new version. */
export interface MeasureValue extends ValueContent {
  readonly id: string;
  readonly measureCode: string;
  readonly series: ValueSeries;
  readonly period: Period;
  readonly version: number;
  readonly source: string;
  readonly byPersonId: string | null;
  readonly platform: PlatformName;
  readonly at: Date;
  readonly reason: string | null;
}
