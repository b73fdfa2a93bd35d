import type { LocalDate } from '../kit/local-date.ts';
import type { Month } from './month.ts';
import type { ActionRating } from './rating.ts';

/**
 * A partnership's plan as it stands in one revision: outcomes, themes, actions, indicators and their measures, and
 * what surrounds them. Read from a file in `plans/`; everything a board reads about the plan comes from here.
 */
export interface Plan {
  readonly code: string;
  readonly title: string;
  /** A strategy (Birmingham) or an improvement plan that others support (Solihull's kind). */
  readonly kind: 'strategy' | 'improvement_plan';
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly partnership: PartnershipIdentity;
  readonly ambition: string | null;
  readonly outcomes: readonly Outcome[];
  readonly themes: readonly Theme[];
  readonly crossCutting: readonly CrossCuttingCommitment[];
  readonly actions: readonly Action[];
  readonly indicators: readonly Indicator[];
  /** Whether the board has agreed which action serves which outcome; until then every outcome view says "proposed". */
  readonly outcomeMapping: ProposalState;
  readonly ratingDefinitions: readonly RatingDefinition[];
  readonly voice: readonly VoiceItem[];
  readonly alignedBoards: readonly string[];
  readonly alignedStrategies: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly offices: readonly OfficeHolder[];
  readonly annualPriorities: readonly AnnualPriorities[];
  readonly directions: readonly StatutoryDirection[];
  readonly findings: readonly InspectionFinding[];
  readonly frameworks: readonly PartnerFramework[];
  readonly reviews: readonly PlanReview[];
  readonly notes: readonly string[];
}

export interface PartnershipIdentity {
  /** Short and stable, e.g. `bcypp`: used in commands and file names. */
  readonly code: string;
  readonly name: string;
  readonly boardName: string;
  readonly shortName: string;
}

export type ProposalState =
  { readonly state: 'proposed' } | { readonly state: 'agreed'; readonly on: LocalDate };

export interface Outcome {
  readonly code: string;
  /** The word as the plan prints it, e.g. `SAFE`. */
  readonly label: string;
  readonly statement: string;
}

export interface Theme {
  readonly code: string;
  readonly label: string;
  /** The heading of its indicators, where the plan uses a second, shorter name. */
  readonly indicatorHeading: string;
  readonly strapline: string;
  readonly aliases: readonly string[];
}

export interface CrossCuttingCommitment {
  readonly code: string;
  readonly text: string;
  /** Measures that come nearest to it: shown as a lens, never as an action of its own. */
  readonly lensMeasures: readonly string[];
}

export interface Action {
  readonly code: string;
  readonly themeCode: string;
  /** The plan's own words, untouched. */
  readonly text: string;
  readonly shortTitle: string;
  readonly shortTitleIs: 'proposed' | 'agreed';
  /** Outcome codes; the first is the main one. */
  readonly serves: readonly string[];
  /** Measures that tell whether this action works: used by the watermelon check. */
  readonly measureCodes: readonly string[];
  readonly findingCodes: readonly string[];
  readonly sensitive: boolean;
  readonly startsOn: LocalDate | null;
  readonly note: string | null;
}

export interface Indicator {
  readonly code: string;
  readonly themeCode: string;
  /** The plan's own line, untouched. */
  readonly text: string;
  readonly measures: readonly Measure[];
  readonly notes: readonly string[];
}

export const units = [
  'percent',
  'points',
  'score',
  'count',
  'days',
  'per_100_pupils',
  'per_1000',
  'per_1000_live_births',
  'per_100000',
] as const;
export type Unit = (typeof units)[number];

/** Which way is better; `none` is never rated and its moves are never called better or worse. */
export type Polarity = 'higher' | 'lower' | 'none';

/** One stored series behind an indicator line. */
export interface Measure {
  readonly code: string;
  readonly indicatorCode: string;
  readonly themeCode: string;
  readonly label: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly collection: Collection;
  readonly source: string;
  /** True when a numerator and a denominator are asked for rather than a ready-made percentage. */
  readonly asksFraction: boolean;
  readonly baseline: PeriodFigure | null;
  readonly targets: readonly MeasureTarget[];
  readonly tolerance: Tolerance;
  /** The least difference that counts as a change, in the measure's unit: sampling noise stays "same". */
  readonly minimumChange: number;
  readonly suppression: Suppression;
  /**
   * 1 to 12: each figure is the total since this month of its year, so that two of them in a row give the months between away. Left out:
   * each figure stands for its own period.
   */
  readonly yearToDateFrom?: number | undefined;
  /** OFFICIAL-SENSITIVE: counts only, in any channel. */
  readonly sensitive: boolean;
  /** A check on sums, e.g. I31c = I31a + I31b. */
  readonly sumOf: readonly string[];
  readonly notes: readonly string[];
}

export interface PeriodFigure {
  readonly period: string;
  readonly value: number;
}

export interface MeasureTarget {
  /** The period from which the target holds, as a period key of the measure's own kind. */
  readonly from: string;
  readonly value: number;
}

/** How far from the target still counts as green. */
export type Tolerance =
  | { readonly kind: 'relative_percent'; readonly amount: number }
  | { readonly kind: 'absolute'; readonly amount: number };

/** Below which count a figure is hidden, and how the rest is rounded. */
export interface Suppression {
  /** Counts from 1 up to and including this are hidden; 0 turns hiding off. `<5` is 4. */
  readonly hideUpTo: number;
  readonly hideZero: boolean;
  readonly roundTo: number | null;
}

/** When a figure is due, and for which period. See `due-measures.ts`. */
export type Collection =
  | {
      readonly every: 'month';
      readonly periodKind: 'month' | 'rolling_12_months';
      readonly monthsBack: number;
    }
  | { readonly every: 'quarter'; readonly periodKind: 'quarter'; readonly monthsAfterEnd: number }
  | {
      readonly every: 'year';
      readonly periodKind: 'academic_year' | 'calendar_year' | 'financial_year';
      readonly releases: readonly Release[];
      /** Nothing is published before this month (e.g. Progress 8 until October 2027). */
      readonly pausedUntil: Month | null;
    }
  | { readonly every: 'never'; readonly reason: string };

export interface Release {
  /** 1 to 12: the calendar month in which the figure comes out. */
  readonly month: number;
  readonly status: 'provisional' | 'final';
  /**
   * 0 = the last period that had ended before the release; 1 = the one before that; -1 = the one still running
   * (the January census of early education is published in July, before its academic year is over).
   */
  readonly periodsBack: number;
}

export interface RatingDefinition {
  readonly rating: ActionRating;
  readonly text: string;
}

export interface VoiceItem {
  readonly code: string;
  readonly topic: string;
  readonly quote: string;
  readonly actionCodes: readonly string[];
  readonly source: string;
}

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly successorCode: string | null;
}

export interface OfficeHolder {
  readonly office: 'chair' | 'vice_chair';
  readonly name: string;
  readonly title: string;
  readonly organisationCode: string | null;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

export interface AnnualPriorities {
  readonly year: string;
  readonly title: string;
  readonly actionCodes: readonly string[];
}

export interface StatutoryDirection {
  readonly code: string;
  readonly title: string;
  /** Null where what is published names no day. */
  readonly issuedOn: LocalDate | null;
  readonly targets: readonly {
    readonly text: string;
    readonly due: LocalDate;
    readonly actionCodes: readonly string[];
  }[];
}

export interface InspectionFinding {
  readonly code: string;
  readonly body: string;
  readonly on: LocalDate | null;
  readonly text: string;
}

export interface PartnerFramework {
  readonly organisationCode: string;
  readonly title: string;
  readonly statements: readonly { readonly text: string; readonly outcomeCodes: readonly string[] }[];
}

export interface PlanReview {
  readonly on: LocalDate;
  readonly title: string;
}
