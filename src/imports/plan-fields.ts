import { isScalar } from 'yaml';
import type {
  Action,
  CrossCuttingCommitment,
  Outcome,
  Plan,
  ProposalState,
  RatingDefinition,
  Theme,
} from '../plan/plan.ts';
import { actionRatings } from '../plan/rating.ts';
import { fileLimits } from './file-limits.ts';
import { readIndicator } from './indicator-fields.ts';
import { RecordReader } from './record-reader.ts';
import { asWritten, textIn } from './scalar-values.ts';
import { readSurroundings, surroundingFields } from './surrounding-fields.ts';
import type { Cell, YamlSheet } from './yaml-sheet.ts';

/** The version of the file's own layout that this program reads. */
const layout = 1;

const topFields = [
  'format',
  'plan',
  'partnership',
  'outcome_mapping',
  'outcomes',
  'themes',
  'cross_cutting',
  'actions',
  'indicators',
  'rating_definitions',
  'notes',
  ...surroundingFields,
] as const;

const actionFields = [
  'code',
  'theme',
  'text',
  'short_title',
  'short_title_is',
  'serves',
  'measures',
  'findings',
  'sensitive',
  'starts',
  'note',
] as const;

/**
 * The whole plan as the file says it. Mistakes go to the sheet; where there are any, the value has gaps and is good
 * only for looking for more of them.
 */
export function readPlanFields(sheet: YamlSheet): Plan {
  const top = new RecordReader(sheet, sheet.root, topFields);
  checkLayout(sheet, top);
  const plan = new RecordReader(
    sheet,
    group(sheet, top, 'plan', 'The plan itself: its code, title, starts and ends.'),
    planFields,
  );
  return {
    code: plan.code('code', fileLimits.longCode),
    title: plan.text('title', fileLimits.title),
    kind: plan.oneOf('kind', ['strategy', 'improvement_plan'], 'strategy'),
    startsOn: plan.day('starts'),
    endsOn: plan.day('ends'),
    ambition: plan.optionalText('ambition', fileLimits.statement),
    partnership: readPartnership(sheet, top),
    outcomes: top.list('outcomes', 'outcome', (cell) => readOutcome(sheet, cell)),
    themes: nonEmpty(sheet, top, 'themes', 'theme', (cell) => readTheme(sheet, cell)),
    crossCutting: top.list('cross_cutting', 'commitment', (cell) => readCommitment(sheet, cell)),
    actions: nonEmpty(sheet, top, 'actions', 'action', (cell) => readAction(sheet, cell)),
    indicators: top.list('indicators', 'indicator', (cell) => readIndicator(sheet, cell)),
    outcomeMapping: readMapping(sheet, top),
    ratingDefinitions: readRatingDefinitions(sheet, top),
    ...readSurroundings(sheet, top),
    notes: top.words('notes', fileLimits.note),
  };
}

function checkLayout(sheet: YamlSheet, top: RecordReader): void {
  const written = top.has('format') ? asWritten(top.field('format')) : String(layout);
  if (written === String(layout)) return;
  sheet.report(
    top.field('format'),
    `The file says that it is of another format than this program reads.`,
    `Write format: ${layout}, or use the version of the program for which it was written.`,
  );
}

const planFields = ['code', 'title', 'kind', 'starts', 'ends', 'ambition'] as const;

function group(sheet: YamlSheet, top: RecordReader, name: string, holds: string): Cell {
  const cell = top.field(name);
  if (!top.has(name)) sheet.report(cell, `The group "${name}" is missing.`, holds);
  return cell;
}

/** An empty list of themes or of actions is no plan. */
function nonEmpty<T>(
  sheet: YamlSheet,
  top: RecordReader,
  name: string,
  itemName: string,
  read: (cell: Cell) => T,
): T[] {
  if (!top.has(name))
    sheet.report(top.field(name), `The list "${name}" is missing.`, `A plan has at least one ${itemName}.`);
  return top.list(name, itemName, read);
}

function readPartnership(sheet: YamlSheet, top: RecordReader): Plan['partnership'] {
  const cell = group(sheet, top, 'partnership', "Whose plan it is: the partnership's code and name.");
  const fields = new RecordReader(sheet, cell, ['code', 'name', 'board', 'short_name']);
  const name = fields.text('name', fileLimits.title);
  return {
    code: fields.code('code', fileLimits.longCode),
    name,
    boardName: fields.optionalText('board', fileLimits.title) ?? `${name} Board`,
    shortName: fields.optionalText('short_name', fileLimits.name) ?? name,
  };
}

function readOutcome(sheet: YamlSheet, cell: Cell): Outcome {
  const fields = new RecordReader(sheet, cell, ['code', 'label', 'statement']);
  return {
    code: fields.code('code', fileLimits.longCode),
    label: fields.text('label', fileLimits.name),
    statement: fields.text('statement', fileLimits.statement),
  };
}

function readTheme(sheet: YamlSheet, cell: Cell): Theme {
  const fields = new RecordReader(sheet, cell, [
    'code',
    'label',
    'indicator_heading',
    'strapline',
    'aliases',
  ]);
  const label = fields.text('label', fileLimits.name);
  return {
    code: fields.code('code', fileLimits.longCode),
    label,
    indicatorHeading: fields.optionalText('indicator_heading', fileLimits.name) ?? label,
    strapline: fields.optionalText('strapline', fileLimits.statement) ?? '',
    aliases: fields.words('aliases', fileLimits.name),
  };
}

function readCommitment(sheet: YamlSheet, cell: Cell): CrossCuttingCommitment {
  const fields = new RecordReader(sheet, cell, ['code', 'text', 'lens_measures']);
  return {
    code: fields.code('code', fileLimits.longCode),
    text: fields.text('text', fileLimits.text),
    lensMeasures: fields.words('lens_measures', fileLimits.code),
  };
}

function readAction(sheet: YamlSheet, cell: Cell): Action {
  const fields = new RecordReader(sheet, cell, actionFields);
  const text = fields.text('text', fileLimits.text);
  const textIsShort = text.length <= fileLimits.shortTitle;
  return {
    code: fields.code('code', fileLimits.code),
    themeCode: fields.text('theme', fileLimits.longCode),
    text,
    shortTitle: textIsShort
      ? (fields.optionalText('short_title', fileLimits.shortTitle) ?? text)
      : fields.text('short_title', fileLimits.shortTitle),
    shortTitleIs: fields.oneOf('short_title_is', ['proposed', 'agreed'], 'proposed'),
    serves: fields.words('serves', fileLimits.longCode),
    measureCodes: fields.words('measures', fileLimits.code),
    findingCodes: fields.words('findings', fileLimits.longCode),
    sensitive: fields.flag('sensitive'),
    startsOn: fields.optionalDay('starts'),
    note: fields.optionalText('note', fileLimits.note),
  };
}

/** `proposed`, or `{agreed: 2026-09-30}` once the board has agreed which action serves which outcome. */
function readMapping(sheet: YamlSheet, top: RecordReader): ProposalState {
  if (!top.has('outcome_mapping')) return { state: 'proposed' };
  const cell = top.field('outcome_mapping');
  if (!isScalar(cell.node))
    return { state: 'agreed', on: new RecordReader(sheet, cell, ['agreed']).day('agreed') };
  if (textIn(sheet, cell, fileLimits.name) !== 'proposed') {
    sheet.report(
      cell,
      'The mapping is either proposed or agreed on a day.',
      'Write proposed, or {agreed: 2026-09-30}.',
    );
  }
  return { state: 'proposed' };
}

function readRatingDefinitions(sheet: YamlSheet, top: RecordReader): RatingDefinition[] {
  const cell = group(
    sheet,
    top,
    'rating_definitions',
    `What each rating means, one line each: ${actionRatings.join(', ')}.`,
  );
  if (!top.has('rating_definitions')) return [];
  const fields = new RecordReader(sheet, cell, actionRatings);
  return actionRatings.map((rating) => ({ rating, text: fields.text(rating, fileLimits.ratingDefinition) }));
}
