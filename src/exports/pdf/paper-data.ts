import { assertNever } from '../../kit/assert-never.ts';
import { drawChart } from '../../charts/draw-chart.ts';
import type { Block, Cell, Document, Table } from '../../documents/document.ts';
import { ratingLooks, type RatingLook } from '../../plan/rating.ts';
import { calloutParts } from '../callout-parts.ts';
import { cellText, nothing } from '../cell-text.ts';
import { annexTitle, figureTable } from '../figure-annex.ts';
import { isLetterColumn, isWordyTable } from '../table-shape.ts';
import { headingLevels } from '../heading-levels.ts';
import { showable, type Letters } from './paper-letters.ts';

/** What the page template reads: texts that can be shown, colours, and the names of the picture files beside it. */
export interface PaperData {
  readonly json: string;
  /** SVG text by file name. */
  readonly pictures: ReadonlyMap<string, string>;
}

type Shown = (text: string) => string;

/** What has to have words, such as a heading, has at least a dash. */
function named(text: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : nothing;
}
type FigureBlock = Extract<Block, { kind: 'figure' }>;

/** The document as the template wants it. */
export function paperData(document: Document, letters: Letters): PaperData {
  const shown: Shown = (text) => showable(text, letters.page);
  const figures = document.blocks.filter((block) => block.kind === 'figure');
  const levels = headingLevels(document.blocks);
  const paper = {
    title: named(shown(document.title)),
    subtitle: shown(document.subtitle),
    partnership: shown(document.partnership),
    marking: shown(document.marking),
    position: shown(document.position),
    banner: document.banner === null ? null : shown(document.banner),
    auditHead: shown(document.auditHead),
    blocks: [
      ...document.blocks.flatMap((block, index) => blockData(block, levels[index] ?? 1, figures, shown)),
      ...annexData(figures, shown),
    ],
  };
  const pictures = figures.map(
    ({ figure }, index) => [fileName(index), showable(drawChart(figure.chart), letters.picture)] as const,
  );
  return { json: JSON.stringify(paper), pictures: new Map(pictures) };
}

function fileName(index: number): string {
  return `figure-${index + 1}.svg`;
}

function blockData(
  block: Block,
  level: number,
  figures: readonly FigureBlock[],
  shown: Shown,
): readonly object[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level, text: named(shown(block.text)) }];
    case 'paragraph':
      return [{ kind: 'paragraph', text: shown(block.text) }];
    case 'list':
      return block.items.length === 0 ? [] : [{ kind: 'list', items: block.items.map(shown) }];
    case 'callout':
      return [calloutData(block, level + 1, shown)];
    case 'table':
      return [tableData(block.table, shown)];
    case 'figure': {
      const { title, alt } = block.figure;
      const file = fileName(figures.indexOf(block));
      return [
        { kind: 'figure', file, title: shown(title), alt: named(shown(alt)), caption: shown(block.caption) },
      ];
    }
    case 'page_break':
      return [{ kind: 'page_break' }];
    default:
      return assertNever(block);
  }
}

/** What stands in a picture stands in words and figures too: at the end, so that it does not break the reading. */
function annexData(figures: readonly FigureBlock[], shown: Shown): readonly object[] {
  if (figures.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: annexTitle },
    ...figures.flatMap(({ figure }) => {
      const { columns, rows } = figureTable(figure);
      return [
        { kind: 'paragraph', text: shown(figure.alt) },
        {
          kind: 'table',
          caption: shown(figure.title),
          wordy: false,
          columns: columns.map((label, index) => ({
            label: shown(label),
            width: index === 0 ? 2 : 1,
            align: 'start',
            letters: false,
          })),
          rows: rows.map((row) => row.map((text) => ({ kind: 'text', text: shown(text) }))),
        },
      ];
    }),
  ];
}

function calloutData(block: Extract<Block, { kind: 'callout' }>, level: number, shown: Shown): object {
  const { lead, lines } = calloutParts(block);
  return {
    kind: 'callout',
    level,
    title: named(shown(block.title)),
    edge: block.rating === null ? '#12365F' : ratingLooks[block.rating].border,
    look: block.rating === null ? null : ratingLooks[block.rating],
    lead: shown(lead),
    lines: lines.map(({ label, text }) => ({ label: shown(label), text: shown(text) })),
    // What would fill most of a page by itself may go on on the next.
    long: block.text.length > 1_500,
  };
}

function tableData(table: Table, shown: Shown): object {
  return {
    kind: 'table',
    caption: shown(table.caption),
    wordy: isWordyTable(table),
    columns: table.columns.map(({ label, width, align }, index) => {
      const letters = isLetterColumn(table, index);
      return {
        label: shown(letters ? label.replace(' ', '\n') : label),
        width: Math.max(width, 1),
        align,
        letters,
      };
    }),
    rows: table.rows.map((row) => row.map((cell) => cellData(cell, shown))),
  };
}

function cellData(cell: Cell, shown: Shown): object {
  if (cell.kind !== 'rating') return { kind: 'text', text: shown(cellText(cell)) };
  const look: RatingLook = ratingLooks[cell.rating];
  return { kind: cell.form, look };
}
