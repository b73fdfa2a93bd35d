import type { LocalDate } from '../kit/local-date.ts';
import type { Month } from '../plan/month.ts';
import type { Polarity, Unit } from '../plan/plan.ts';
import type { ActionRating } from '../plan/rating.ts';

/** What is known when a reply is read: only what is asked here can ever be answered by it. */
export interface ReplyContext {
  readonly today: LocalDate;
  /** The month the prompt was about. */
  readonly cycle: Month;
  /** Where it was written: `slack`, `teams`, `rehearsal`, `cli`. Mark-up of every platform is understood on every platform. */
  readonly platform: string;
  /** In the order of the prompt. */
  readonly asked: readonly AskedItem[];
  /** Colleagues of the writer: a colleague named Amber is not a rating, and a cover is found by first name. */
  readonly people?: readonly KnownPerson[];
}

export type AskedItem = AskedAction | AskedMeasure;

export interface AskedAction {
  readonly kind: 'action';
  readonly code: string;
  readonly label: string;
  /** Last month's rating; null or absent = there was none. */
  readonly previousRating?: ActionRating | null;
}

export interface AskedMeasure {
  readonly kind: 'measure';
  readonly code: string;
  readonly label: string;
  /** Absent = worked out from the label where that is plain. */
  readonly unit?: Unit;
  readonly polarity?: Polarity;
  /** The figure before, in the measure's unit; null or absent = there was none. */
  readonly previousValue?: number | null;
  /** Codes of the measures this one adds up; absent = worked out from the labels where that is plain. */
  readonly sumOf?: readonly string[];
}

export interface KnownPerson {
  readonly name: string;
  readonly organisation: string;
}

/** The asked actions, in order. */
export function askedActions(context: ReplyContext): readonly AskedAction[] {
  return context.asked.filter((item) => item.kind === 'action');
}

/** The asked measures, in order. */
export function askedMeasures(context: ReplyContext): readonly AskedMeasure[] {
  return context.asked.filter((item) => item.kind === 'measure');
}
