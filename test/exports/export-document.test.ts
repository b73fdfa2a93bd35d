import { expect, test } from 'vitest';
import { documentExporter, exportDocument } from '../../src/exports/export-document.ts';
import { sampleDocument } from './sample-document.ts';

test.each([
  ['html', 'bcp-digest-2026-11.html', 'text/html; charset=utf-8'],
  ['markdown', 'bcp-digest-2026-11.md', 'text/markdown; charset=utf-8'],
  ['csv', 'bcp-digest-2026-11.csv', 'text/csv; charset=utf-8'],
  ['pdf', 'bcp-digest-2026-11.pdf', 'application/pdf'],
  [
    'docx',
    'bcp-digest-2026-11.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['xlsx', 'bcp-digest-2026-11.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const)('as %s the file is %s', async (format, fileName, mediaType) => {
  const file = await documentExporter.export(sampleDocument, 'bcp-digest-2026-11', format);

  expect(file.fileName).toBe(fileName);
  expect(file.mediaType).toBe(mediaType);
  expect(file.bytes.length).toBeGreaterThan(1000);
});

test('every format of the port is there', () => {
  expect(documentExporter.formats).toEqual(['pdf', 'docx', 'xlsx', 'html', 'markdown', 'csv']);
});

test.each(['../etc/passwd', 'a/b', 'Digest', '', 'digest.exe', '-x'])(
  'a file is never named %j',
  async (baseName) => {
    await expect(exportDocument(sampleDocument, baseName, 'html')).rejects.toThrow(/cannot name a file/);
  },
);
