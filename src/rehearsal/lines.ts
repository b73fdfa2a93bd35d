import type { ActionLines } from './action-lines.ts';
import { buildSafetyLines } from './build-safety-lines.ts';
import { inclusiveCityLines } from './inclusive-city-lines.ts';
import { joinUpLines } from './join-up-lines.ts';

/** For actions of any other plan. */
export const anyLines: ActionLines = {
  good: [
    'Milestones for the month were met.',
    'Partners met and the work is on schedule.',
    'The second phase began as planned.',
  ],
  trouble: ['Recruitment has slipped by a month.', 'One partner has not confirmed its share of the funding.'],
  next: ['Review with partners next month.', 'Agree the next phase.'],
  path: 'Agree interim cover and a revised timetable with partners',
  ask: 'agree interim cover while posts are filled',
};

/** Keyed by the action codes of Birmingham's plan. */
export const linesByAction: Readonly<Record<string, ActionLines>> = {
  ...inclusiveCityLines,
  ...buildSafetyLines,
  ...joinUpLines,
};

/** Where a measure begins in a rehearsal when no published figure is there to start from; invented. */
export const startingFigures: Readonly<Record<string, number>> = {
  I16: 18.6,
  I20: 431,
  I25: 312,
  I27: 2940,
  I28: 46,
  I32a: 18_940,
  I32b: 13.1,
  I36: 88.4,
};
