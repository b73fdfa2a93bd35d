import { z } from 'zod';
import type { Action, Plan } from '../../plan/plan.ts';
import { actionRatings } from '../../plan/rating.ts';
import { measureShape } from './measure-shape.ts';
import { shapeOf } from './shape.ts';

const text = z.string();
const texts = z.array(z.string());
const maybeText = z.string().nullable();

const actionShape = shapeOf<Action>()(
  z.object({
    code: text,
    themeCode: text,
    text,
    shortTitle: text,
    shortTitleIs: z.enum(['proposed', 'agreed']),
    serves: texts,
    measureCodes: texts,
    findingCodes: texts,
    sensitive: z.boolean(),
    startsOn: maybeText,
    note: maybeText,
  }),
);

/** What surrounds the actions and the measures: who, why, and what others have asked for. */
const surroundings = {
  voice: z.array(z.object({ code: text, topic: text, quote: text, actionCodes: texts, source: text })),
  alignedBoards: texts,
  alignedStrategies: texts,
  organisations: z.array(
    z.object({ code: text, name: text, startsOn: maybeText, endsOn: maybeText, successorCode: maybeText }),
  ),
  offices: z.array(
    z.object({
      office: z.enum(['chair', 'vice_chair']),
      name: text,
      title: text,
      organisationCode: maybeText,
      startsOn: maybeText,
      endsOn: maybeText,
    }),
  ),
  annualPriorities: z.array(z.object({ year: text, title: text, actionCodes: texts })),
  directions: z.array(
    z.object({
      code: text,
      title: text,
      issuedOn: maybeText,
      targets: z.array(z.object({ text, due: text, actionCodes: texts })),
    }),
  ),
  findings: z.array(z.object({ code: text, body: text, on: maybeText, text })),
  frameworks: z.array(
    z.object({
      organisationCode: text,
      title: text,
      statements: z.array(z.object({ text, outcomeCodes: texts })),
    }),
  ),
  reviews: z.array(z.object({ on: text, title: text })),
  notes: texts,
};

export const planShape = shapeOf<Plan>()(
  z.object({
    code: text,
    title: text,
    kind: z.enum(['strategy', 'improvement_plan']),
    startsOn: text,
    endsOn: text,
    partnership: z.object({ code: text, name: text, boardName: text, shortName: text }),
    ambition: maybeText,
    outcomes: z.array(z.object({ code: text, label: text, statement: text })),
    themes: z.array(
      z.object({ code: text, label: text, indicatorHeading: text, strapline: text, aliases: texts }),
    ),
    crossCutting: z.array(z.object({ code: text, text, lensMeasures: texts })),
    actions: z.array(actionShape),
    indicators: z.array(
      z.object({ code: text, themeCode: text, text, measures: z.array(measureShape), notes: texts }),
    ),
    outcomeMapping: z.union([
      z.object({ state: z.literal('proposed') }),
      z.object({ state: z.literal('agreed'), on: text }),
    ]),
    ratingDefinitions: z.array(z.object({ rating: z.enum(actionRatings), text })),
    ...surroundings,
  }),
);
