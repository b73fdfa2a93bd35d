import { dayInWords } from '../kit/local-date.ts';
import type { Button, Message, MessagePart } from '../messages/message.ts';
import { ratingLooks } from '../plan/rating.ts';
import { sectionHeadings } from './digest/section-headings.ts';
import type { Block, Cell, Document, Table } from './document.ts';

/** What the front page needs beside the paper itself. */
export interface FrontPage {
  readonly digestId: string;
  /** Formats that can be downloaded, by their code and in words. */
  readonly formats: readonly { readonly format: string; readonly label: string }[];
  /**
   * `shared`: people from outside the partnership read the channel. They see counts and codes, no words of owners, no names, and no
   * button to a file.
   */
  readonly reach: 'members' | 'shared';
  /** Why only counts are shown, as a sentence; left out = because people from outside the partnership read the channel. */
  readonly why?: string;
  /** Said first where this paper takes the place of an earlier one; null = it does not. */
  readonly replaces: string | null;
}

/**
 * The front page of a digest in a channel, taken from the frozen paper itself, so that the channel can never say anything else than the
 * file: state, counts, what is asked, exceptions in short, what did not come, the picture, and the files.
 */
export function digestMessage(document: Document, page: FrontPage): Message {
  const glance = sectionOf(document, sectionHeadings.glance);
  const [firstList] = glance.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
  const heading = `${document.partnership}: ${document.title}`;
  return {
    summary: `${heading}. ${firstList?.[0] ?? ''}`.trim(),
    parts: [
      { kind: 'heading', text: heading },
      ...(document.banner === null
        ? []
        : [{ kind: 'text' as const, text: document.banner, tone: 'notice' as const }]),
      ...(page.replaces === null
        ? []
        : [{ kind: 'text' as const, text: page.replaces, tone: 'notice' as const }]),
      {
        kind: 'text',
        text: [document.marking, document.subtitle, document.position]
          .filter((words) => words !== '')
          .join(' · '),
        tone: 'quiet',
      },
      ...(firstList === undefined ? [] : [{ kind: 'list' as const, items: firstList }]),
      ...tablesOf(glance),
      ...(page.reach === 'shared' ? [] : memberParts(document)),
      ...glance.flatMap((block) =>
        block.kind === 'figure' ? [{ kind: 'figure' as const, figure: block.figure }] : [],
      ),
      ...endOf(page),
    ],
  };
}

function memberParts(document: Document): readonly MessagePart[] {
  return [
    ...listed(document, sectionHeadings.asks, askLines),
    ...exceptionParts(document),
    ...listed(document, sectionHeadings.not_received, notReceivedLines),
  ];
}

function listed(
  document: Document,
  heading: string,
  lines: (table: Table) => readonly string[],
): readonly MessagePart[] {
  const items = sectionOf(document, heading).flatMap((block) =>
    block.kind === 'table' ? lines(block.table) : [],
  );
  return items.length === 0 ? [] : [titled(heading), { kind: 'list', items }];
}

/** `Decide: IC5 Inclusive cultures: whether … (Priya Nair, Birmingham City Council, 31 December 2026)`. */
function askLines({ rows }: Table): readonly string[] {
  return rows.map((row) => {
    const [verb = '', action = '', what = '', lead = '', by = ''] = row.map(cellWords);
    return `${verb}: ${action}: ${what} (${lead}, ${by})`;
  });
}

/** By organisation: who is late is not called out by name in a channel. */
function notReceivedLines({ rows }: Table): readonly string[] {
  return rows.map((row) => {
    const [code = '', title = '', , organisation = '', last = ''] = row.map(cellWords);
    return `${code} ${title} (${organisation}); last answer: ${last}`;
  });
}

/** Each card in short: since when, and the way back. The whole card stands in the file. */
function exceptionParts(document: Document): readonly MessagePart[] {
  const rows = sectionOf(document, sectionHeadings.exceptions).flatMap((block) => {
    if (block.kind !== 'callout' || block.rating === null) return [];
    const [code = '', ...title] = block.title.split(' ');
    const lines = block.text.split('\n');
    const kept = lines.filter((line, index) => index === 0 || /^(Path to green|Moderated): /u.test(line));
    return [{ code, title: title.join(' '), rating: block.rating, direction: null, lines: kept }];
  });
  return rows.length === 0 ? [] : [titled(sectionHeadings.exceptions), { kind: 'ratings', rows }];
}

function tablesOf(blocks: readonly Block[]): readonly MessagePart[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          {
            kind: 'table' as const,
            caption: block.table.caption,
            columns: block.table.columns.map(({ label }) => label),
            rows: block.table.rows.map((row) => row.map(cellWords)),
          },
        ]
      : [],
  );
}

function endOf({ digestId, formats, reach, why }: FrontPage): readonly MessagePart[] {
  if (reach === 'shared') {
    return [
      {
        kind: 'text',
        text: `${why ?? 'Counts only, because people from outside the partnership read this channel.'} Members get the whole paper from bcp in a chat of their own: digest export.`,
        tone: 'quiet',
      },
    ];
  }
  if (formats.length === 0) return [];
  const buttons = formats.map(({ format, label }, index): Button => ({
    label,
    press: { verb: 'download_digest', digest: digestId, format },
    style: index === 0 ? 'main' : 'normal',
  }));
  return [{ kind: 'buttons', buttons }];
}

function titled(text: string): MessagePart {
  return { kind: 'text', text: [{ strong: text }], tone: 'normal' };
}

/** The blocks under a heading of the first level, up to the next one; none where the paper does not have it. */
export function sectionOf(document: Document, heading: string): readonly Block[] {
  const isTop = (block: Block) => block.kind === 'heading' && block.level === 1;
  const start = document.blocks.findIndex(
    (block) => isTop(block) && block.kind === 'heading' && block.text === heading,
  );
  if (start < 0) return [];
  const after = document.blocks.slice(start + 1);
  const end = after.findIndex(isTop);
  return end < 0 ? after : after.slice(0, end);
}

function cellWords(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
    case 'number':
      return cell.text;
    case 'date':
      return dayInWords(cell.day);
    case 'rating':
      return ratingLooks[cell.rating][cell.form];
    case 'direction':
      return cell.direction ?? '';
  }
}
