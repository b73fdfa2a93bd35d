import type { MeasurePicture } from './plan-picture.ts';

/** Where a measure stands, each in exactly one: the columns of the board's table. */
export const measureStandings = [
  'improving',
  'no_clear_change',
  'worsening',
  'too_few_figures',
  'no_new_data',
] as const;
export type MeasureStanding = (typeof measureStandings)[number];

/** What each is called at the head of its column. */
export const standingWords: Readonly<Record<MeasureStanding, string>> = {
  improving: 'Improving',
  no_clear_change: 'No clear change',
  worsening: 'Worsening',
  too_few_figures: 'Too few figures',
  no_new_data: 'No new data',
};

/**
 * `no_new_data` where no figure was ever given, or a newer one was due and is not there; `too_few_figures` where there is nothing to compare
 * the newest with, or it is hidden; else by its short-term direction. A measure with no better or worse way has no clear change.
 */
export function standingOf(picture: MeasurePicture): MeasureStanding {
  if (picture.latest === null || picture.isStale) return 'no_new_data';
  switch (picture.direction.shortTerm.direction) {
    case 'better':
      return 'improving';
    case 'worse':
      return 'worsening';
    case 'new':
      return 'too_few_figures';
    case 'same':
    case null:
      return 'no_clear_change';
  }
}

/** How many measures stand where, how many have a target, and how many of those meet it. The standings add up to `total`. */
export interface MeasureCounts {
  readonly total: number;
  readonly standings: Readonly<Record<MeasureStanding, number>>;
  readonly withTarget: number;
  readonly targetMet: number;
}

export function countMeasures(pictures: readonly MeasurePicture[]): MeasureCounts {
  const standings = { improving: 0, no_clear_change: 0, worsening: 0, too_few_figures: 0, no_new_data: 0 };
  for (const picture of pictures) standings[standingOf(picture)] += 1;
  const rated = pictures.filter(({ judgement }) => judgement.target !== null);
  return {
    total: pictures.length,
    standings,
    withTarget: rated.length,
    targetMet: rated.filter(({ judgement }) => judgement.rating === 'green').length,
  };
}

/** Red first, then worse, then better, then the rest; the plan's order within each. */
export function orderMeasures(pictures: readonly MeasurePicture[]): readonly MeasurePicture[] {
  return [...pictures].sort((first, second) => place(first) - place(second));
}

function place({ judgement, direction }: MeasurePicture): number {
  if (judgement.rating === 'red') return 0;
  if (direction.shortTerm.direction === 'worse') return 1;
  if (judgement.rating === 'amber') return 2;
  return direction.shortTerm.direction === 'better' ? 3 : 4;
}
