/** Slips of the fingers that are forgiven: none in three letters, one in up to five, two in more. */
export function slipsAllowed(word: string): number {
  if (word.length <= 3) return 0;
  return word.length <= 5 ? 1 : 2;
}

/**
 * How many slips lie between two words: a letter missing, too many, wrong, or two neighbours swapped (optimal string
 * alignment). Gives `most + 1` as soon as it is clear that there are more than `most`.
 */
export function slipsBetween(first: string, second: string, most: number): number {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  const rows = [Array.from({ length: second.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= first.length; row += 1) {
    const slips = [row];
    rows.push(slips);
    for (let column = 1; column <= second.length; column += 1)
      slips.push(fewest(first, second, row, column, rows));
    if (Math.min(...slips) > most) return most + 1;
  }
  return Math.min(rows.at(-1)?.at(-1) ?? 0, most + 1);
}

/** The fewest slips between the first `row` letters of one word and the first `column` letters of the other. */
function fewest(
  first: string,
  second: string,
  row: number,
  column: number,
  rows: readonly number[][],
): number {
  const before = (back: number, left: number) => rows[row - back]?.[column - left] ?? Infinity;
  const changed = before(1, 1) + (first[row - 1] === second[column - 1] ? 0 : 1);
  const swapped = first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
  return Math.min(changed, before(1, 0) + 1, before(0, 1) + 1, swapped ? before(2, 2) + 1 : Infinity);
}
