import { assertNever } from '../../../kit/assert-never.ts';
import { directionLooks } from '../../../plan/direction.ts';
import { ratingLooks, type ShownRating } from '../../../plan/rating.ts';
import type { MessagePart, RatingRow, Words } from '../../../messages/message.ts';
import type { CardElement, ContainerStyle } from './card.ts';
import { headings, inPieces, paragraph, run, runs, type RunLook } from './card-text.ts';
import { figureElements, tableElement } from './chart-elements.ts';
import { buttonRows, type ButtonOptions } from './buttons.ts';

/**
 * What may not be parted when a message is too long for one card. The elements of a block stay together; where even one
 * block is too long, its elements may be parted.
 */
export type Block = readonly CardElement[];

/** What a part of the vocabulary looks like in Teams. Every word of it is there. */
export function partBlocks(part: MessagePart, options: ButtonOptions): readonly Block[] {
  switch (part.kind) {
    case 'heading':
      return headings(part.text, 'Large').map((each) => [each]);
    case 'text':
      return textBlocks(part.text, part.tone);
    case 'facts':
      return part.facts.map(({ label, value }) => labelled(label, value));
    case 'ratings':
      return part.rows.map(ratingRow);
    case 'list':
      return part.items.map((item) => listItem(item));
    case 'table':
      return tableBlocks(part.caption, part.columns, part.rows);
    case 'figure':
      return [figureElements(part.figure)];
    case 'buttons':
      return buttonRows(part.buttons, options).map((row) => [row]);
    default:
      return assertNever(part);
  }
}

function textBlocks(text: Words, tone: 'normal' | 'quiet' | 'notice'): readonly Block[] {
  const look: RunLook = { quiet: tone === 'quiet' };
  const pieces = inPieces(text).map((piece) => paragraph(runs(piece, look)));
  if (tone !== 'notice') return pieces;
  // A notice has a frame of its own and a word for it, so that it is not told by colour alone.
  return pieces
    .filter((items) => items.length > 0)
    .map((items) => [
      {
        type: 'Container',
        style: 'warning',
        items: [...paragraph([run('Please note', { strong: true })]), ...items],
      },
    ]);
}

function labelled(label: string, value: Words): Block {
  return inPieces(value).flatMap((piece, index) =>
    paragraph(index === 0 ? [run(`${label}: `, { strong: true }), ...runs(piece)] : runs(piece), {
      spacing: 'Small',
    }),
  );
}

function listItem(item: Words): Block {
  return inPieces(item).flatMap((piece, index) =>
    paragraph(index === 0 ? [run('• '), ...runs(piece)] : runs(piece), { spacing: 'Small' }),
  );
}

const ratingStyles: Readonly<Record<ShownRating, ContainerStyle>> = {
  red: 'attention',
  amber: 'warning',
  green: 'good',
  complete: 'accent',
  not_started: 'emphasis',
  on_hold: 'emphasis',
  no_update: 'emphasis',
  awaited: 'emphasis',
};

/** One action: letter, word and colour in its head line, and its lines below. Nothing stands side by side, for phones. */
function ratingRow({ code, title, rating, direction, lines }: RatingRow): Block {
  const look = ratingLooks[rating];
  const way = direction === null ? null : directionLooks[direction];
  const head = paragraph([
    run(`${look.letter} ${look.word}`, { strong: true }),
    run(' · '),
    run(`${code} `, { strong: true }),
    run(title),
    ...(way === null ? [] : [run(' · '), run(`${way.arrow} ${way.word}`, { strong: true })]),
  ]);
  return [
    { type: 'Container', style: ratingStyles[rating], separator: true, items: head },
    ...lines.flatMap((line) =>
      inPieces(line).flatMap((piece) => paragraph(runs(piece), { spacing: 'Small' })),
    ),
  ];
}

/** More columns than a phone can show become one small list a row. https://adaptivecards.io/explorer/Table.html */
const mostColumns = 3;
/** Rows of one grid before the next begins with the same head: a card that is too long is parted between grids. */
const rowsTogether = 12;

function tableBlocks(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  const title = paragraph([run(caption, { strong: true })], { separator: true });
  const isNarrow =
    columns.length <= mostColumns &&
    rows.every((row) => row.length <= columns.length && row.join('').length <= 1_000);
  if (!isNarrow) return [title, ...rows.map((row) => rowAsList(columns, row))];
  if (rows.length === 0) return [[...title, ...paragraph([run(columns.join(' · '), { quiet: true })])]];
  const blocks: Block[] = [];
  for (let start = 0; start < rows.length; start += rowsTogether) {
    const grid = tableElement({ columns, rows: rows.slice(start, start + rowsTogether) });
    if (grid) blocks.push(start === 0 ? [...title, grid] : [grid]);
  }
  return blocks;
}

function rowAsList(columns: readonly string[], row: readonly string[]): Block {
  return row.flatMap((cell, index) =>
    index === 0
      ? inPieces(cell).flatMap((piece) => paragraph(runs(piece, { strong: true }), { separator: true }))
      : labelled(columns[index] ?? '', cell.trim() === '' ? '–' : cell),
  );
}
