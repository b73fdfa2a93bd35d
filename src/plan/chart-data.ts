import type { ShownRating } from './rating.ts';

/** What a chart shows, as data; the room `charts` draws it. */
export type ChartData = RatingHistoryChart | TrendChart | RatingStripChart;

/** Stacked columns: how many actions had each rating in each month. */
export interface RatingHistoryChart {
  readonly kind: 'rating_history';
  readonly months: readonly {
    readonly label: string;
    readonly counts: Readonly<Partial<Record<ShownRating, number>>>;
  }[];
}

/** One measure over time; null = no figure or a hidden one, which breaks the line. */
export interface TrendChart {
  readonly kind: 'trend';
  readonly unitWords: string;
  readonly polarityWords: string;
  readonly periods: readonly string[];
  readonly lines: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly role: 'main' | 'target' | 'comparator';
  }[];
}

/** A letter per month for each action: the heat strip of a whole plan. */
export interface RatingStripChart {
  readonly kind: 'rating_strip';
  readonly months: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly title: string;
    readonly ratings: readonly ShownRating[];
  }[];
}
