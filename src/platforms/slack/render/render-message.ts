import type { Figure } from '../../../messages/figure.ts';
import type { Message } from '../../../messages/message.ts';
import type { Block, SlackPage } from './blocks.ts';
import { slackLimits } from './limits.ts';
import { partBlocks, type PartContext } from './render-parts.ts';
import { richBlocks } from './rich-text.ts';
import { escapeText, run, weightOf } from './words.ts';

export interface RenderOptions {
  /** Written into the buttons, for people who are in more than one partnership. */
  readonly partnershipId: string | null;
  readonly pictureOf?: (figure: Figure) => string | null;
}

/**
 * A message as one Slack message, or as several where it is too large for one: split between blocks, never cut. The first is the
 * message; the others follow it.
 */
export function messagePages(message: Message, options: RenderOptions): readonly SlackPage[] {
  const summary = escapeText(message.summary);
  const isLong = summary.length > slackLimits.messageText;
  const blocks = [
    ...(isLong || message.parts.length === 0 ? richBlocks([run(message.summary)]) : []),
    ...messageBlocks(message, 'message', options),
  ];
  const pages = packed(blocks.length === 0 ? richBlocks([run('There is nothing to say.')]) : blocks);
  const said = isLong ? 'bcp has a message for you. It is longer than a notification can show.' : summary;
  const text = said.trim() === '' ? 'bcp has a message for you.' : said;
  return pages.map((page, index) => ({
    text: index === 0 ? text : `${text} (${index + 1} of ${pages.length})`,
    blocks: page,
  }));
}

/** The blocks of a message, for a surface that holds more than one message (App Home, a modal). */
export function messageBlocks(
  message: Message,
  surface: PartContext['surface'],
  options: RenderOptions,
  nextNumber: () => number = counter(),
): readonly Block[] {
  const context: PartContext = {
    surface,
    partnershipId: options.partnershipId,
    pictureOf: options.pictureOf ?? (() => null),
    nextNumber,
  };
  return message.parts.flatMap((part) => partBlocks(part, context));
}

/** 1, 2, 3 …: numbers for the buttons of one surface. */
export function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

/** Fills pages one after the other: at most 50 blocks, one table, and light enough as a whole. */
function packed(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let weight = 0;
  for (const block of blocks) {
    const own = weightOf(block) + 1;
    const page = pages.at(-1);
    const fits =
      page !== undefined &&
      page.length < slackLimits.messageBlocks &&
      weight + own <= slackLimits.messageWeight - 10 &&
      !(block.type === 'table' && page.some(({ type }) => type === 'table'));
    if (fits) page.push(block);
    else pages.push([block]);
    weight = fits ? weight + own : own;
  }
  return pages;
}
