/** A piece of a reply: a line, or a sentence within one. */
const pieces = /[^\n.!?;]+(?:[.!?;](?=\s|$)|[.!?;](?=\S)[^\n.!?;]*)*[.!?;]*/g;

/**
 * What of a reply about several actions belongs to one of them: the pieces that name its code, and those that follow until another one is
 * named. What comes before any code is said of all. A reply that names no code belongs whole to each.
 */
export function wordsForAction(narrative: string, code: string, allCodes: readonly string[]): string {
  return withoutLeadingRating(piecesOf(narrative, code, allCodes), code);
}

/** "IC5 RED. Exclusions rose." is read as red and kept as "Exclusions rose.": the rating stands beside the words already. */
function withoutLeadingRating(words: string, code: string): string {
  const rating = `^(?:${codePattern(code).source})?[\\s:,–-]*(?:red|amber|green|complete|on hold|not started)\\s*`;
  if (new RegExp(`${rating}[\\s:.,;!–-]*$`, 'i').test(words)) return '';
  const rest = words.replace(new RegExp(`${rating}[:.,;–-][\\s:.,;–-]*`, 'i'), '');
  if (rest === words) return words;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

function piecesOf(narrative: string, code: string, allCodes: readonly string[]): string {
  if (allCodes.length < 2) return narrative;
  const named = allCodes.map((each) => ({ code: each, pattern: codePattern(each) }));
  if (!named.some(({ pattern }) => pattern.test(narrative))) return narrative;
  let current: readonly string[] = allCodes;
  const own: string[] = [];
  for (const [piece] of narrative.matchAll(pieces)) {
    const here = named.filter(({ pattern }) => pattern.test(piece)).map((each) => each.code);
    if (here.length > 0) current = here;
    if (current.includes(code) && piece.trim() !== '') own.push(piece.trim());
  }
  return own.join(' ');
}

/** A code as people write it: `IC5`, `ic 5`, `IC-5`. */
export function codePattern(code: string): RegExp {
  const letters = code.replace(/\d+[a-z]?$/i, '');
  const rest = code.slice(letters.length);
  return new RegExp(`\\b${letters}[\\s-]?${rest}\\b`, 'i');
}
