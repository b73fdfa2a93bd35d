import { defaultCycleSettings } from '../../../src/plan/cycle-settings.ts';
import type { Document } from '../../../src/documents/document.ts';
import type { Message } from '../../../src/messages/message.ts';
import type { Person, Role } from '../../../src/plan/people.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { ActionUpdate, Moderation } from '../../../src/plan/update.ts';
import type { MeasureValue } from '../../../src/plan/value.ts';
import type { Digest } from '../../../src/use-cases/ports/board-records.ts';
import type { Cycle, Prompt } from '../../../src/use-cases/ports/cycle-records.ts';
import type { Promised } from '../../../src/use-cases/ports/delivery-records.ts';
import type { PlanRevision } from '../../../src/use-cases/ports/partnership-records.ts';

/** One of each thing that is stored, with every field filled in a way that shows when it is lost or swapped. */
export const morning = new Date('2026-11-02T09:00:00.123Z');

export function minutesLater(minutes: number): Date {
  return new Date(morning.getTime() + minutes * 60_000);
}

export const priya: Person = {
  id: 'priya',
  email: 'priya.shah@example.org',
  name: 'Priya Shah',
  organisationCode: 'BCC',
  jobTitle: 'Head of SEND',
  startsOn: '2025-04-01',
  endsOn: null,
  prefers: 'teams',
};

export const ownerRole: Role = {
  id: 'role-1',
  personId: 'priya',
  kind: 'owner',
  scope: { kind: 'action', code: 'IC5' },
  startsOn: '2026-01-01',
  endsOn: null,
  acceptedAt: null,
};

export const update: ActionUpdate = {
  id: 'update-1',
  month: '2026-11',
  actionCode: 'IC5',
  version: 1,
  kind: 'update',
  content: {
    rating: 'amber',
    done: 'Two more assessors began. "Quotes", ünïcödé, 👩‍👩‍👧 and a \\ backslash.',
    next: 'Interviews on 12 November.',
    pathToGreen: { what: 'Agency cover', who: 'Priya Shah', by: '2027-01-31' },
    ask: { verb: 'agree', what: 'Agency spend', by: null },
    evidence: ['Minutes of 3 November', 'https://example.org/a?b=1'],
    startsOn: null,
  },
  byPersonId: 'priya',
  onBehalfOfPersonId: 'tom',
  platform: 'slack',
  at: morning,
  reason: null,
};

export const moderation: Moderation = {
  id: 'moderation-1',
  month: '2026-11',
  actionCode: 'IC5',
  version: 1,
  rating: 'red',
  reason: 'The recovery has no date that holds.',
  byPersonId: 'tom',
  at: morning,
};

export const value: MeasureValue = {
  id: 'value-1',
  measureCode: 'I9',
  series: 'partnership',
  period: { kind: 'month', key: '2026-10' },
  version: 1,
  state: 'value',
  value: 61.3,
  numerator: 141,
  denominator: 230,
  provisional: true,
  embargoUntil: '2026-11-20',
  source: 'SEND performance return',
  byPersonId: 'priya',
  platform: 'teams',
  at: morning,
  reason: 'first count',
};

export const cycle: Cycle = {
  id: 'cycle-1',
  month: '2026-11',
  planRevisionId: 'revision-1',
  settings: { ...defaultCycleSettings, closedDays: ['2026-12-29'] },
  state: 'open',
  openedAt: morning,
  closedAt: null,
};

export const prompt: Prompt = {
  id: 'prompt-1',
  month: '2026-11',
  personId: 'priya',
  items: [
    { kind: 'action', code: 'IC5', as: 'owner', onBehalfOfPersonId: null },
    {
      kind: 'measure',
      code: 'I9',
      period: { kind: 'month', key: '2026-10' },
      status: 'provisional',
      as: 'cover',
      onBehalfOfPersonId: 'tom',
    },
  ],
  state: 'open',
  deferredUntil: null,
  createdAt: morning,
};

export const message: Message = {
  summary: 'Your update for November 2026 is wanted.',
  parts: [
    { kind: 'heading', text: 'November 2026' },
    { kind: 'text', text: ['Closes on ', { strong: 'Friday 13 November' }], tone: 'notice' },
    { kind: 'facts', facts: [{ label: 'Owner', value: 'Priya Shah' }] },
    {
      kind: 'ratings',
      rows: [
        { code: 'IC5', title: 'EHC plans', rating: 'awaited', direction: null, lines: ['61.3% in October'] },
      ],
    },
    { kind: 'list', items: ['one', ['two ', { strong: 'three' }]] },
    { kind: 'table', caption: 'Due', columns: ['Measure', 'Period'], rows: [['I9', 'October 2026']] },
    {
      kind: 'figure',
      figure: {
        title: 'Fewer reds than in October',
        alt: 'Stacked columns',
        chart: {
          kind: 'rating_history',
          months: [{ label: 'Nov 26', counts: { red: 2, amber: 3, no_update: 1 } }],
        },
      },
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Update', press: { verb: 'update', month: '2026-11' }, style: 'main' },
        { label: 'Undo', press: { verb: 'undo', month: '2026-11', codes: ['IC5'] }, style: 'danger' },
      ],
    },
  ],
};

export const document: Document = {
  title: 'Digest for November 2026',
  subtitle: 'Change for Children & Young People',
  partnership: 'Birmingham Children and Young People’s Partnership',
  marking: 'OFFICIAL',
  position: 'Position at 20 November 2026',
  banner: null,
  auditHead: 'a'.repeat(64),
  blocks: [
    { kind: 'heading', level: 1, text: 'At a glance' },
    { kind: 'callout', title: 'IC5', text: 'Off track', rating: 'red' },
    {
      kind: 'table',
      table: {
        caption: 'All actions',
        columns: [{ label: 'Action', width: 3, align: 'start' }],
        rows: [
          [{ kind: 'text', text: 'IC5' }],
          [{ kind: 'number', value: 61.3, text: '61.3%' }],
          [{ kind: 'date', day: '2026-11-20' }],
          [{ kind: 'rating', rating: 'not_rated', form: 'letter' }],
          [{ kind: 'direction', direction: 'better' }],
        ],
      },
    },
    {
      kind: 'figure',
      caption: 'Trend',
      figure: {
        title: 'EHC plans in time',
        alt: 'A line that rises',
        chart: {
          kind: 'trend',
          unitWords: 'percent',
          polarityWords: 'higher is better',
          periods: ['Sep 26', 'Oct 26'],
          lines: [{ name: 'Birmingham', values: [null, 61.3], role: 'main' }],
        },
      },
    },
    { kind: 'page_break' },
  ],
};

export const digest: Digest = {
  id: 'digest-1',
  month: '2026-11',
  audience: 'theme:SAFE',
  number: 1,
  state: 'draft',
  document,
  documentHash: 'b'.repeat(64),
  draftedAt: morning,
  draftedByPersonId: null,
  approvedAt: null,
  approvedByPersonId: null,
  postedAt: null,
  postedByPersonId: null,
};

export const promised: Promised = {
  id: 'delivery-1',
  key: 'prompt:2026-11:priya:slack',
  purpose: 'prompt',
  to: { kind: 'account', platform: 'slack', tenantId: 'T1', accountId: 'U1', personId: 'priya' },
  message,
  replaces: null,
  promisedAt: morning,
  dueAt: morning,
};

const plan: Plan = {
  code: 'ccyp',
  title: 'Change for Children & Young People',
  kind: 'strategy',
  startsOn: '2023-04-01',
  endsOn: '2028-03-31',
  partnership: { code: 'bcypp', name: 'Birmingham …', boardName: 'Partnership Board', shortName: 'BCYPP' },
  ambition: null,
  outcomes: [{ code: 'SAFE', label: 'SAFE', statement: 'Children are safe.' }],
  themes: [
    { code: 'IC', label: 'INCLUSION', indicatorHeading: 'Inclusion', strapline: '', aliases: ['send'] },
  ],
  crossCutting: [{ code: 'CC1', text: 'Poverty', lensMeasures: ['I9'] }],
  actions: [
    {
      code: 'IC5',
      themeCode: 'IC',
      text: 'Improve the timeliness of EHC plans',
      shortTitle: 'EHC plans in time',
      shortTitleIs: 'proposed',
      serves: ['SAFE'],
      measureCodes: ['I9'],
      findingCodes: [],
      sensitive: false,
      startsOn: null,
      note: null,
    },
  ],
  indicators: [
    {
      code: 'I9',
      themeCode: 'IC',
      text: 'EHC plans within 20 weeks',
      notes: [],
      measures: [
        {
          code: 'I9',
          indicatorCode: 'I9',
          themeCode: 'IC',
          label: 'EHC plans in 20 weeks',
          unit: 'percent',
          polarity: 'higher',
          collection: { every: 'month', periodKind: 'month', monthsBack: 1 },
          source: 'SEND return',
          asksFraction: true,
          baseline: { period: '2023', value: 62 },
          targets: [{ from: '2026-04', value: 70 }],
          tolerance: { kind: 'absolute', amount: 2 },
          minimumChange: 1,
          suppression: { hideUpTo: 4, hideZero: false, roundTo: 5 },
          sensitive: false,
          sumOf: [],
          notes: [],
        },
      ],
    },
  ],
  outcomeMapping: { state: 'agreed', on: '2026-09-01' },
  ratingDefinitions: [{ rating: 'green', text: 'On track' }],
  voice: [{ code: 'V1', topic: 'SEND', quote: 'We waited.', actionCodes: ['IC5'], source: 'Survey' }],
  alignedBoards: ['Health and Wellbeing Board'],
  alignedStrategies: [],
  organisations: [{ code: 'BCC', name: 'City Council', startsOn: null, endsOn: null, successorCode: null }],
  offices: [],
  annualPriorities: [],
  directions: [],
  findings: [],
  frameworks: [],
  reviews: [{ on: '2027-03-31', title: 'Review' }],
  notes: [],
};

export const revision: PlanRevision = {
  id: 'revision-1',
  number: 1,
  effectiveFrom: '2026-04-01',
  importedAt: morning,
  importedByPersonId: null,
  sourceName: 'birmingham.yaml',
  sourceHash: 'c'.repeat(64),
  plan,
};
