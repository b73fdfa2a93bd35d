import { readFileSync } from 'node:fs';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import type { Plan } from '../../src/plan/plan.ts';

/** The real plan, as it is imported: the rules are shown on the words that people will type. */
export const birmingham: Plan = readBirmingham();

function readBirmingham(): Plan {
  const name = 'plans/birmingham-2023-2028.yaml';
  const read = readPlanFile(readFileSync(name, 'utf8'), name);
  if (!read.ok) throw new Error(read.error.map(({ problem, right }) => `${problem} ${right}`).join('\n'));
  return read.value;
}
