import type { Unit } from '../plan/plan.ts';
import type { Figure } from './number-figure.ts';
import { ideasOfLabel } from './labels.ts';
import { partsOf } from './codes-in-words.ts';
import { askedMeasures, type ReplyContext } from './reply-context.ts';

/** A measure that was asked, with what the rules need to know of it. */
export interface ReadMeasure {
  readonly code: string;
  readonly label: string;
  readonly unit: Unit | null;
  readonly previous: number | null;
  readonly ideas: readonly string[];
  /** Codes of the asked measures it adds up. */
  readonly sumOf: readonly string[];
}

export function readMeasures(context: ReplyContext): readonly ReadMeasure[] {
  const measures = askedMeasures(context).map((measure) => ({
    code: measure.code,
    label: measure.label,
    unit: measure.unit ?? unitOf(measure.label),
    previous: measure.previousValue ?? null,
    ideas: ideasOfLabel(measure.label),
    sumOf: measure.sumOf ?? [],
  }));
  return measures.map((measure) =>
    measure.sumOf.length > 0 ? measure : { ...measure, sumOf: partsAddedUp(measure, measures) },
  );
}

function unitOf(label: string): Unit | null {
  if (/%|percent|proportion/i.test(label)) return 'percent';
  if (/per 100,?000/i.test(label)) return 'per_100000';
  if (/per 1,?000 live/i.test(label)) return 'per_1000_live_births';
  if (/per 1,?000/i.test(label)) return 'per_1000';
  if (/\bdays\b/i.test(label)) return 'days';
  return /\b(?:number|count|families|plans|locations)\b/i.test(label) ? 'count' : null;
}

/**
 * "NEET or not known" beside "NEET" and "activity not known" is their total: a label with "or" whose every telling word is in the
 * labels of its sisters (same line of the plan, same unit), and which takes something from each of them.
 */
function partsAddedUp(total: ReadMeasure, all: readonly ReadMeasure[]): readonly string[] {
  if (!/\b(?:or|and|combined|total)\b/i.test(total.label)) return [];
  const own = partsOf(total.code);
  const sisters = all.filter((other) => {
    const parts = partsOf(other.code);
    return (
      other.code !== total.code &&
      other.unit === total.unit &&
      own !== null &&
      parts !== null &&
      parts.prefix === own.prefix &&
      parts.number === own.number
    );
  });
  const contributing = sisters.filter(({ ideas }) => ideas.some((idea) => total.ideas.includes(idea)));
  const covered = new Set(contributing.flatMap(({ ideas }) => ideas));
  const every = total.ideas.every((idea) => covered.has(idea));
  const noneAlone = contributing.every(({ ideas }) => !total.ideas.every((idea) => ideas.includes(idea)));
  return contributing.length > 1 && every && noneAlone ? contributing.map(({ code }) => code) : [];
}

/** Whether a number written like this can be a figure of this unit. */
export function fits(figure: Figure, unit: Unit | null): boolean {
  if (unit === null) return true;
  switch (figure.shape) {
    case 'percent':
      return unit === 'percent';
    case 'fraction':
      return unit === 'percent' || (unit === 'count' && figure.maybeDate);
    case 'few':
      return unit === 'count' || unit === 'percent' || unit === 'days';
    case 'change':
      return false;
    case 'range':
    case 'bound':
    case 'spelt':
      return true;
    case 'plain':
      return fitsPlain(figure, unit);
  }
}

function fitsPlain(figure: Figure, unit: Unit): boolean {
  if (figure.measuredIn === 'days') return unit === 'days';
  if (figure.measuredIn === 'rate') return unit.startsWith('per_');
  if (figure.measuredIn === 'points') return unit === 'points' || unit === 'score';
  if (unit === 'count') return Number.isInteger(figure.value);
  // "32 plans" is how many, not which share.
  if (unit === 'percent') return figure.counted === null;
  return true;
}
