/** The thread that writes papers. Each writer is loaded when it is first wanted: the PDF writer alone holds a hundred megabytes. */
import { parentPort } from 'node:worker_threads';
import type { Document } from '../../documents/document.ts';
import type { Delivered, Order, SlowFormat } from './slow-formats.ts';

const writers: Readonly<Record<SlowFormat, (document: Document) => Promise<Uint8Array>>> = {
  pdf: async (document) => (await import('../pdf/write-pdf.ts')).documentPdf(document),
  docx: async (document) => (await import('../word/write-word.ts')).documentWord(document),
  xlsx: async (document) => (await import('../excel/write-excel.ts')).documentExcel(document),
};

let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  // One after the other: pictures are drawn outside JavaScript's memory, which is given back between them.
  before = before.then(async () => parentPort?.postMessage(await answer(order)));
});

async function answer({ number, format, document }: Order): Promise<Delivered> {
  try {
    return { number, bytes: await writers[format](document) };
  } catch (cause) {
    return { number, trouble: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) };
  }
}
