import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { printable } from '../../kit/printable.ts';
import { paperFonts } from '../font-files.ts';

/** The letters that may be used on the page, and in the pictures on it. */
export interface Letters {
  readonly page: ReadonlySet<number>;
  /** Latin only: the drawer of pictures never comes back from some letters of other scripts (U+0608, U+06CD). What they say stands whole in the annex. */
  readonly picture: ReadonlySet<number>;
  /** Whether the PDF promises PDF/UA-1. */
  readonly promises: boolean;
}

let known: readonly Letters[] | null = null;

/**
 * What to try, in this order: with the promise; then without, since a script whose letters melt into each other cannot always keep it, and
 * people's words matter more than the promise.
 */
export function lettersToTry(): readonly Letters[] {
  if (known) return known;
  const picture = lettersOf(paperFonts.slice(0, 1));
  const page = new Set([...lettersOf(paperFonts), 0x200c, 0x200d, ...variations]);
  known = [
    { page, picture, promises: true },
    { page, picture, promises: false },
  ];
  return known;
}

/** Marks that only choose another shape for the letter before them. */
const variations = Array.from({ length: 16 }, (_, index) => 0xfe00 + index);

/**
 * The text in these letters. Any other letter becomes its number, "[U+4E2D]": a PDF that promises to be readable by everybody may hold
 * nothing without a shape (PDF/UA-1, ISO 14289-1, 7.21.4), and a reader can still tell what stood there.
 */
export function showable(text: string, letters: ReadonlySet<number>): string {
  return Array.from(printable(text).replaceAll('\t', ' '), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code === 0x0a || letters.has(code)
      ? letter
      : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}

function lettersOf(paths: readonly string[]): ReadonlySet<number> {
  return new Set(
    paths.flatMap((path) => {
      const font = fontkit.create(readFileSync(path));
      return 'characterSet' in font ? font.characterSet : [];
    }),
  );
}
