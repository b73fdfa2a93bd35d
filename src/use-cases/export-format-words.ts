import type { ExportFormat } from './ports/exporter.ts';

/** What a format is called on a button. */
export const exportFormatWords: Readonly<Record<ExportFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  html: 'Web page',
  markdown: 'Markdown',
  csv: 'Tables (CSV)',
};
