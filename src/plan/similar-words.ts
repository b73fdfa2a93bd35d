/** From 0 (nothing in common) to 1 (the same words): how alike two texts are, whatever their capitals and punctuation. */
export function likeness(first: string, second: string): number {
  const one = bare(first);
  const other = bare(second);
  if (one === other) return one === '' ? 0 : 1;
  const left = pairsOf(one);
  const right = pairsOf(other);
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  const all = size(left) + size(right);
  return all === 0 ? 0 : (2 * shared) / all;
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every pair of letters that stand together, with how often they do. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let start = 0; start + 1 < text.length; start += 1) {
    const pair = text.slice(start, start + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function size(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, count) => sum + count, 0);
}
