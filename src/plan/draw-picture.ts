import { organisationName } from './organisation-name.ts';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { measurePicture } from './measure-picture.ts';
import type { Month } from './month.ts';
import { answerersFor, answerersForMeasure } from './ownership.ts';
import type { Absence, Person, Role } from './people.ts';
import { planMeasures } from './plan-lookup.ts';
import type {
  ActionPicture,
  Answerer,
  Collecting,
  CountedAction,
  MeasurePicture,
  PlanPicture,
  ShownValue,
} from './plan-picture.ts';
import type { Action, Plan } from './plan.ts';
import { actionPositions, ratingIn, type ActionPosition } from './position.ts';
import type { ActionUpdate, Moderation } from './update.ts';
import { findWatermelon } from './watermelon.ts';

/** What a picture is drawn from. Texts and figures have passed the gate before they come here. */
export interface PictureFacts {
  readonly plan: Plan;
  readonly state: 'open' | 'closed';
  readonly asOf: LocalDate;
  readonly openedAt: Date;
  readonly closesOn: LocalDate;
  readonly lateFrom: LocalDate;
  /** Months that had a cycle, oldest first; the last is the one that is shown. */
  readonly months: readonly Month[];
  /** Latest versions, of these months and of the one being collected. */
  readonly updates: readonly ActionUpdate[];
  readonly moderations: readonly Moderation[];
  readonly values: readonly ShownValue[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly absences: readonly Absence[];
  readonly collecting: Collecting | null;
}

/** Puts a month's picture together. The order of updates, moderations and figures plays no part. */
export function drawPicture(facts: PictureFacts): PlanPicture {
  const { plan, state, asOf, closesOn, lateFrom, months, collecting } = facts;
  const month = months.at(-1) ?? asOf.slice(0, 7);
  const measures = measurePictures(facts, month);
  const shownMeasures = measures.filter(({ measure }) => !measure.sensitive);
  const soFar = new Map(
    facts.updates
      .filter((update) => update.month === collecting?.month)
      .map((update) => [update.actionCode, update]),
  );
  const positions = actionPositions({
    plan,
    months,
    openMonth: state === 'open' ? month : null,
    updates: facts.updates,
    moderations: facts.moderations,
  });
  const drawn = positions.map((position) => ({
    position,
    counted: countedAction(position, facts, soFar.get(position.action.code) ?? null),
  }));
  return {
    plan,
    month,
    state,
    asOf,
    closesOn,
    lateFrom,
    months,
    actions: drawn
      .filter(({ position }) => !position.action.sensitive)
      .map(({ position, counted }) => actionPicture(position, counted, shownMeasures)),
    countedOnly: drawn.filter(({ position }) => position.action.sensitive).map(({ counted }) => counted),
    measures: shownMeasures,
    sensitiveMeasures: measures.filter(({ measure }) => measure.sensitive).map(({ measure }) => measure.code),
    collecting,
  };
}

function measurePictures(facts: PictureFacts, month: Month): readonly MeasurePicture[] {
  const byCode = new Map<string, ShownValue[]>();
  for (const shown of facts.values) {
    const known = byCode.get(shown.value.measureCode);
    if (known) known.push(shown);
    else byCode.set(shown.value.measureCode, [shown]);
  }
  const { plan, roles, absences, asOf } = facts;
  return planMeasures(plan).map((measure) => {
    const { owner, mayAnswer } = answerersForMeasure(measure.code, plan, roles, absences, asOf);
    return measurePicture(measure, byCode.get(measure.code) ?? [], month, facts.openedAt, {
      owner: answererOf(owner, facts),
      mayAnswer,
    });
  });
}

function countedAction(
  position: ActionPosition,
  facts: PictureFacts,
  soFar: ActionUpdate | null,
): CountedAction {
  const { action } = position;
  const answerers = answerersFor(action.code, facts.roles, facts.absences, facts.asOf);
  return {
    code: action.code,
    shown: position.rating,
    before: position.previousRating,
    action,
    direction: position.direction,
    monthsRunning: position.monthsRunning,
    history: position.history,
    owner: answererOf(answerers.owner, facts),
    mayAnswer: answerers.mayAnswer,
    soFar: facts.collecting === null ? null : ratingIn(soFar, true),
  };
}

function answererOf(personId: string | null, { people, plan }: PictureFacts): Answerer | null {
  const person = people.find(({ id }) => id === personId);
  if (!person) return null;
  return {
    personId: person.id,
    name: person.name,
    jobTitle: person.jobTitle,
    organisationCode: person.organisationCode,
    organisation: organisationName(plan, person.organisationCode),
  };
}

function actionPicture(
  position: ActionPosition,
  counted: CountedAction,
  measures: readonly MeasurePicture[],
): ActionPicture {
  const { update, moderation, previousUpdate, action } = position;
  const rated = moderation?.rating ?? null;
  return {
    ...counted,
    update,
    content: update?.content ?? null,
    previousContent: previousUpdate?.content ?? null,
    moderation: moderation && rated ? { ...moderation, rating: rated } : null,
    correction:
      update?.kind === 'correction' ? { on: londonDate(update.at), reason: update.reason ?? '' } : null,
    watermelon: watermelonOf(position, measuresOf(action, measures)),
  };
}

/** The measures that tell whether an action works, as far as they may be shown. */
export function measuresOf(action: Action, measures: readonly MeasurePicture[]): readonly MeasurePicture[] {
  return measures.filter(({ measure }) => action.measureCodes.includes(measure.code));
}

function watermelonOf(position: ActionPosition, measures: readonly MeasurePicture[]) {
  const { update } = position;
  if (!update?.content) return null;
  return findWatermelon({
    action: position.action,
    kind: update.kind,
    content: update.content,
    before: position.previousUpdate?.content ?? null,
    measures: measures.map(({ measure, values }) => ({ measure, values: values.map(({ value }) => value) })),
  });
}
