/**
 * One number in a sum as a reader sees it: a range, which is a single number where it is shown exactly. `secret` marks
 * what must stay uncertain; `shown` is the number that hiding the cell would take away.
 */
export interface Cell {
  readonly sign: 1 | -1;
  readonly least: number;
  readonly most: number;
  readonly secret: boolean;
}

/** A secret must keep at least this much room: for counts, two whole numbers. */
const leastRoom = 1;

/**
 * True when, from the ranges of all cells and from knowing that they add up to nothing (the parts plus, the total minus), a
 * reader could work out one of the secrets. Interval arithmetic: what is left for a cell once all others take their ends.
 */
export function givesSecretAway(cells: readonly Cell[]): boolean {
  return cells.some(
    (cell, index) => cell.secret && cell.most > cell.least && roomFor(cells, index) < leastRoom,
  );
}

function roomFor(cells: readonly Cell[], chosen: number): number {
  let othersLeast = 0;
  let othersMost = 0;
  cells.forEach((cell, index) => {
    if (index === chosen) return;
    othersLeast += cell.sign === 1 ? cell.least : -cell.most;
    othersMost += cell.sign === 1 ? cell.most : -cell.least;
  });
  const cell = cells[chosen];
  if (cell === undefined) return 0;
  const fromOthers =
    cell.sign === 1 ? { least: -othersMost, most: -othersLeast } : { least: othersLeast, most: othersMost };
  return Math.min(cell.most, fromOthers.most) - Math.max(cell.least, fromOthers.least);
}
