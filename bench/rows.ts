/** One measured thing, with the goal it is held against and the raw figure of the machine beside it. */
export interface BenchRow {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly raw: string;
}

export function printRows(rows: readonly BenchRow[]): void {
  const table = [
    ['What', 'Measured', 'Goal', 'Raw figure of this machine'],
    ...rows.map(({ what, measured, goal, raw }) => [what, measured, goal, raw]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

/** Milliseconds of one run. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The median and the 99th percentile of many runs, in milliseconds. */
export async function spread(
  runs: number,
  work: () => Promise<unknown>,
): Promise<{ readonly median: number; readonly p99: number }> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(work));
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

export function ms(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(2)} ms`;
}
