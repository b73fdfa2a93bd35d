import { printable } from '../../../kit/printable.ts';
import type { Block, RichRun, TableCell } from './blocks.ts';
import { slackLimits } from './limits.ts';
import { richBlocks } from './rich-text.ts';
import { bold, run, splitText, weightOf } from './words.ts';

export interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table's blocks may fill this much of a message; the rest is for its caption. */
const tableWeight = slackLimits.messageWeight - 3_500;

/**
 * A table as Slack's own table blocks, each with its head, at most one in a message (https://docs.slack.dev/reference/block-kit/blocks/table-block).
 * Null when a row is too wide or too long for one: then it is told as lines.
 */
export function tableBlocks({ columns, rows }: TableData): readonly Block[] | null {
  if (columns.length === 0 || columns.length > slackLimits.tableColumns || rows.length === 0) return null;
  const head = cells(columns, columns.length);
  const headSize = sizeOf(head);
  const blocks: (readonly TableCell[])[][] = [];
  let taken = { weight: Infinity, characters: Infinity };
  for (const row of rows) {
    const next = cells(row, columns.length);
    const size = sizeOf(next);
    if (headSize.weight + size.weight > tableWeight) return null;
    const last = blocks.at(-1);
    const fits =
      last !== undefined &&
      taken.weight + size.weight <= tableWeight &&
      taken.characters + size.characters <= slackLimits.tableCharacters &&
      last.length < slackLimits.tableRows;
    if (fits) last.push(next);
    else blocks.push([head, next]);
    const before = fits ? taken : headSize;
    taken = { weight: before.weight + size.weight, characters: before.characters + size.characters };
  }
  return blocks.map((table) => ({
    type: 'table',
    rows: table,
    column_settings: columns.map(() => ({ is_wrapped: true })),
  }));
}

/** A table told as lines, for places that show none: each row is a paragraph that names its columns. */
export function tableAsLines({ columns, rows }: TableData): readonly Block[] {
  return richBlocks(
    rows.map((row): readonly RichRun[] => {
      const [first = '', ...rest] = row;
      const others = rest.flatMap((cell, index) => [
        ...run(`\n${columns[index + 1] ?? ''}: `),
        ...run(cell === '' ? '–' : cell),
      ]);
      return [...bold(first === '' ? '–' : first), ...others];
    }),
  );
}

/** Missing cells are shown as a dash; cells beyond the head are kept in the last one. */
function cells(row: readonly string[], count: number): readonly TableCell[] {
  const kept = row.length > count ? [...row.slice(0, count - 1), row.slice(count - 1).join(' ')] : row;
  return Array.from({ length: count }, (_, index) => {
    const text = printable(kept[index] ?? '');
    return { type: 'raw_text', text: text.trim() === '' ? '–' : text };
  });
}

function sizeOf(row: readonly TableCell[]): { readonly weight: number; readonly characters: number } {
  return {
    weight: weightOf(row) + 1,
    characters: row.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** A caption that is a paragraph of its own, stressed. */
export function captionBlocks(caption: string): readonly Block[] {
  return richBlocks([bold(caption)]);
}

/** Long headings are split over several header blocks. */
export function headingBlocks(text: string): readonly Block[] {
  return splitText(text, slackLimits.header)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ type: 'header', text: { type: 'plain_text', text: piece, emoji: false } }));
}
