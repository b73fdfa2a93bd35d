import { readFileSync } from 'node:fs';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import { londonInstant } from '../../src/kit/london.ts';
import { cycleCalendar } from '../../src/plan/cycle-calendar.ts';
import { defaultCycleSettings } from '../../src/plan/cycle-settings.ts';
import { drawPicture, type PictureFacts } from '../../src/plan/draw-picture.ts';
import { addMonths, type Month } from '../../src/plan/month.ts';
import type { Person, Role } from '../../src/plan/people.ts';
import type { PlanPicture } from '../../src/plan/plan-picture.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { ActionRating } from '../../src/plan/rating.ts';
import type { ActionUpdate, UpdateContent } from '../../src/plan/update.ts';
import { lettersOfYear, peopleOfYear } from './year-data.ts';

let knownPlan: Plan | undefined;

/** Birmingham's plan as it stands in `plans/`, read once: nothing can change it. */
export function realPlan(): Plan {
  knownPlan ??= readPlan('plans/birmingham-2023-2028.yaml');
  return knownPlan;
}

function readPlan(file: string): Plan {
  const read = readPlanFile(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
  return read.value;
}

const ratings: Readonly<Record<string, ActionRating>> = {
  R: 'red',
  A: 'amber',
  G: 'green',
  C: 'complete',
  H: 'on_hold',
  N: 'not_started',
};

export const yearMonths: readonly Month[] = Array.from({ length: 12 }, (_, index) =>
  addMonths('2025-12', index),
);

/** Facts of the year of `lettersOfYear`, as they stand on 16 November 2026, without a database. */
export function factsOfYear(
  change: Partial<PictureFacts> & {
    readonly letters?: Readonly<Record<string, string>>;
    readonly content?: (code: string, month: Month, rating: ActionRating) => Partial<UpdateContent>;
  } = {},
): PictureFacts {
  const { letters = lettersOfYear, content, ...facts } = change;
  const months = facts.months ?? yearMonths;
  const days = cycleCalendar('2026-11', defaultCycleSettings).days;
  return {
    plan: realPlan(),
    state: 'closed',
    asOf: '2026-11-16',
    openedAt: londonInstant('2026-11-02', '09:00'),
    closesOn: days.close,
    lateFrom: days.deputy,
    months,
    updates: Object.entries(letters).flatMap(([code, row]) =>
      Array.from(row).flatMap((letter, index) => {
        const month = months[index] ?? '';
        return updateOf(code, month, letter, content);
      }),
    ),
    moderations: [],
    values: [],
    people: peopleOfYear.map(personOf),
    roles: peopleOfYear.flatMap((person) =>
      person.roles.map((role, index) => roleOf(person.email, role, index)),
    ),
    absences: [],
    collecting: null,
    ...facts,
  };
}

export function pictureOfYear(change: Parameters<typeof factsOfYear>[0] = {}): PlanPicture {
  return drawPicture(factsOfYear(change));
}

/** An update of a month; none for a letter that says that nobody answered. */
export function updateOf(
  code: string,
  month: Month,
  letter: string,
  content: (code: string, month: Month, rating: ActionRating) => Partial<UpdateContent> = () => ({}),
): readonly ActionUpdate[] {
  const rating = ratings[letter];
  if (!rating) return [];
  const offTrack = rating === 'red' || rating === 'amber';
  return [
    {
      id: `${month}-${code}`,
      month,
      actionCode: code,
      version: 1,
      kind: 'update',
      content: {
        rating,
        done: `What was done for ${code} in ${month}.`,
        next: `What is next for ${code}.`,
        pathToGreen: offTrack ? { what: `Get ${code} back`, who: 'Priya Nair', by: '2027-02-28' } : null,
        ask:
          rating === 'red' ? { verb: 'decide', what: `whether ${code} gets help`, by: '2026-12-20' } : null,
        evidence: [],
        startsOn: null,
        ...content(code, month, rating),
      },
      byPersonId: 'somebody',
      onBehalfOfPersonId: null,
      platform: 'rehearsal',
      at: londonInstant(`${month}-05`, '10:00'),
      reason: null,
    },
  ];
}

function personOf({ email, name, organisationCode, jobTitle }: (typeof peopleOfYear)[number]): Person {
  return {
    id: email,
    email,
    name,
    organisationCode,
    jobTitle,
    startsOn: '2025-12-01',
    endsOn: null,
    prefers: null,
  };
}

function roleOf(
  personId: string,
  { kind, scope, startsOn, endsOn }: (typeof peopleOfYear)[number]['roles'][number],
  index: number,
): Role {
  return { id: `${personId} ${index}`, personId, kind, scope, startsOn, endsOn, acceptedAt: null };
}
