import type { Document } from '../../documents/document.ts';

/** The formats a document can be written in today. */
export const exportFormats = ['pdf', 'docx', 'xlsx', 'html', 'markdown', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  /** e.g. `bcp-digest-2026-11.html`; made by us, never from people's words. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Writes a document as a file. Slow formats may take a while, hence the promise. */
export interface Exporter {
  readonly formats: readonly ExportFormat[];
  export(document: Document, baseName: string, format: ExportFormat): Promise<ExportedFile>;
}

export function isExportFormat(text: string): text is ExportFormat {
  return exportFormats.some((format) => format === text);
}
