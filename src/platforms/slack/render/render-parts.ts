import { assertNever } from '../../../kit/assert-never.ts';
import type { Figure } from '../../../messages/figure.ts';
import { plainWords, type MessagePart, type RatingRow, type Words } from '../../../messages/message.ts';
import { chartSubtitle, chartTable, letterKey, ratingsShown } from '../../../plan/chart-table.ts';
import { directionLooks } from '../../../plan/direction.ts';
import { ratingLooks, type ShownRating } from '../../../plan/rating.ts';
import type { Block, RichRun } from './blocks.ts';
import { slackLimits } from './limits.ts';
import { buttonBlocks, type ButtonContext } from './render-buttons.ts';
import { captionBlocks, headingBlocks, tableAsLines, tableBlocks, type TableData } from './render-table.ts';
import { richBlocks, richLists, richRows } from './rich-text.ts';
import { bold, plain, run, runsOf, splitText, weightOf } from './words.ts';

export interface PartContext extends ButtonContext {
  /** Tables stand in messages only; App Home and modals are told them as lines. */
  readonly surface: 'message' | 'home';
  /** The Slack file that holds the figure's picture; null = not uploaded (yet), so its data is shown. */
  readonly pictureOf: (figure: Figure) => string | null;
}

/** A round mark of the rating's colour, beside its word and never without it. */
const ratingMarks: Readonly<Record<ShownRating, string>> = {
  red: '🔴',
  amber: '🟠',
  green: '🟢',
  complete: '🔵',
  not_started: '⚪',
  on_hold: '🟣',
  no_update: '➖',
  awaited: '⏳',
};

/** One part of a message as blocks, none of which is heavier than a page. Total: any text comes out whole. */
export function partBlocks(part: MessagePart, context: PartContext): readonly Block[] {
  switch (part.kind) {
    case 'heading':
      return headingBlocks(part.text);
    case 'text':
      return textBlocks(part.text, part.tone);
    case 'facts':
      return richBlocks(part.facts.map(({ label, value }) => [...bold(`${label}: `), ...runsOf(value)]));
    case 'ratings':
      return richRows(part.rows.map(ratingRow));
    case 'list':
      return richLists(part.items.map(runsOf));
    case 'table':
      return [...captionBlocks(part.caption), ...dataBlocks(part, context)];
    case 'figure':
      return figureBlocks(part.figure, context);
    case 'buttons':
      return buttonBlocks(part.buttons, context);
    default:
      return assertNever(part);
  }
}

function textBlocks(words: Words, tone: 'normal' | 'quiet' | 'notice'): readonly Block[] {
  if (tone === 'normal') return richBlocks([runsOf(words)]);
  if (tone === 'notice') return richBlocks([[...bold('⚠ '), ...runsOf(words)]]);
  const measure = (text: string) => Math.max(text.length, weightOf(text) * 0.6);
  return splitText(plainWords(words), slackLimits.contextText, measure)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ type: 'context', elements: [plain(piece)] }));
}

function ratingRow(row: RatingRow): {
  readonly head: readonly RichRun[];
  readonly below: readonly RichRun[];
} {
  const way = row.direction === null ? null : directionLooks[row.direction];
  return {
    head: [
      ...bold(`${ratingMarks[row.rating]} ${ratingLooks[row.rating].word}  ${row.code} `),
      ...run(row.title),
      ...(way === null ? [] : run(`  ${way.arrow} ${way.word}`)),
    ],
    below: row.lines.flatMap((line, index) => run(index === 0 ? line : `\n${line}`)),
  };
}

function dataBlocks(table: TableData, context: PartContext): readonly Block[] {
  const own = context.surface === 'message' ? tableBlocks(table) : null;
  return own ?? tableAsLines(table);
}

function figureBlocks(figure: Figure, context: PartContext): readonly Block[] {
  const fileId = context.pictureOf(figure);
  const alt = figure.alt === '' ? figure.title : figure.alt;
  if (
    fileId !== null &&
    alt.length <= slackLimits.imageAlt &&
    figure.title.length <= slackLimits.imageTitle
  ) {
    return [{ type: 'image', slack_file: { id: fileId }, alt_text: alt, title: plain(figure.title) }];
  }
  const { chart } = figure;
  const { columns, rows } = chartTable(chart, 'letter');
  const key = chart.kind === 'rating_strip' ? letterKey(ratingsShown(chart)) : '';
  return [
    ...captionBlocks(figure.title),
    ...richBlocks([run(chartSubtitle(chart)), run(figure.alt)]),
    ...dataBlocks({ caption: figure.title, columns, rows }, context),
    ...textBlocks(key, 'quiet'),
  ];
}
