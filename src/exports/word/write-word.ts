import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx';
import type { Document } from '../../documents/document.ts';
import { printable } from '../../kit/printable.ts';
import { settled } from '../settled-zip.ts';
import { wordBlocks } from './word-blocks.ts';
import { wordStyles } from './word-styles.ts';
import { pageWidth } from './word-table.ts';
import { paragraphOf, runsOf, wordColours } from './word-text.ts';

/** Two centimetres, in twentieths of a point. */
const margin = 1_134;

/**
 * The document as a Word file that a secretariat can go on writing in: headings, lists, captions and header rows are Word's own, pictures
 * have alternative text, the marking stands on every page, the language is British English. The same document gives the same bytes.
 */
export async function documentWord(document: Document): Promise<Uint8Array> {
  const word = new WordDocument({
    title: printable(`${document.title} – ${document.partnership}`),
    creator: printable(document.partnership),
    lastModifiedBy: printable(document.partnership),
    styles: wordStyles,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: 500, footer: 500 },
          },
        },
        headers: { default: new Header({ children: [marking(document)] }) },
        footers: { default: new Footer({ children: [foot(document), marking(document)] }) },
        children: [...opening(document), ...wordBlocks(document.blocks), closing(document)],
      },
    ],
  });
  return settled(await Packer.toBuffer(word));
}

function opening(document: Document): readonly Paragraph[] {
  const edge = { style: BorderStyle.SINGLE, size: 24, color: wordColours.bannerEdge, space: 8 };
  return [
    paragraphOf(document.partnership, { spacing: { after: 0 } }, { bold: true, color: wordColours.grey }),
    paragraphOf(document.title, { style: 'Title' }),
    paragraphOf(document.subtitle, {}, { size: 24 }),
    ...(document.banner === null
      ? []
      : [
          paragraphOf(
            document.banner,
            {
              border: { left: edge },
              indent: { left: 160 },
              shading: { type: ShadingType.CLEAR, fill: wordColours.banner, color: 'auto' },
            },
            { bold: true },
          ),
        ]),
  ];
}

function closing({ position, auditHead }: Document): Paragraph {
  return paragraphOf(
    `${position}. Matches the record kept by the partnership at ${auditHead}`,
    { spacing: { before: 300 } },
    { size: 18, color: wordColours.grey },
  );
}

function marking(document: Document): Paragraph {
  return paragraphOf(
    document.marking,
    { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    { bold: true, size: 18, color: wordColours.grey },
  );
}

function foot({ position }: Document): Paragraph {
  const look = { size: 18, color: wordColours.grey };
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: pageWidth }],
    spacing: { after: 0 },
    children: [
      ...runsOf(position, look),
      new TextRun({ ...look, children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}
