import type { RichList, RichQuote, RichRun, RichSection, RichTextBlock } from './blocks.ts';
import { slackLimits } from './limits.ts';
import { splitText, weightOf } from './words.ts';

/** Room that is left for the JSON around the text. */
const runWeight = slackLimits.richTextWeight - 400;

/**
 * Paragraphs as rich text blocks, each light enough for a page; what is too long goes on in the next section or block, and no word is
 * lost. Paragraphs without words are left out.
 */
export function richBlocks(paragraphs: readonly (readonly RichRun[])[]): readonly RichTextBlock[] {
  const sections = paragraphs.flatMap((runs) => sectionsOf(runs));
  return grouped(sections).map((elements) => ({ type: 'rich_text', elements }));
}

/** Rows of which each has a line of its own and, below it, lines that belong to it. */
export function richRows(
  rows: readonly { readonly head: readonly RichRun[]; readonly below: readonly RichRun[] }[],
): readonly RichTextBlock[] {
  const elements = rows.flatMap(({ head, below }): readonly (RichSection | RichQuote)[] => [
    ...sectionsOf(head),
    ...sectionsOf(below).map((section) => ({ type: 'rich_text_quote' as const, elements: section.elements })),
  ]);
  return grouped(elements).map((group) => ({ type: 'rich_text', elements: group }));
}

/** The same as one bulleted list; a list that is too long goes on as another list. */
export function richLists(items: readonly (readonly RichRun[])[]): readonly RichTextBlock[] {
  const sections = items.flatMap((runs) => sectionsOf(runs));
  return grouped(sections).map((elements) => {
    const list: RichList = { type: 'rich_text_list', style: 'bullet', elements };
    return { type: 'rich_text', elements: [list] };
  });
}

function sectionsOf(runs: readonly RichRun[]): readonly RichSection[] {
  const sections: RichSection[] = [];
  let elements: RichRun[] = [];
  let taken = 0;
  const close = () => {
    if (elements.length > 0) sections.push({ type: 'rich_text_section', elements });
    elements = [];
    taken = 0;
  };
  for (const piece of runs.flatMap(shortRuns)) {
    const size = weightOf(piece) + 1;
    if (taken + size > runWeight) close();
    elements.push(piece);
    taken += size;
  }
  close();
  return sections;
}

function shortRuns(long: RichRun): readonly RichRun[] {
  return splitText(long.text, runWeight - 100, (text) => weightOf(text) - 2).map((text) => ({
    ...long,
    text,
  }));
}

function grouped<Element extends RichSection | RichQuote>(
  sections: readonly Element[],
): readonly (readonly Element[])[] {
  const groups: Element[][] = [];
  let taken = 0;
  for (const section of sections) {
    const size = weightOf(section) + 1;
    const last = groups.at(-1);
    if (last && taken + size <= runWeight) {
      last.push(section);
      taken += size;
    } else {
      groups.push([section]);
      taken = size;
    }
  }
  return groups;
}
