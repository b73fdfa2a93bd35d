import type { Cell as SheetCell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Block, Document } from '../../documents/document.ts';
import { assertNever } from '../../kit/assert-never.ts';
import { printable } from '../../kit/printable.ts';
import { ratingLooks } from '../../plan/rating.ts';
import { plainFont, rowHeight, titleStyle } from './sheet-styles.ts';

/** What a row of the first sheet says; `style` is how its text looks. */
interface Line {
  readonly beside: string;
  readonly text: string;
  readonly style: CellStyle;
}

const wide = 110;
const body: CellStyle = { font: plainFont, alignment: { vertical: 'top', wrapText: true } };
const strong: CellStyle = { ...body, font: { ...plainFont, bold: true } };

/** The first sheet: what the paper says in words, in its order, and on which sheet each of its tables is. `sheetOf` gives that sheet's name. */
export function sheetOfWords(document: Document, sheetOf: (block: Block) => string): WriteSheet {
  const lines: readonly Line[] = [
    { beside: '', text: document.marking, style: strong },
    { beside: '', text: document.partnership, style: body },
    { beside: '', text: document.title, style: titleStyle },
    { beside: '', text: document.subtitle, style: body },
    { beside: '', text: document.position, style: body },
    ...(document.banner === null ? [] : [{ beside: '', text: document.banner, style: strong }]),
    ...document.blocks.flatMap((block) => linesOf(block, sheetOf)),
    {
      beside: 'Record',
      text: `${document.position}. Matches the record kept by the partnership at ${document.auditHead}`,
      style: body,
    },
  ];
  const cells = new Map<string, Partial<SheetCell>>();
  lines.forEach(({ beside, text, style }, row) => {
    if (beside !== '') cells.set(`${row},0`, { value: printable(beside), style: strong });
    cells.set(`${row},1`, { value: printable(text), style });
  });
  const heights = lines.map(({ text }, row) => {
    const count = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (wide * 0.95))), 0);
    return [row, { height: rowHeight(count) + 2 }] as const;
  });
  return {
    name: 'The paper',
    columns: [{ width: 14 }, { width: wide }],
    rows: [],
    cells,
    rowDefs: new Map(heights),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function linesOf(block: Block, sheetOf: (block: Block) => string): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ beside: '', text: block.text, style: block.level === 1 ? titleStyle : strong }];
    case 'paragraph':
      return [{ beside: '', text: block.text, style: body }];
    case 'list':
      return block.items.map((item) => ({ beside: '•', text: item, style: body }));
    case 'callout':
      return [
        {
          beside: block.rating === null ? '' : ratingLooks[block.rating].word,
          text: block.title,
          style: strong,
        },
        { beside: '', text: block.text, style: body },
      ];
    case 'table':
      return [{ beside: 'Table', text: `${block.table.caption}: sheet "${sheetOf(block)}"`, style: body }];
    case 'figure':
      return [
        { beside: 'Figure', text: `${block.figure.title}: sheet "${sheetOf(block)}"`, style: strong },
        { beside: '', text: `${block.figure.alt}\n${block.caption}`, style: body },
      ];
    case 'page_break':
      return [];
    default:
      return assertNever(block);
  }
}
