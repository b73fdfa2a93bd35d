import type { Direction } from '../plan/direction.ts';
import type { MeasureRating, ShownRating } from '../plan/rating.ts';
import type { Figure } from '../messages/figure.ts';

/**
 * One frozen paper, whatever it is written as: HTML, Markdown, CSV, Word, PDF, Excel, or its front page in a channel.
 * Stored as it was approved, so what the board saw can be shown again exactly.
 */
export interface Document {
  readonly title: string;
  readonly subtitle: string;
  readonly partnership: string;
  /** `OFFICIAL` and the like: top and bottom of every page. */
  readonly marking: string;
  /** "Position at 20 November 2026". */
  readonly position: string;
  /** Said in a banner when the paper is a draft or a rehearsal; null on the real, approved thing. */
  readonly banner: string | null;
  /** Head of the audit chain when it was frozen, so that the paper can be matched to the record. */
  readonly auditHead: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'callout';
      readonly title: string;
      readonly text: string;
      readonly rating: ShownRating | null;
    }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly caption: string }
  | { readonly kind: 'page_break' };

/** A real table: a caption, a header row, typed cells, no merged cells. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly label: string;
  /** Relative width; the renderer shares the page out by it. */
  readonly width: number;
  readonly align: 'start' | 'end' | 'centre';
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'date'; readonly day: string }
  | {
      readonly kind: 'rating';
      readonly rating: ShownRating | MeasureRating;
      readonly form: 'word' | 'letter';
    }
  | { readonly kind: 'direction'; readonly direction: Direction | null };
