import { LineRuleType, type IStylesOptions } from 'docx';
import { wordColours } from './word-text.ts';

const auto = LineRuleType.AUTO;

/** Aptos where Word has it, Calibri elsewhere; 11 points and more for everything that is read. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: 22,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ur-PK' },
      },
      paragraph: { spacing: { after: 120, line: 264, lineRule: auto } },
    },
    title: {
      run: { size: 48, bold: true, color: wordColours.navy, font: 'Calibri' },
      paragraph: { spacing: { before: 0, after: 80 } },
    },
    heading1: {
      run: { size: 32, bold: true, color: wordColours.navy, font: 'Calibri' },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { size: 26, bold: true, color: wordColours.navy, font: 'Calibri' },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { size: 24, bold: true, color: wordColours.navy, font: 'Calibri' },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 20, color: wordColours.grey },
      paragraph: { spacing: { before: 120, after: 60, line: 240, lineRule: auto } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: auto } },
    },
    {
      id: 'Gap',
      name: 'Gap',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 60, line: 120, lineRule: auto } },
    },
  ],
};
