/**
 * `npm run bench`: how fast bcp is, each figure beside the machine's own raw figure of the same run, so that it means something on any
 * machine. Nothing here is a test: figures are printed, not judged.
 */
import { coldStartBench } from './cold-start.ts';
import { rehearseBench } from './rehearse.ts';
import { statusBench } from './status.ts';
import { teamsBench } from './teams-turns.ts';
import { printRows, type BenchRow } from './rows.ts';

const benches: readonly (() => Promise<readonly BenchRow[]>)[] = [
  coldStartBench,
  statusBench,
  rehearseBench,
  teamsBench,
];

const rows: BenchRow[] = [];
for (const bench of benches) rows.push(...(await bench()));
printRows(rows);
