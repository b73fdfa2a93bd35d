/** Excel takes no more: https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9 */
const longest = 31;

/**
 * A name for the sheet of a table: its number and as many whole words of its caption as a sheet's name can hold. The caption itself stands
 * whole in the sheet. Two sheets are never named alike, as their numbers differ.
 */
export function sheetName(number: number, caption: string): string {
  const words = caption
    .replaceAll(/[:\\/?*[\]']/g, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  let name = String(number);
  for (const word of words) {
    if (name.length + 1 + word.length > longest) break;
    name += ` ${word}`;
  }
  return name;
}
