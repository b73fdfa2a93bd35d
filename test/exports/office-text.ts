import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import { readMarkup, textOf } from '../support/strict-markup.ts';

/** What stands on the pages of a PDF, line by line. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(Uint8Array.from(bytes), { mergePages: true });
  return text;
}

/** What stands in the parts of an Office file whose names fit, paragraph by paragraph; their XML is read strictly. */
export function officeText(bytes: Uint8Array, part: RegExp): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => part.test(name))
    .map(([, xml]) => textOf(readMarkup(plainNames(strFromU8(xml)))))
    .join(' ');
}

/** Names without their prefixes, and a space where a paragraph, a cell or a line ends. */
function plainNames(xml: string): string {
  return xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replaceAll(/<\/(?:w:p|si|c)>|<w:br\/>/g, '$& ')
    .replaceAll(/(<\/?)\w+:/g, '$1');
}
