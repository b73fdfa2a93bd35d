import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';
import { printable } from '../../kit/printable.ts';

/** House colours of a Word paper, as Word writes them. */
export const wordColours = {
  navy: '12365F',
  grey: '4B5563',
  line: '9CA3AF',
  banner: 'FEF3C7',
  bannerEdge: '92400E',
};

/** Text with its line breaks; whatever stands in it is shown and not read as mark-up. */
export function runsOf(text: string, options: IRunOptions = {}): readonly TextRun[] {
  return printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

export function paragraphOf(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [...runsOf(text, run)] });
}

/** `#9B1C1C` as Word wants it. */
export function wordColour(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
