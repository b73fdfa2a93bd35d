import type {
  AnnualPriorities,
  InspectionFinding,
  OfficeHolder,
  Organisation,
  PartnerFramework,
  Plan,
  PlanReview,
  StatutoryDirection,
  VoiceItem,
} from '../plan/plan.ts';
import { parsePeriod } from '../plan/period-calendar.ts';
import { fileLimits } from './file-limits.ts';
import { RecordReader } from './record-reader.ts';
import type { Cell, YamlSheet } from './yaml-sheet.ts';

/** What stands around the plan proper: who is in the partnership, who spoke, who inspected, what was directed. */
export type Surroundings = Pick<
  Plan,
  | 'voice'
  | 'alignedBoards'
  | 'alignedStrategies'
  | 'organisations'
  | 'offices'
  | 'annualPriorities'
  | 'directions'
  | 'findings'
  | 'frameworks'
  | 'reviews'
>;

export const surroundingFields = [
  'voice',
  'aligned_boards',
  'aligned_strategies',
  'organisations',
  'offices',
  'annual_priorities',
  'directions',
  'findings',
  'frameworks',
  'reviews',
] as const;

export function readSurroundings(sheet: YamlSheet, top: RecordReader): Surroundings {
  return {
    voice: top.list('voice', 'voice item', (cell) => readVoiceItem(sheet, cell)),
    alignedBoards: top.words('aligned_boards', fileLimits.title),
    alignedStrategies: top.words('aligned_strategies', fileLimits.title),
    organisations: top.list('organisations', 'organisation', (cell) => readOrganisation(sheet, cell)),
    offices: top.list('offices', 'office', (cell) => readOffice(sheet, cell)),
    annualPriorities: top.list('annual_priorities', 'priorities', (cell) => readPriorities(sheet, cell)),
    directions: top.list('directions', 'direction', (cell) => readDirection(sheet, cell)),
    findings: top.list('findings', 'finding', (cell) => readFinding(sheet, cell)),
    frameworks: top.list('frameworks', 'framework', (cell) => readFramework(sheet, cell)),
    reviews: top.list('reviews', 'review', (cell) => readReview(sheet, cell)),
  };
}

function readVoiceItem(sheet: YamlSheet, cell: Cell): VoiceItem {
  const fields = new RecordReader(sheet, cell, ['code', 'topic', 'quote', 'actions', 'source']);
  return {
    code: fields.code('code', fileLimits.code),
    topic: fields.text('topic', fileLimits.name),
    quote: fields.text('quote', fileLimits.quote),
    actionCodes: fields.words('actions', fileLimits.code),
    source: fields.text('source', fileLimits.source),
  };
}

function readOrganisation(sheet: YamlSheet, cell: Cell): Organisation {
  const fields = new RecordReader(sheet, cell, ['code', 'name', 'starts', 'ends', 'successor']);
  return {
    code: fields.code('code', fileLimits.longCode),
    name: fields.text('name', fileLimits.title),
    startsOn: fields.optionalDay('starts'),
    endsOn: fields.optionalDay('ends'),
    successorCode: fields.optionalText('successor', fileLimits.longCode),
  };
}

function readOffice(sheet: YamlSheet, cell: Cell): OfficeHolder {
  const fields = new RecordReader(sheet, cell, ['office', 'name', 'title', 'organisation', 'starts', 'ends']);
  return {
    office: fields.oneOf('office', ['chair', 'vice_chair']),
    name: fields.text('name', fileLimits.title),
    title: fields.text('title', fileLimits.title),
    organisationCode: fields.optionalText('organisation', fileLimits.longCode),
    startsOn: fields.optionalDay('starts'),
    endsOn: fields.optionalDay('ends'),
  };
}

/** The year is a financial year, April to March, as budgets and council plans count. */
function readPriorities(sheet: YamlSheet, cell: Cell): AnnualPriorities {
  const fields = new RecordReader(sheet, cell, ['year', 'title', 'actions']);
  const year = fields.text('year', fileLimits.code);
  const parsed = parsePeriod('financial_year', year);
  if (year !== '' && !parsed.ok) {
    sheet.report(
      fields.field('year'),
      `"${year}" is not a year of priorities.`,
      'Write April 2026 to March 2027 as 2026/27.',
    );
  }
  return {
    year,
    title: fields.text('title', fileLimits.title),
    actionCodes: fields.words('actions', fileLimits.code),
  };
}

function readDirection(sheet: YamlSheet, cell: Cell): StatutoryDirection {
  const fields = new RecordReader(sheet, cell, ['code', 'title', 'issued', 'targets']);
  return {
    code: fields.code('code', fileLimits.longCode),
    title: fields.text('title', fileLimits.title),
    issuedOn: fields.optionalDay('issued'),
    targets: fields.list('targets', 'target', (item) => {
      const target = new RecordReader(sheet, item, ['text', 'due', 'actions']);
      return {
        text: target.text('text', fileLimits.text),
        due: target.day('due'),
        actionCodes: target.words('actions', fileLimits.code),
      };
    }),
  };
}

function readFinding(sheet: YamlSheet, cell: Cell): InspectionFinding {
  const fields = new RecordReader(sheet, cell, ['code', 'body', 'on', 'text']);
  return {
    code: fields.code('code', fileLimits.longCode),
    body: fields.text('body', fileLimits.title),
    on: fields.optionalDay('on'),
    text: fields.text('text', fileLimits.text),
  };
}

function readFramework(sheet: YamlSheet, cell: Cell): PartnerFramework {
  const fields = new RecordReader(sheet, cell, ['organisation', 'title', 'statements']);
  return {
    organisationCode: fields.text('organisation', fileLimits.longCode),
    title: fields.text('title', fileLimits.title),
    statements: fields.list('statements', 'statement', (item) => {
      const statement = new RecordReader(sheet, item, ['text', 'outcomes']);
      return {
        text: statement.text('text', fileLimits.statement),
        outcomeCodes: statement.words('outcomes', fileLimits.longCode),
      };
    }),
  };
}

function readReview(sheet: YamlSheet, cell: Cell): PlanReview {
  const fields = new RecordReader(sheet, cell, ['on', 'title']);
  return { on: fields.day('on'), title: fields.text('title', fileLimits.title) };
}
