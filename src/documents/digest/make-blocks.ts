import type { MeasureRating, ShownRating } from '../../plan/rating.ts';
import type { Block, Cell, Column } from '../document.ts';

/** Short ways to write blocks and cells, so that a section reads like what it says. */
export function heading(text: string, level: 1 | 2 = 1): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A list, or nothing where there is nothing to list. */
export function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', table: { caption, columns, rows } }];
}

export function column(label: string, width: number, align: Column['align'] = 'start'): Column {
  return { label, width, align };
}

export function text(words: string): Cell {
  return { kind: 'text', text: words };
}

export function count(value: number): Cell {
  return { kind: 'number', value, text: String(value) };
}

export function rated(rating: ShownRating | MeasureRating, form: 'word' | 'letter' = 'word'): Cell {
  return { kind: 'rating', rating, form };
}

/** A day, or words where there is none. */
export function date(day: string | null, otherwise: string): Cell {
  return day === null ? text(otherwise) : { kind: 'date', day };
}

/** Tables and figures numbered in the order in which they stand, each kind by itself. */
export function numbered(blocks: readonly Block[]): readonly Block[] {
  let tables = 0;
  let figures = 0;
  return blocks.map((block) => {
    if (block.kind === 'table') {
      tables += 1;
      return { ...block, table: { ...block.table, caption: `Table ${tables}. ${block.table.caption}` } };
    }
    if (block.kind !== 'figure') return block;
    figures += 1;
    return { ...block, caption: `Figure ${figures}. ${block.caption}` };
  });
}
