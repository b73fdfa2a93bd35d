import { printable } from '../../../kit/printable.ts';
import type { Words } from '../../../messages/message.ts';
import type { PlainText, RichRun } from './blocks.ts';

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Text that Slack shows as it is: no mark-up, no mention, and `:words:` stay words. Never empty, which Slack refuses. */
export function plain(text: string): PlainText {
  const shown = printable(text);
  return { type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: false };
}

/**
 * How heavy a text or a block is for Slack's limit on the whole message: its JSON in ASCII, where a letter of another script takes
 * six characters. The heaviest way Slack could count.
 */
export function weightOf(value: unknown): number {
  let weight = 0;
  const json = JSON.stringify(value);
  for (let index = 0; index < json.length; index += 1) weight += json.charCodeAt(index) > 126 ? 6 : 1;
  return weight;
}

/** The top-level text of a message: `&`, `<` and `>` are all that Slack reads in it (https://docs.slack.dev/messaging/formatting-message-text). */
export function escapeText(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * The text in pieces of at most `most` as `measure` counts, broken after a space where there is one and never inside a letter as a
 * reader counts them, unless one such letter alone is too much. Together the pieces are the text.
 */
export function splitText(
  text: string,
  most: number,
  measure: (text: string) => number = (piece) => piece.length,
): readonly string[] {
  const whole = printable(text);
  if (measure(whole) <= most) return whole === '' ? [] : [whole];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const unit of unitsOf(whole, most, measure)) {
    const size = measure(unit);
    if (taken + size > most && piece !== '') {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += unit;
    taken += size;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Words with the space behind them; words that are too long as letters; letters that are too long as characters. */
function unitsOf(text: string, most: number, measure: (text: string) => number): readonly string[] {
  return (text.match(/\S+\s*|\s+/g) ?? []).flatMap((word) => {
    if (measure(word) <= most) return [word];
    return [...graphemes.segment(word)].flatMap(({ segment }) =>
      measure(segment) <= most ? [segment] : Array.from(segment),
    );
  });
}

/** The words as runs of rich text; stress becomes bold. */
export function runsOf(words: Words): readonly RichRun[] {
  const pieces = typeof words === 'string' ? [words] : words;
  return pieces.flatMap((piece) => (typeof piece === 'string' ? run(piece) : bold(piece.strong)));
}

export function run(text: string): readonly RichRun[] {
  const shown = printable(text);
  return shown === '' ? [] : [{ type: 'text', text: shown }];
}

export function bold(text: string): readonly RichRun[] {
  const shown = printable(text);
  return shown === '' ? [] : [{ type: 'text', text: shown, style: { bold: true } }];
}
