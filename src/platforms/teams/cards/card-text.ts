import { printable } from '../../../kit/printable.ts';
import { plainWords, type Words } from '../../../messages/message.ts';
import type { RichTextBlock, TextBlock, TextRun } from './card.ts';

/** Invisible and without width: it keeps two characters from being read as one sign. */
const wordJoiner = '\u2060';

/**
 * Words as they may stand in any text of a card. Cards turn `{{DATE(…)}}` and `{{TIME(…)}}` into dates and `<at>` into
 * mentions (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features), so neither may come out of
 * somebody's words; every character stays.
 */
export function shown(text: string): string {
  return printable(text)
    .replace(/\t/g, ' ')
    .replace(/\{(?=\{)|\}(?=\})/g, (brace) => brace + wordJoiner)
    .replace(/<(?=\s*\/?\s*at\b)/gi, (bracket) => bracket + wordJoiner);
}

/** The same for a TextBlock, which reads a part of Markdown: what would be mark-up is escaped. */
export function shownInMarkdown(text: string): string {
  return shown(text)
    .replace(/[\\`*_[\]<>~|#]/g, '\\$&')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}

export function heading(text: string, size: 'Medium' | 'Large'): TextBlock {
  return {
    type: 'TextBlock',
    text: shownInMarkdown(text),
    wrap: true,
    style: 'heading',
    size,
    weight: 'Bolder',
  };
}

/** The same for a heading of any length; none where there is nothing to show. */
export function headings(text: string, size: 'Medium' | 'Large'): readonly TextBlock[] {
  return text.trim() === '' ? [] : inPieces(text).map((piece) => heading(plainWords(piece), size));
}

export interface RunLook {
  readonly strong?: boolean;
  readonly quiet?: boolean;
  readonly alarming?: boolean;
}

export function run(text: string, look: RunLook = {}): TextRun {
  return {
    type: 'TextRun',
    text: shown(text),
    ...(look.strong ? { weight: 'Bolder' as const } : {}),
    ...(look.quiet ? { isSubtle: true } : {}),
    ...(look.alarming ? { color: 'Attention' as const } : {}),
  };
}

export function runs(words: Words, look: RunLook = {}): readonly TextRun[] {
  const pieces = typeof words === 'string' ? [words] : words;
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? run(piece, look) : run(piece.strong, { ...look, strong: true }),
    )
    .filter(({ text }) => text !== '');
}

/** One paragraph; null where there is nothing to show, as cards refuse an empty one. */
export function paragraph(
  inlines: readonly TextRun[],
  more: Omit<RichTextBlock, 'type' | 'inlines'> = {},
): readonly RichTextBlock[] {
  return inlines.every(({ text }) => text.trim() === '') ? [] : [{ type: 'RichTextBlock', inlines, ...more }];
}

/** What one text may hold, in UTF-16 units, before it goes on in the next: far below what a message may hold. */
const longest = 4_000;

/** Words in pieces that each fit into one text; cut at the last space before the limit, and nothing is left out. */
export function inPieces(words: Words): readonly Words[] {
  const pieces: readonly Piece[] = typeof words === 'string' ? [words] : words;
  const cut = pieces.flatMap((piece): readonly Piece[] =>
    typeof piece === 'string' ? cutUp(piece) : cutUp(piece.strong).map((strong) => ({ strong })),
  );
  const groups: Piece[][] = [];
  let room = 0;
  for (const piece of cut) {
    const size = typeof piece === 'string' ? piece.length : piece.strong.length;
    const last = groups.at(-1);
    if (last && size <= room) {
      last.push(piece);
      room -= size;
    } else {
      groups.push([piece]);
      room = longest - size;
    }
  }
  return groups;
}

type Piece = string | { readonly strong: string };

function cutUp(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const space = rest.lastIndexOf(' ', longest);
    let end = space > longest / 2 ? space + 1 : longest;
    // A character outside the basic plane has two halves, which stay together.
    if (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? '')) end -= 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
