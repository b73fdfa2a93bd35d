/**
 * `npm run bench`: how fast bcp is, each figure beside the machine's own raw figure of the same run, so that it means something on any
 * machine. Nothing here is a test: figures are printed, not judged.
 */
import { cpus, loadavg } from 'node:os';
import { coldStartBench } from './cold-start.ts';
import { readingBench } from './reading.ts';
import { rehearseBench } from './rehearse.ts';
import { statusBench } from './status.ts';
import { slackBench } from './slack-rows.ts';
import { teamsBench } from './teams-turns.ts';
import { printRows, type BenchRow } from './rows.ts';

/** What can be measured by itself: `npm run bench -- slack teams`. Without a name everything is. */
const parts: Readonly<Record<string, readonly (() => Promise<readonly BenchRow[]>)[]>> = {
  start: [coldStartBench],
  status: [statusBench],
  reading: [readingBench],
  rehearse: [rehearseBench],
  slack: [slackBench],
  teams: [teamsBench],
};

const asked = process.argv.slice(2);
const strange = asked.filter((name) => parts[name] === undefined);
if (strange.length > 0) {
  console.error(`There is no bench "${strange.join('", "')}". There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(parts))
  for (const bench of parts[name] ?? []) rows.push(...(await bench()));
printRows(rows);
console.log(
  `\n${cpus().length} cores; load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}; Node ${process.version}`,
);
