import type { Message } from '../../../messages/message.ts';
import { card, type Card, type CardElement, type RichTextBlock, type Table } from './card.ts';
import { mostBytes, roomForEnvelope, weight } from './card-limits.ts';
import { heading, inPieces, paragraph, run, runs, shown } from './card-text.ts';
import { lookAgain, type ButtonOptions } from './buttons.ts';
import { partBlocks, type Block } from './part-elements.ts';

export interface RenderOptions extends ButtonOptions {
  /** The month whose prompt this is: each of its cards then looks again how things stand when it is seen. */
  readonly refreshMonth?: string;
}

/** A message as Teams gets it: as many cards as it takes, in order, each within the limits; no word is left out. */
export function messageCards(message: Message, options: RenderOptions): readonly Card[] {
  const summary = summaryOf(message);
  const blocks = message.parts
    .flatMap((part) => partBlocks(part, options))
    .filter((block) => block.length > 0)
    .flatMap(parted);
  const isCutShort = blocks.length === 0 || message.summary.trim().length > longestSummary;
  const opening = isCutShort ? inPieces(message.summary).map((piece) => paragraph(runs(piece))) : [];
  const said = [...opening, ...blocks].some((block) => block.length > 0)
    ? [...opening, ...blocks]
    : [paragraph([run(summary)])];
  const bodies = packed(said.filter((block) => block.length > 0));
  return bodies.map((body, index) => {
    const counted = bodies.length === 1 ? summary : `${summary} (${index + 1} of ${bodies.length})`;
    const shownCard = card(index === 0 ? body : [continued(index, bodies.length), ...body], counted);
    return options.refreshMonth === undefined
      ? shownCard
      : {
          ...shownCard,
          refresh: { action: refreshOf(options, options.refreshMonth, index + 1, bodies.length) },
        };
  });
}

/** What a notification shows, in characters; a longer summary stands in the card, and the notification says so. */
const longestSummary = 600;

/** What a notification shows and a client without cards reads. A message whose summary is empty still says something. */
export function summaryOf(message: Message): string {
  const summary = shown(message.summary).replace(/\s+/g, ' ').trim();
  if (summary === '') return 'A message from bcp.';
  return fitsSummary(message) ? summary : 'A long message from bcp: open it to read.';
}

/** False when the summary stands in the card, as it is too long for a notification. */
export function fitsSummary(message: Message): boolean {
  return shown(message.summary).replace(/\s+/g, ' ').trim().length <= longestSummary;
}

function refreshOf(options: RenderOptions, month: string, number: number, of: number) {
  const part = of === 1 ? {} : { part: { number, of } };
  return lookAgain({ do: 'look', p: options.partnershipId, month, ...part });
}

function continued(index: number, count: number): CardElement {
  return heading(`Continued: ${index + 1} of ${count}`, 'Medium');
}

/** What the elements of one card may weigh, in bytes. */
const roomInCard = mostBytes - roomForEnvelope - 4 * 1024;

function packed(blocks: readonly Block[]): readonly (readonly CardElement[])[] {
  const cards: CardElement[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    const bytes = weight(block).bytes;
    const last = cards.at(-1);
    if (last && (used + bytes <= roomInCard || last.length === 0)) {
      last.push(...block);
      used += bytes;
    } else {
      cards.push([...block]);
      used = bytes;
    }
  }
  return cards;
}

/** A block that is too long for any card, as smaller ones. Its elements were made short enough to stand alone. */
function parted(block: Block): readonly Block[] {
  return weight(block).bytes <= roomInCard ? [block] : block.flatMap((element) => smaller(element));
}

function smaller(element: CardElement): readonly Block[] {
  if (weight(element).bytes <= roomInCard) return [[element]];
  // A chart weighs twice, once as picture and once as table; its table says the same.
  if ('fallback' in element) return smaller(element.fallback);
  switch (element.type) {
    case 'Table':
      return smallerTables(element);
    case 'Container':
      return element.items.flatMap(smaller);
    case 'RichTextBlock':
      return smallerTexts(element);
    case 'ActionSet':
      return element.actions.length > 1
        ? element.actions.flatMap((action) => smaller({ ...element, actions: [action] }))
        : [[element]];
    default:
      return [[element]];
  }
}

function smallerTables(table: Table): readonly Block[] {
  const [head, ...rows] = table.rows;
  if (head === undefined || rows.length < 2) {
    return table.rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items.flatMap(smaller)));
  }
  const middle = Math.ceil(rows.length / 2);
  return [rows.slice(0, middle), rows.slice(middle)].flatMap((some) =>
    smaller({ ...table, rows: [head, ...some] }),
  );
}

function smallerTexts(block: RichTextBlock): readonly Block[] {
  const [inline] = block.inlines;
  if (inline === undefined) return [];
  if (block.inlines.length > 1)
    return block.inlines.flatMap((each) => smaller({ ...block, inlines: [each] }));
  const middle = half(inline.text);
  return middle === 0
    ? [[block]]
    : [inline.text.slice(0, middle), inline.text.slice(middle)].flatMap((text) =>
        smaller({ ...block, inlines: [{ ...inline, text }] }),
      );
}

/** Where a text may be cut in two: at a space near its middle, never inside a character. */
function half(text: string): number {
  if (text.length < 2) return 0;
  const middle = Math.floor(text.length / 2);
  const space = text.lastIndexOf(' ', middle);
  const end = space > middle / 2 ? space + 1 : middle;
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
