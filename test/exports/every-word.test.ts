import { parse } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { exportDocument } from '../../src/exports/export-document.ts';
import { exportFormats, type ExportFormat } from '../../src/use-cases/ports/exporter.ts';
import type { Block, Document } from '../../src/documents/document.ts';
import { cellText } from '../../src/exports/cell-text.ts';
import { readMarkup, textOf } from '../support/strict-markup.ts';
import { officeText, pdfText } from './office-text.ts';
import { longDocument } from './documents.ts';
import { sampleDocument } from './sample-document.ts';

/** What a reader of each format gets to see, as one line of text. */
const readers: Readonly<Record<ExportFormat, (bytes: Uint8Array) => string | Promise<string>>> = {
  html: (bytes) => textOf(readMarkup(decoded(bytes))),
  markdown: (bytes) => markdownText(fromMarkdown(decoded(bytes))),
  csv: (bytes) => parse(decoded(bytes), { bom: true }).flat().join(' '),
  pdf: pdfText,
  docx: (bytes) => officeText(bytes, /^word\/(?:document|header\d+|footer\d+)\.xml$/),
  xlsx: (bytes) => officeText(bytes, /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/),
};

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function markdownText(node: { readonly value?: string; readonly children?: readonly object[] }): string {
  return node.value ?? (node.children ?? []).map(markdownText).join(' ');
}

async function read(document: Document, format: ExportFormat): Promise<string> {
  const file = await exportDocument(document, 'bcp-digest-2026-11', format);
  return (await readers[format](file.bytes)).replace(/\s+/g, ' ');
}

function wordsIn(document: Document): string[] {
  const { title, subtitle, partnership, marking, position, banner, auditHead } = document;
  const head = [title, subtitle, partnership, marking, position, banner ?? '', auditHead];
  return [...head, ...document.blocks.flatMap(wordsInBlock)].flatMap((text) => text.split(/\s+/));
}

function wordsInBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'callout':
      return [block.title, block.text];
    case 'table':
      return [
        block.table.caption,
        ...block.table.columns.map(({ label }) => label),
        // A day is written in words for readers and as 2027-03-31 for spreadsheets: looked at in the tests of each.
        ...block.table.rows
          .flat()
          .filter((cell) => cell.kind !== 'date')
          .map(cellText),
      ];
    case 'figure':
      return [block.figure.title, block.figure.alt, block.caption, ...chartWords(block)];
    case 'page_break':
      return [];
  }
}

function chartWords({ figure: { chart } }: Extract<Block, { kind: 'figure' }>): string[] {
  if (chart.kind === 'trend') return [...chart.periods, ...chart.lines.map(({ name }) => name)];
  if (chart.kind === 'rating_strip') return [...chart.months, ...chart.rows.map(({ title }) => title)];
  return chart.months.map(({ label }) => label);
}

/** A figure as a spreadsheet holds it: its sign of per cent is the cell's format, to be counted with. */
function counted(word: string): string {
  return /^[\d.,]+%$/.test(word) ? word.replace('%', '') : word;
}

describe.each(exportFormats)('a document as %s', (format) => {
  test.each([
    ['a board digest of 17 actions', sampleDocument],
    ['a table of seventy rows', longDocument],
  ])('keeps every word of %s', async (_, document) => {
    const text = await read(document, format);

    const missing = wordsIn(document).filter(
      (word) => !text.includes(format === 'xlsx' ? counted(word) : word),
    );
    expect(missing).toEqual([]);
  });

  test('is the same file each time it is written', async () => {
    const first = await exportDocument(sampleDocument, 'bcp-digest-2026-11', format);
    const second = await exportDocument(sampleDocument, 'bcp-digest-2026-11', format);

    expect(second).toEqual(first);
  });
});
