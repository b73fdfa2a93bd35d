import type { Document } from '../../documents/document.ts';

/** The formats that take so long to write that nobody else should have to wait for them. */
export type SlowFormat = 'pdf' | 'docx' | 'xlsx';

/** What the thread is asked, and what it answers; both carry the number of the question. */
export interface Order {
  readonly number: number;
  readonly format: SlowFormat;
  readonly document: Document;
}

export type Delivered =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly trouble: string };
