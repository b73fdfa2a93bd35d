import type { Document } from '../documents/document.ts';
import {
  exportFormats,
  type ExportedFile,
  type Exporter,
  type ExportFormat,
} from '../use-cases/ports/exporter.ts';
import { documentCsv } from './csv.ts';
import { documentHtml } from './html.ts';
import { documentMarkdown } from './markdown.ts';
import { writeAside } from './worker/write-aside.ts';

/** How a document is written in one format; a slow one gives a promise. */
interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (document: Document) => string | Promise<Uint8Array>;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Every format there is. A new one is its own file, its name in the port, and a line here; a slow one is written in a thread of its own. */
const formats: Readonly<Record<ExportFormat, Format>> = {
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8', write: documentHtml },
  pdf: { extension: 'pdf', mediaType: 'application/pdf', write: (document) => writeAside('pdf', document) },
  docx: {
    extension: 'docx',
    mediaType: `${office}.wordprocessingml.document`,
    write: (document) => writeAside('docx', document),
  },
  xlsx: {
    extension: 'xlsx',
    mediaType: `${office}.spreadsheetml.sheet`,
    write: (document) => writeAside('xlsx', document),
  },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', write: documentMarkdown },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: documentCsv },
};

/** Writes documents as files; made once and handed to the use cases. */
export const documentExporter: Exporter = { formats: exportFormats, export: exportDocument };

/**
 * The document as a file of this format, named after the base name: `bcp-digest-2026-11.html`.
 * Throws a RangeError for a base name that is not ours: small letters, digits and hyphens only, since it becomes a path.
 */
export async function exportDocument(
  document: Document,
  baseName: string,
  format: ExportFormat,
): Promise<ExportedFile> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(baseName)) {
    throw new RangeError(`"${baseName}" cannot name a file. A base name is like bcp-digest-2026-11.`);
  }
  const { extension, mediaType, write } = formats[format];
  const written = await write(document);
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  return { fileName: `${baseName}.${extension}`, mediaType, bytes };
}
