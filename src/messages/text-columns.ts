import { printable } from '../kit/printable.ts';

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;
const betweenColumns = '  ';

/** How many columns of a terminal the text takes: one for each letter as a reader counts, two for wide ones. */
export function columnsTaken(text: string): number {
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) taken += wide.test(segment) ? 2 : 1;
  return taken;
}

/** The text filled up with spaces to a number of columns; longer text stays as it is. */
export function padded(text: string, columns: number, align: 'start' | 'end' = 'start'): string {
  const space = ' '.repeat(Math.max(0, columns - columnsTaken(text)));
  return align === 'start' ? text + space : space + text;
}

/** The text in lines of at most so many columns, broken between words only; a longer word stands alone, whole. */
export function wrapWords(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((piece) => piece !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && columnsTaken(longer) > columns) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** A table as lines of text with its columns under one another; cells wrap so that it is no wider than it must be. */
export function tableLines(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widest: number,
): readonly string[] {
  const count = Math.max(heads.length, ...rows.map((row) => row.length));
  const all = [heads, ...rows].map((row) =>
    Array.from({ length: count }, (_, index) => printable(row[index] ?? '')),
  );
  const widths = shareOut(all, count, widest);
  const aligns = widths.map((_, index) => {
    const cells = all.slice(1).map((row) => row[index] ?? '');
    return cells.length > 0 && cells.every((cell) => /^[-–−+£<]?[\d.,]*\d[\d.,]*%?$|^$/.test(cell))
      ? 'end'
      : 'start';
  });
  const lines = all.map((row) => {
    const cells = row.map((cell, index) => wrapWords(cell, widths[index] ?? widest));
    const height = Math.max(1, ...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, index) => padded(cell[line] ?? '', widths[index] ?? 0, aligns[index]))
        .join(betweenColumns)
        .trimEnd(),
    );
  });
  const ruler = widths.map((width) => '-'.repeat(width)).join(betweenColumns);
  const [head = [], ...body] = lines;
  return [...head, ruler, ...body.flat()];
}

/** Natural widths, the widest made narrower until the row fits, but never narrower than its longest word. */
function shareOut(rows: readonly (readonly string[])[], count: number, widest: number): readonly number[] {
  const cellsOf = (index: number) => rows.map((row) => row[index] ?? '');
  const least = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...cellsOf(index).flatMap((cell) => cell.split(/\s+/).map(columnsTaken))),
  );
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...cellsOf(index).flatMap((cell) => cell.split('\n').map(columnsTaken))),
  );
  const room = widest - betweenColumns.length * Math.max(0, count - 1);
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 1) ? width : 0));
    const broadest = spare.indexOf(Math.max(...spare));
    if ((spare[broadest] ?? 0) === 0) break;
    widths[broadest] = (widths[broadest] ?? 1) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
