import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFiguresFile, type FigureRow } from '../imports/figures-file.ts';
import { problemInWords, type FileProblem } from '../imports/file-problem.ts';
import { readPeopleFile, type PeopleFile } from '../imports/people-file.ts';
import { readPlanFile } from '../imports/plan-file.ts';
import type { Result } from '../kit/result.ts';
import type { Plan } from '../plan/plan.ts';

/** What a rehearsal is played with: the real plan, invented people, and published figures to start from. */
export interface SampleFiles {
  readonly plan: Plan;
  readonly planFileName: string;
  readonly planHash: string;
  readonly people: PeopleFile;
  readonly figures: readonly FigureRow[];
}

/** Reads Birmingham's plan with its invented people and its reference figures from `plans/`. */
export function readSampleFiles(): SampleFiles {
  const planFileName = 'birmingham-2023-2028.yaml';
  const planText = read(planFileName);
  const plan = orThrow(planFileName, readPlanFile(planText, planFileName));
  return {
    plan,
    planFileName,
    planHash: createHash('sha256').update(planText).digest('hex'),
    people: orThrow(
      'sample-people.csv',
      readPeopleFile(read('sample-people.csv'), plan, 'sample-people.csv'),
    ),
    figures: orThrow(
      'reference-figures.csv',
      readFiguresFile(read('reference-figures.csv'), plan, 'reference-figures.csv'),
    ),
  };
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../plans/${name}`, import.meta.url)), 'utf8');
}

/** The sample files are part of the program and are tested; a mistake in one is ours. */
function orThrow<T>(name: string, result: Result<T, readonly FileProblem[]>): T {
  if (result.ok) return result.value;
  throw new Error(result.error.map((problem) => problemInWords(name, problem)).join('\n'));
}
