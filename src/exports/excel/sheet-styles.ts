import type { CellStyle } from 'hucre/xlsx';

export const plainFont = { name: 'Calibri', size: 11 };

const side = { style: 'thin', color: { rgb: '9CA3AF' } } as const;
export const edge: NonNullable<CellStyle['border']> = { top: side, bottom: side, left: side, right: side };

export const bordered: CellStyle = { font: plainFont, border: edge };

export const headStyle: CellStyle = {
  font: { ...plainFont, bold: true, color: { rgb: 'FFFFFF' } },
  fill: solid('#12365F'),
  border: edge,
  alignment: { vertical: 'center', wrapText: true },
};

export const titleStyle: CellStyle = {
  font: { ...plainFont, size: 14, bold: true, color: { rgb: '12365F' } },
  alignment: { vertical: 'top' },
};

export function solid(colour: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour.slice(1) } };
}

/** In points; rows do not grow by themselves in every program. */
export function rowHeight(lines: number): number {
  return Math.min(400, 4 + 15 * lines);
}
