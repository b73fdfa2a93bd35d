import type { LocalDate } from '../kit/local-date.ts';
import type { Period } from '../plan/period.ts';
import type { ActionRating } from '../plan/rating.ts';

/**
 * What the writer wants. `no_update` = there is nothing new to say; `undo` takes the last answer back; `command` is a
 * command typed as a sentence (`status safe`).
 */
export type ReplyIntent =
  'update' | 'no_update' | 'away' | 'delegate' | 'later' | 'help' | 'undo' | 'command';

/** A rating that is certain. */
export interface ReadUpdate {
  readonly code: string;
  readonly rating: ActionRating;
  /** The writer said that nothing has changed since last month. */
  readonly sameAsLast: boolean;
}

/** Why there is no figure, as a value state of the plan. */
export type NoData = 'not_published' | 'not_collected' | 'not_applicable';

/** A figure that is certain, in the measure's own unit. */
export interface ReadFigure {
  readonly code: string;
  /** Null when it is suppressed or there is none. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** "Fewer than five". */
  readonly suppressed: boolean;
  readonly noData: NoData | null;
  /** Null when the writer named none. */
  readonly period: Period | null;
  readonly provisional: boolean;
  /** "About 61%". */
  readonly approximate: boolean;
}

/** What a button of a question would record: only what it was in doubt about. */
export interface PartialReading {
  readonly updates: readonly ReadUpdate[];
  readonly measures: readonly ReadFigure[];
  readonly delegate: ReadDelegate | null;
}

export interface QuestionOption {
  readonly label: string;
  readonly apply: PartialReading;
}

/** One question about one doubt. Beside its options a platform offers the form. */
export interface ReplyQuestion {
  /** The action or measure it is about; null = it is not known which. */
  readonly about: string | null;
  readonly text: string;
  readonly options: readonly QuestionOption[];
}

/** Days away. `until` is the last day away: "back on the 4th" is until the 3rd. */
export interface ReadAbsence {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

export interface ReadDelegate {
  readonly name: string;
  readonly organisation: string | null;
  /** True when the item has passed to them for good; false when they only answer or cover for now. */
  readonly permanent: boolean;
}

/** What gets an action back, as far as it was said. */
export interface ReadPathToGreen {
  readonly what: string;
  readonly who: string | null;
  readonly by: LocalDate | null;
}

/** A proposed reading of one reply. Nothing in it is recorded while `question` is about it. */
export interface ReplyReading {
  readonly intent: ReplyIntent;
  readonly updates: readonly ReadUpdate[];
  readonly measures: readonly ReadFigure[];
  /** True when something is in doubt and `question` asks about it. */
  readonly confirm: boolean;
  readonly question: ReplyQuestion | null;
  /** What else is in doubt, to be asked when the first question is answered. */
  readonly furtherQuestions: readonly ReplyQuestion[];
  readonly away: ReadAbsence | null;
  readonly deferUntil: LocalDate | null;
  readonly delegate: ReadDelegate | null;
  /** The words of a typed command, without the leading `/bcp`. */
  readonly command: string | null;
  readonly pathToGreen: ReadPathToGreen | null;
  readonly askOfBoard: string | null;
  /** Addresses and named documents. */
  readonly evidence: readonly string[];
  /** The person's own words without mark-up, greeting, signature or quoted message. */
  readonly narrative: string;
}
