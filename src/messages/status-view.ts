import type { Direction } from '../plan/direction.ts';
import type { ActionRating, MeasureRating, ShownRating } from '../plan/rating.ts';
import type { Figure } from './figure.ts';

/** What a status request found. Plain data without dates, so that the page and `bcp status --json` are made from the same thing. */
export type StatusView = StatusGroup | StatusAction | StatusMeasures | StatusChoice | StatusUnknown;

/** Another reading of the words, one button away. */
export interface StatusOption {
  readonly label: string;
  /** What is typed to get it. */
  readonly words: string;
}

interface StatusBase {
  /** What is typed to get exactly this again. */
  readonly words: string;
  /** Line one without its counts: `Outcome SAFE, October 2026`. */
  readonly title: string;
  readonly month: string;
  readonly monthWords: string;
  readonly state: 'open' | 'closed';
  readonly freshness: string;
  readonly others: readonly StatusOption[];
  readonly chart: Figure | null;
}

/** Several actions: an outcome, a theme, an organisation, a person, a filter, or everything. */
export interface StatusGroup extends StatusBase {
  readonly kind: 'group';
  readonly about: 'everything' | 'outcome' | 'theme' | 'organisation' | 'person';
  /** The outcome's statement or the theme's strapline; empty for the rest. */
  readonly statement: string;
  readonly mapping: OutcomeMapping | null;
  readonly counts: Readonly<Record<ShownRating, number>>;
  readonly total: number;
  /** Of the total, how many are OFFICIAL-SENSITIVE and stand in the counts only. */
  readonly countedOnly: number;
  /** In the order in which they are to be read. */
  readonly lines: readonly StatusLine[];
  /** Figures that came, moved or are due. */
  readonly measures: readonly StatusMeasure[];
  readonly sensitiveMeasures: number;
  /** True where filters narrowed it. */
  readonly isFiltered: boolean;
}

/** Whether the board has agreed which action serves which outcome. */
export interface OutcomeMapping {
  readonly state: 'proposed' | 'agreed';
  readonly words: string;
}

export interface StatusAction extends StatusBase {
  readonly kind: 'action';
  /** The plan's own words. */
  readonly text: string;
  readonly theme: string;
  readonly outcomes: readonly string[];
  readonly mapping: OutcomeMapping;
  readonly line: StatusLine;
  readonly measures: readonly StatusMeasure[];
  readonly sensitiveMeasures: number;
}

/** One measure, or all of an indicator's. */
export interface StatusMeasures extends StatusBase {
  readonly kind: 'measures';
  /** The plan's own line. */
  readonly text: string;
  readonly measures: readonly StatusMeasure[];
  readonly sensitiveMeasures: number;
  /** Actions that are judged by them. */
  readonly actions: readonly string[];
}

/** The words mean several things equally well. */
export interface StatusChoice {
  readonly kind: 'choice';
  readonly said: string;
  readonly options: readonly (StatusOption & { readonly totals: string })[];
}

/** The words mean nothing in this plan. */
export interface StatusUnknown {
  readonly kind: 'unknown';
  readonly said: string;
  readonly suggestions: readonly string[];
}

export interface StatusLine {
  readonly code: string;
  readonly title: string;
  readonly rating: ShownRating;
  readonly before: ShownRating | null;
  readonly direction: Direction | null;
  /** How many months running, this one included, it has had this rating. */
  readonly monthsRunning: number;
  readonly owner: { readonly name: string; readonly organisation: string } | null;
  /** The newest month before this one in which somebody answered; null = none of those shown. */
  readonly lastSaid: { readonly monthWords: string; readonly rating: ShownRating } | null;
  /** What the owner says, whole; empty when nothing was said. */
  readonly done: string;
  readonly next: string;
  readonly evidence: readonly string[];
  readonly pathToGreen: { readonly what: string; readonly who: string; readonly byWords: string } | null;
  readonly ask: string | null;
  /** The day on which an action that has not started will, `3 January 2027`. */
  readonly startsOn: string | null;
  readonly moderation: { readonly rating: ActionRating; readonly reason: string } | null;
  readonly correction: { readonly onWords: string; readonly reason: string } | null;
  /** What the month being collected says so far; null = nothing yet. */
  readonly soFar: { readonly monthWords: string; readonly rating: ShownRating } | null;
}

export interface StatusMeasure {
  readonly code: string;
  readonly label: string;
  readonly rating: MeasureRating;
  /** Why it is rated so. */
  readonly reason: string;
  readonly latest: {
    readonly text: string;
    readonly periodWords: string;
    readonly provisional: boolean;
  } | null;
  /** A published figure for another kind of period, `26.7% for calendar year 2024: worse than England (46.4%)`; null = none. */
  readonly published: string | null;
  readonly target: string | null;
  /** `better than England (46.4%)`, each. */
  readonly comparisons: readonly string[];
  readonly shortTerm: { readonly direction: Direction | null; readonly words: string };
  readonly yearOnYear: { readonly direction: Direction | null; readonly words: string };
  /** `bigger is better`. */
  readonly polarity: string;
  readonly news: 'new' | 'due' | 'none';
  readonly freshness: string;
}
