/**
 * The text without what no page, terminal or spreadsheet can show: control characters (line break and tab stay),
 * non-characters, halves of a surrogate pair, and the marks that force text to run backwards. Words in any script are
 * untouched. The last look before writing, whatever was checked at the door.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF]/g,
      '',
    )
    .replace(/\p{Noncharacter_Code_Point}/gu, '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as it may stand in HTML or SVG, between tags or in a quoted attribute: it shows as itself and opens nothing. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
