import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { documentMarkdown } from '../../src/exports/markdown.ts';
import { printable } from '../../src/kit/printable.ts';
import type { Block } from '../../src/documents/document.ts';
import { anyText } from '../support/hostile-text.ts';
import { sampleDocument } from './sample-document.ts';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

function write(...blocks: Block[]): string {
  return documentMarkdown({ ...sampleDocument, banner: null, blocks });
}

/** What stands between the head of the document (marking, partnership, title, subtitle, position) and its foot. */
function readBlocks(markdown: string): Node[] {
  return fromMarkdown(markdown).children.slice(5, -3);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function kindsIn(node: Node): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsIn) : [])];
}

/** The text as Markdown can hold it: lines without space around them, none empty. */
function lines(words: string): string {
  return printable(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The cells of a table line, as the table extension of GitHub's Markdown splits it. */
function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)(?:\\\\)*\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('a document as Markdown', () => {
  test('has its title as the one heading of the first level, and the marking first and last', () => {
    const nodes = fromMarkdown(documentMarkdown(sampleDocument)).children;

    expect(nodes.filter((node) => node.type === 'heading' && node.depth === 1).map(textOf)).toEqual([
      sampleDocument.title,
    ]);
    expect(textOf(nodes[0]!)).toBe('OFFICIAL');
    expect(textOf(nodes.at(-1)!)).toBe('OFFICIAL');
  });

  test('a table has a header row, its alignment and one line for each row', () => {
    const markdown = write({
      kind: 'table',
      table: {
        caption: 'Counts',
        columns: [
          { label: 'Rating', width: 1, align: 'start' },
          { label: 'How many', width: 1, align: 'end' },
        ],
        rows: [
          [
            { kind: 'rating', rating: 'red', form: 'word' },
            { kind: 'number', value: 3, text: '3' },
          ],
        ],
      },
    });

    expect(markdown).toContain('*Counts*\n\n| Rating | How many |\n| :- | -: |\n| Red | 3 |\n');
  });

  test('a callout is a quotation that names its rating', () => {
    const markdown = write({
      kind: 'callout',
      title: 'IC5. Inclusion',
      text: 'Why: late\nAsk: help',
      rating: 'red',
    });

    expect(markdown).toContain('> **IC5. Inclusion** – Red\n>\n> Why: late\\\n> Ask: help\n');
  });

  test('a figure is its title, what it shows in words, and its data', () => {
    const markdown = documentMarkdown(sampleDocument);

    expect(markdown).toContain('**Seven of 17 actions are on track; three owners sent no update**');
    expect(markdown).toContain('| Nov 26 | 1 | 6 | 4 | 3 | 0 | 0 | 3 |');
  });

  test('whatever people wrote, it is read back as they wrote it, as text and nothing else', () => {
    const plain = new Set([
      'paragraph',
      'text',
      'break',
      'heading',
      'list',
      'listItem',
      'blockquote',
      'strong',
    ]);

    fc.assert(
      fc.property(
        anyText.filter((words) => lines(words) !== ''),
        (words) => {
          const markdown = write(
            { kind: 'heading', level: 1, text: words },
            { kind: 'paragraph', text: words },
            { kind: 'list', items: [words, words] },
            { kind: 'callout', title: words, text: words, rating: null },
          );

          const nodes = readBlocks(markdown);

          expect(nodes.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'blockquote']);
          expect(nodes.flatMap(kindsIn).filter((kind) => !plain.has(kind))).toEqual([]);
          expect(textOf(nodes[0]!)).toBe(printable(words).replace(/\s+/g, ' ').trim());
          expect(textOf(nodes[1]!)).toBe(lines(words));
          expect(textOf(nodes[2]!)).toBe(lines(words) + lines(words));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('whatever people wrote in a cell, the table keeps its columns and the cell its text', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const markdown = write({
          kind: 'table',
          table: {
            caption: 'Cells',
            columns: [
              { label: 'A', width: 1, align: 'start' },
              { label: 'B', width: 1, align: 'start' },
            ],
            rows: [
              [
                { kind: 'text', text: words },
                { kind: 'text', text: 'end' },
              ],
            ],
          },
        });

        const row = markdown.split('\n').find((line) => line.endsWith('| end |'))!;
        const [first = ''] = cellsOf(row);
        const expected = printable(words).replace(/\s+/g, ' ').trim();
        expect(cellsOf(row)).toHaveLength(2);
        const read = fromMarkdown(`x ${first.replaceAll('\\|', '|')} x`).children;
        expect(read.map(textOf).join('')).toBe(`x ${expected} x`);
      }),
    );
  });
});
