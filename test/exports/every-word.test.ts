import { parse } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { exportDocument } from '../../src/exports/export-document.ts';
import { exportFormats, type ExportFormat } from '../../src/use-cases/ports/exporter.ts';
import type { Block, Document } from '../../src/documents/document.ts';
import { cellText } from '../../src/exports/cell-text.ts';
import { readMarkup, textOf } from '../support/strict-markup.ts';
import { longDocument } from './documents.ts';
import { sampleDocument } from './sample-document.ts';

/** What a reader of each format gets to see, as one line of text. */
const readers: Readonly<Record<ExportFormat, (written: string) => string>> = {
  html: (written) => textOf(readMarkup(written)),
  markdown: (written) => markdownText(fromMarkdown(written)),
  csv: (written) => parse(written, { bom: true }).flat().join(' '),
};

function markdownText(node: { readonly value?: string; readonly children?: readonly object[] }): string {
  return node.value ?? (node.children ?? []).map(markdownText).join(' ');
}

async function read(document: Document, format: ExportFormat): Promise<string> {
  const file = await exportDocument(document, 'bcp-digest-2026-11', format);
  return readers[format](new TextDecoder().decode(file.bytes)).replace(/\s+/g, ' ');
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

describe.each(exportFormats)('a document as %s', (format) => {
  test.each([
    ['a board digest of 17 actions', sampleDocument],
    ['a table of seventy rows', longDocument],
  ])('keeps every word of %s', async (_, document) => {
    const text = await read(document, format);

    const missing = wordsIn(document).filter((word) => !text.includes(word));
    expect(missing).toEqual([]);
  });

  test('is the same file each time it is written', async () => {
    const first = await exportDocument(sampleDocument, 'bcp-digest-2026-11', format);
    const second = await exportDocument(sampleDocument, 'bcp-digest-2026-11', format);

    expect(second).toEqual(first);
  });
});
