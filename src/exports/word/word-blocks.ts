import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageBreak,
  Paragraph,
  ShadingType,
  type Table as WordTable,
} from 'docx';
import { drawChart } from '../../charts/draw-chart.ts';
import { assertNever } from '../../kit/assert-never.ts';
import { printable } from '../../kit/printable.ts';
import type { Block } from '../../documents/document.ts';
import type { Figure } from '../../messages/figure.ts';
import { ratingLooks } from '../../plan/rating.ts';
import { calloutParts } from '../callout-parts.ts';
import { chartPicture } from '../chart-picture.ts';
import { annexTitle, figureTable } from '../figure-annex.ts';
import { headingLevels } from '../heading-levels.ts';
import { wordTable } from './word-table.ts';
import { paragraphOf, runsOf, wordColour, wordColours } from './word-text.ts';

export type WordContent = Paragraph | WordTable;

const levelNames = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
/** The width of the text in pixels of 1/96 inch, as the library counts pictures. */
const pictureWidth = 640;

/** All blocks in their order, then the data of every chart. */
export function wordBlocks(blocks: readonly Block[]): readonly WordContent[] {
  const levels = headingLevels(blocks);
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
  return [
    ...blocks.flatMap((block, index) => {
      const before = blocks[index - 1]?.kind === 'page_break';
      if (block.kind === 'page_break') return blocks[index + 1]?.kind === 'heading' ? [] : [pageBreak()];
      return blockContent(block, levels[index] ?? 1, before);
    }),
    ...(figures.length === 0 ? [] : [heading(annexTitle, 2), ...figures.flatMap(annexOf)]),
  ];
}

function blockContent(
  block: Exclude<Block, { kind: 'page_break' }>,
  level: number,
  isOnNewPage: boolean,
): readonly WordContent[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text, level, isOnNewPage)];
    case 'paragraph':
      return [paragraphOf(block.text)];
    case 'list':
      return block.items.map((item) => paragraphOf(item, { bullet: { level: 0 } }));
    case 'callout':
      return calloutContent(block, level + 1);
    case 'table':
      return [...wordTable(block.table), gap()];
    case 'figure':
      return figureContent(block);
    default:
      return assertNever(block);
  }
}

/** The title is Word's own kind of heading one, so a document level of 2 is its heading 1. */
function heading(text: string, level: number, isOnNewPage = false): Paragraph {
  return paragraphOf(text, {
    heading: levelNames[Math.min(Math.max(level - 2, 0), 2)] ?? HeadingLevel.HEADING_1,
    pageBreakBefore: isOnNewPage,
  });
}

function pageBreak(): Paragraph {
  return new Paragraph({ children: [new PageBreak()] });
}

/** What follows a table stands off from it. */
function gap(): Paragraph {
  return new Paragraph({ style: 'Gap' });
}

function calloutContent(block: Extract<Block, { kind: 'callout' }>, level: number): readonly Paragraph[] {
  const { lead, lines } = calloutParts(block);
  const colour = block.rating === null ? wordColours.navy : wordColour(ratingLooks[block.rating].border);
  const border = { left: { style: BorderStyle.SINGLE, size: 24, color: colour, space: 8 } };
  const inside = { border, indent: { left: 160 }, keepLines: true };
  const look = block.rating === null ? null : ratingLooks[block.rating];
  return [
    paragraphOf(block.title, {
      ...inside,
      keepNext: true,
      heading: levelNames[Math.min(Math.max(level - 2, 0), 2)] ?? HeadingLevel.HEADING_2,
    }),
    ...(look === null
      ? []
      : [
          new Paragraph({
            ...inside,
            keepNext: lines.length > 0,
            children: [
              ...runsOf(` ${look.word} `, {
                bold: true,
                color: wordColour(look.text),
                shading: { type: ShadingType.CLEAR, fill: wordColour(look.background), color: 'auto' },
              }),
              ...(lead === '' ? [] : runsOf(`  ${lead}`)),
            ],
          }),
        ]),
    ...lines.map(
      ({ label, text }, index) =>
        new Paragraph({
          ...inside,
          keepNext: index < lines.length - 1,
          children: [...(label === '' ? [] : runsOf(`${label} `, { bold: true })), ...runsOf(text)],
        }),
    ),
    gap(),
  ];
}

function figureContent({ figure, caption }: Extract<Block, { kind: 'figure' }>): readonly Paragraph[] {
  const png = Buffer.from(chartPicture(figure.chart));
  const svg = Buffer.from(drawChart(figure.chart, { width: 720 }));
  // Width and height stand at byte 16 of every PNG: https://www.w3.org/TR/png-3/#11IHDR
  const height = Math.round((pictureWidth * png.readUInt32BE(20)) / png.readUInt32BE(16));
  const alt = printable(figure.alt);
  return [
    paragraphOf(figure.title, { keepNext: true, spacing: { before: 200 } }, { bold: true }),
    new Paragraph({
      keepNext: true,
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'svg',
          data: svg,
          fallback: { type: 'png', data: png },
          transformation: { width: pictureWidth, height },
          altText: { name: printable(figure.title), title: printable(figure.title), description: alt },
        }),
      ],
    }),
    paragraphOf(caption, { style: 'Caption' }),
  ];
}

function annexOf(figure: Figure): readonly WordContent[] {
  const { columns, rows } = figureTable(figure);
  return [
    paragraphOf(figure.alt),
    ...wordTable({
      caption: figure.title,
      columns: columns.map((label, index) => ({ label, width: index === 0 ? 2 : 1, align: 'start' })),
      rows: rows.map((row) => row.map((text) => ({ kind: 'text', text }))),
    }),
    gap(),
  ];
}
