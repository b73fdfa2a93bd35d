import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { assertNever } from '../kit/assert-never.ts';
import { printable } from '../kit/printable.ts';
import { chartSubtitle, chartTable } from '../plan/chart-table.ts';
import { ratingLooks } from '../plan/rating.ts';
import type { Block, Column, Document } from '../documents/document.ts';
import { cellText } from './cell-text.ts';

type Tree = Parameters<typeof toMarkdown>[0];
type Root = Extract<Tree, { type: 'root' }>;
type Content = Root['children'][number];
type Phrase = Extract<Content, { type: 'paragraph' }>['children'][number];

/**
 * The document as Markdown with tables (GitHub's kind). It is built as a tree and written by a library, so that a
 * star, a pipe or a tag in somebody's words stays what it is.
 */
export function documentMarkdown(document: Document): string {
  const opening: Content[] = [
    paragraph(strong(document.marking)),
    paragraph(text(document.partnership)),
    heading(1, document.title),
    paragraph(...lines(document.subtitle)),
    paragraph(...lines(document.position)),
    ...(document.banner === null ? [] : [quote(paragraph(strong(document.banner)))]),
  ];
  const closing: Content[] = [
    { type: 'thematicBreak' },
    paragraph(
      ...lines(`${document.position}. Matches the record kept by the partnership at ${document.auditHead}`),
    ),
    paragraph(strong(document.marking)),
  ];
  const root: Root = {
    type: 'root',
    children: [...opening, ...document.blocks.flatMap(blockContent), ...closing],
  };
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    // Tags and mentions stay text also where a chat or a forge would bring them to life.
    unsafe: [
      { character: '<', inConstruct: ['phrasing'] },
      { character: '@', inConstruct: ['phrasing'] },
    ],
  });
}

/** Marks around no words would be read as words themselves. */
function saysSomething(content: Content): boolean {
  return content.type !== 'paragraph' || wordsOf(content).trim() !== '';
}

function wordsOf(node: Phrase | Content): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function blockContent(block: Block): Content[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.level === 1 ? 2 : 3, block.text)];
    case 'paragraph':
      return [paragraph(...lines(block.text))];
    case 'list':
      return block.items.length === 0 ? [] : [list(block.items)];
    case 'callout': {
      const rating = block.rating === null ? '' : ` – ${ratingLooks[block.rating].word}`;
      const title = block.title === '' ? [] : [strong(block.title)];
      return [
        quote(...[paragraph(...title, text(rating)), paragraph(...lines(block.text))].filter(saysSomething)),
      ];
    }
    case 'table': {
      const rows = block.table.rows.map((row) => row.map(cellText));
      return [captionOf(block.table.caption), table(block.table.columns, rows)];
    }
    case 'figure':
      return figureContent(block);
    case 'page_break':
      return [{ type: 'thematicBreak' }];
    default:
      return assertNever(block);
  }
}

/** No picture: its title, what it shows in words, and its data. */
function figureContent({ figure, caption }: Extract<Block, { kind: 'figure' }>): Content[] {
  const { columns, rows } = chartTable(figure.chart);
  const align: Column['align'] = figure.chart.kind === 'rating_strip' ? 'start' : 'end';
  const heads = columns.map((label, index): Column => ({
    label,
    width: 1,
    align: index === 0 ? 'start' : align,
  }));
  return [
    paragraph(strong(figure.title)),
    paragraph(...lines(figure.alt)),
    paragraph(...lines(chartSubtitle(figure.chart))),
    ...(rows.length === 0 ? [] : [table(heads, rows)]),
    captionOf(caption),
  ];
}

const alignments = { start: 'left', end: 'right', centre: 'center' } as const;

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Content {
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: columns.map((_, index) => ({
      type: 'tableCell' as const,
      children: [text(oneLine(cells[index] ?? ''))],
    })),
  });
  return {
    type: 'table',
    align: columns.map((column) => alignments[column.align]),
    children: [row(columns.map((column) => column.label)), ...rows.map(row)],
  };
}

function heading(depth: 1 | 2 | 3, words: string): Content {
  return { type: 'heading', depth, children: [text(oneLine(words))] };
}

function captionOf(words: string): Content {
  return { type: 'paragraph', children: [{ type: 'emphasis', children: [text(oneLine(words))] }] };
}

function list(items: readonly string[]): Content {
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: [{ type: 'paragraph' as const, children: lines(item) }],
  }));
  return { type: 'list', ordered: false, spread: false, children };
}

function quote(...children: Extract<Content, { type: 'blockquote' }>['children']): Content {
  return { type: 'blockquote', children };
}

function paragraph(...children: Phrase[]): Extract<Content, { type: 'paragraph' }> {
  return { type: 'paragraph', children };
}

function strong(words: string): Phrase {
  return { type: 'strong', children: [text(oneLine(words))] };
}

function text(words: string): Extract<Phrase, { type: 'text' }> {
  return { type: 'text', value: printable(words) };
}

/** The text with its line breaks as such. */
function lines(words: string): Phrase[] {
  return printable(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, index): Phrase[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)]));
}

/** Where Markdown has room for one line only. */
function oneLine(words: string): string {
  return printable(words).replace(/\s+/g, ' ').trim();
}
