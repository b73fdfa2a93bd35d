/**
 * How wide text will be without a font to ask. Deliberately on the generous side of Source Sans 3, Segoe UI and Noto
 * Sans, because a label that has too much room looks better than one that runs into its neighbour.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^\p{Mark}/u, 0],
  [/^[iIjl|.,:;'’‘!]/, 0.31],
  [/^[\sftr()[\]/·-]/, 0.38],
  [/^[mwMW%@—…]/, 0.95],
  [/^\p{Lu}/u, 0.7],
  [/^[\p{Ll}\p{Nd}]/u, 0.6],
  [/^\p{Extended_Pictographic}/u, 1.4],
  [/^[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u, 1.05],
];
const otherwise = 0.8;
const boldIsWiderBy = 1.08;

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** How a piece of text is set; the size is in px of the picture. */
export interface Type {
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of one line in px of the picture, rather too much than too little. */
export function textWidth(text: string, type: Type): number {
  let ems = 0;
  for (const { segment } of graphemes.segment(text)) {
    ems += widths.find(([pattern]) => pattern.test(segment))?.[1] ?? otherwise;
  }
  return ems * type.size * (type.bold === true ? boldIsWiderBy : 1);
}

/**
 * The text in lines that fit the width, broken between words; a word that is wider than a line is broken between its
 * letters. Nothing is left out: the lines hold every letter. Empty text is no line.
 */
export function wrapText(text: string, width: number, type: Type): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((piece) => piece !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, type) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, type);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The size at which the text fits the width: the wanted one, or a smaller one. */
export function fittingSize(text: string, width: number, type: Type): number {
  const needed = textWidth(text, type);
  return needed <= width || needed === 0 ? type.size : Math.max(1, (type.size * width) / needed);
}

function breakWord(word: string, width: number, type: Type): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && textWidth(piece + segment, type) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
