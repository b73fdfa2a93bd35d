import { measureDirection, worsensThreeRunning } from './measure-direction.ts';
import { rateMeasure } from './measure-rating.ts';
import type { Action, Measure } from './plan.ts';
import { ratingLooks } from './rating.ts';
import { likeness } from './similar-words.ts';
import type { UpdateContent, UpdateKind } from './update.ts';
import type { MeasureValue } from './value.ts';

/** Green outside, red inside: why an owner's rating is asked about. It never changes the rating. */
export interface WatermelonFinding {
  readonly why: 'measure_red' | 'measure_worse' | 'same_words';
  /** The measure that disagrees; null for the words. */
  readonly measureCode: string | null;
  /** One question, whole, for the owner. */
  readonly question: string;
}

export interface WatermelonEvidence {
  readonly action: Pick<Action, 'code'>;
  readonly kind: UpdateKind;
  readonly content: UpdateContent;
  /** What the owner said the month before; null = nothing. */
  readonly before: UpdateContent | null;
  /** The measures that tell whether the action works, with their figures (latest versions). */
  readonly measures: readonly { readonly measure: Measure; readonly values: readonly MeasureValue[] }[];
}

/** From this likeness on the words are last month's: a changed date or figure is not enough to make them new. */
const sameWords = 0.95;

/**
 * Where the owner says green or complete and a measure of the action is red, or got worse three times running, or the words are
 * last month's again: the first of these, as one question. Null = nothing to ask.
 */
export function findWatermelon(evidence: WatermelonEvidence): WatermelonFinding | null {
  const { content, measures } = evidence;
  if (content.rating !== 'green' && content.rating !== 'complete') return null;
  const says = `${evidence.action.code} is ${ratingLooks[content.rating].word.toLowerCase()}`;
  for (const { measure, values } of measures) {
    const judgement = rateMeasure(measure, values);
    if (judgement.rating !== 'red') continue;
    const question = `${says}, but ${nameOf(measure)} is red: ${judgement.reason} What makes the action ${wordFor(content)} all the same?`;
    return { why: 'measure_red', measureCode: measure.code, question };
  }
  for (const { measure, values } of measures) {
    if (!worsensThreeRunning(measure, values)) continue;
    const { words } = measureDirection(measure, values).shortTerm;
    const question = `${says}, but ${nameOf(measure)} keeps getting worse: ${words}. What is being done about it?`;
    return { why: 'measure_worse', measureCode: measure.code, question };
  }
  if (!repeatsLastMonth(evidence)) return null;
  return {
    why: 'same_words',
    measureCode: null,
    question: `${says} in the same words as last month. What is new since then?`,
  };
}

function repeatsLastMonth({ kind, content, before }: WatermelonEvidence): boolean {
  // "No change" says openly that nothing is new: there is nothing to uncover.
  if (kind === 'no_change' || !before) return false;
  return likeness(wordsOf(content), wordsOf(before)) >= sameWords;
}

function wordsOf(content: UpdateContent): string {
  return `${content.done} ${content.next}`;
}

function nameOf(measure: Measure): string {
  return `${measure.code} (${measure.label})`;
}

function wordFor(content: UpdateContent): string {
  return content.rating === 'complete' ? 'complete' : 'green';
}
