import type { ReadMeasure } from './asked-measure.ts';
import type { CodeMention } from './codes-in-words.ts';
import type { Figure } from './number-figure.ts';
import type { Passage } from './passage.ts';

/** Which measure a number is for, and how that is known. */
export type MeasureOf =
  | { readonly kind: 'measure'; readonly code: string; readonly by: 'code' | 'label' | 'alone' }
  /** Several fit: they are asked about. */
  | { readonly kind: 'several'; readonly codes: readonly string[] }
  /** Said of something else: "85% of staff trained". */
  | { readonly kind: 'other'; readonly words: string; readonly codes: readonly string[] }
  | { readonly kind: 'not_asked'; readonly code: string }
  | { readonly kind: 'none' };

export interface MeasureFinder {
  readonly passage: Passage;
  readonly measures: readonly ReadMeasure[];
  readonly codes: readonly CodeMention[];
  /** Spans that say nothing about which measure: dates, periods, other numbers. */
  readonly silent: ReadonlySet<number>;
  /** Numbers that could be a value, in order: each ends the words of the one before. */
  readonly figures: readonly Figure[];
}
