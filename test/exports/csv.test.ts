import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentCsv } from '../../src/exports/csv.ts';
import { printable } from '../../src/kit/printable.ts';
import { anyText } from '../support/hostile-text.ts';
import { everywhere, longDocument } from './documents.ts';
import { sampleDocument } from './sample-document.ts';

function recordsOf(csv: string): string[][] {
  return parse(csv, { bom: true });
}

describe('a document as CSV', () => {
  test('opens with what the file is, marking included', () => {
    const records = recordsOf(documentCsv(sampleDocument));

    expect(records[0]?.slice(0, 3)).toEqual(['Table', 'What', 'Value']);
    expect(records.map((record) => record.slice(0, 3))).toContainEqual([
      'About this file',
      'Marking',
      'OFFICIAL',
    ]);
  });

  test('every line names its table and has the same number of fields', () => {
    const records = recordsOf(documentCsv(sampleDocument));

    expect(new Set(records.map((record) => record.length)).size).toBe(1);
    expect(records.every(([table]) => table !== '')).toBe(true);
  });

  test('ratings are words or letters, numbers numbers, and days sort', () => {
    const records = recordsOf(documentCsv(longDocument));

    const row = records.find((record) => record[1] === 'REF7');
    expect(row).toEqual(['Everything', 'REF7', 'Unique7word', '1007', '2027-03-31', 'Amber', '·', '▼ Worse']);
  });

  test('a number below nought stays a number, a figure with its unit stays as the board saw it', () => {
    const csv = documentCsv({
      ...sampleDocument,
      blocks: [
        {
          kind: 'table',
          table: {
            caption: 'Figures',
            columns: [
              { label: 'A', width: 1, align: 'end' },
              { label: 'B', width: 1, align: 'end' },
            ],
            rows: [
              [
                { kind: 'number', value: -5, text: '-5' },
                { kind: 'number', value: 61.2, text: '61.2%' },
              ],
            ],
          },
        },
      ],
    });

    expect(csv).toContain('Figures,-5,61.2%');
  });

  test('begins with the mark that tells a spreadsheet it is Unicode, and ends lines as Windows does', () => {
    const csv = documentCsv(sampleDocument);

    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.split('\r\n').length).toBeGreaterThan(50);
  });

  test('whatever people wrote, it is read back as they wrote it and is never a formula', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const records = recordsOf(documentCsv(everywhere(words)));

        const fields = records.flat();
        for (const field of fields) expect(field).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/);
        const titles = records.filter((record) => record[1] === 'Title').map((record) => record[2]);
        expect(titles.map((title) => title?.replace(/^'/, ''))).toContain(printable(words).replace(/^'/, ''));
      }),
    );
  });
});
