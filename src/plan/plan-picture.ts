import type { LocalDate } from '../kit/local-date.ts';
import type { ActionLine } from './status-order.ts';
import type { Comparison } from './comparison.ts';
import type { Direction } from './direction.ts';
import type { MeasureDirection } from './measure-direction.ts';
import type { MeasureJudgement } from './measure-rating.ts';
import type { Month } from './month.ts';
import type { Period } from './period.ts';
import type { Action, Measure, Plan } from './plan.ts';
import type { ActionRating, ShownRating } from './rating.ts';
import type { ActionUpdate, Moderation, UpdateContent } from './update.ts';
import type { MeasureValue } from './value.ts';
import type { WatermelonFinding } from './watermelon.ts';

/**
 * One month of the plan as a reader may see it: the one thing that status, digest and every export are written from, so that their
 * counts agree. Every figure and every text in it has passed the small-numbers gate; what is OFFICIAL-SENSITIVE is only counted.
 */
export interface PlanPicture {
  readonly plan: Plan;
  readonly month: Month;
  readonly state: 'open' | 'closed';
  /** The London day on which it was read. */
  readonly asOf: LocalDate;
  /** The day on which the month closes or closed. */
  readonly closesOn: LocalDate;
  /** From this day on an action without an answer in this month counts as late. */
  readonly lateFrom: LocalDate;
  /** The months that had a cycle, oldest first, at most twelve; the month itself is last. */
  readonly months: readonly Month[];
  /** In the order of the plan, without those that are only counted. */
  readonly actions: readonly ActionPicture[];
  readonly countedOnly: readonly CountedAction[];
  readonly measures: readonly MeasurePicture[];
  /** Codes of measures whose figures are not shown at all. */
  readonly sensitiveMeasures: readonly string[];
  /** The month that is being asked about while this one is shown; null = none. */
  readonly collecting: Collecting | null;
}

export interface Collecting {
  readonly month: Month;
  readonly closesOn: LocalDate;
  /** From this day on an action without an answer counts as late. */
  readonly lateFrom: LocalDate;
}

/** What counting, ordering and filtering need of an action; all there is of one that is OFFICIAL-SENSITIVE. */
export interface CountedAction extends ActionLine {
  readonly action: Action;
  readonly direction: Direction | null;
  readonly monthsRunning: number;
  /** Every month of the picture, oldest first. */
  readonly history: readonly { readonly month: Month; readonly rating: ShownRating }[];
  readonly owner: Answerer | null;
  /** Whose answer counts: owner, cover, deputy. */
  readonly mayAnswer: readonly string[];
  /** What the month being collected says so far; `awaited` = nothing yet; null = no other month is open. */
  readonly soFar: ShownRating | null;
}

export interface ActionPicture extends CountedAction {
  readonly update: ActionUpdate | null;
  /** What the owner says; null = nothing. */
  readonly content: UpdateContent | null;
  readonly previousContent: UpdateContent | null;
  /** Beside the owner's rating, never over it. */
  readonly moderation: (Moderation & { readonly rating: ActionRating }) | null;
  /** Set where what counts now was said after the month had closed. */
  readonly correction: { readonly on: LocalDate; readonly reason: string } | null;
  readonly watermelon: WatermelonFinding | null;
}

/** Who owns an action on the day of the picture. */
export interface Answerer {
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisationCode: string;
  readonly organisation: string;
}

/** A stored figure as it may be shown: rounded or taken out where the gate says so, with the words that stand in its place. */
export interface ShownValue {
  readonly value: MeasureValue;
  readonly text: string;
}

export interface MeasurePicture {
  readonly measure: Measure;
  /** Everything that may be shown, all series, oldest period first. */
  readonly values: readonly ShownValue[];
  /** The partnership's newest figure for a period of the measure's own kind; null = none was ever given. */
  readonly latest: LatestFigure | null;
  /** The newest published for another kind of period, e.g. a year where months are asked for. Told beside, never judged. */
  readonly published: LatestFigure | null;
  readonly judgement: MeasureJudgement;
  readonly direction: MeasureDirection;
  readonly comparisons: readonly Comparison[];
  /** `new`: a figure came since the month was opened. `due`: one is asked for and not given. */
  readonly news: 'new' | 'due' | 'none';
  /** Whether a newer figure could be there, in words. */
  readonly freshness: string;
  /** True where a newer figure was due by this month and is not there. */
  readonly isStale: boolean;
  /** Who is asked for its figures; null = nobody. */
  readonly owner: Answerer | null;
  readonly mayAnswer: readonly string[];
}

export interface LatestFigure {
  readonly period: Period;
  readonly text: string;
  /** Null where there is no number or it is hidden. */
  readonly number: number | null;
  readonly provisional: boolean;
  readonly givenOn: LocalDate;
}
