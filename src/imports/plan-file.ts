import { isMap } from 'yaml';
import { failure, success, type Result } from '../kit/result.ts';
import type { Plan } from '../plan/plan.ts';
import { inFileOrder, type FileProblem } from './file-problem.ts';
import { checkDates } from './plan-dates.ts';
import { readPlanFields } from './plan-fields.ts';
import { checkFigures } from './plan-figures.ts';
import { checkNames } from './plan-names.ts';
import { checkReferences } from './plan-references.ts';
import { withoutMark, wholeFileProblem } from './text-file.ts';
import { openYaml } from './yaml-sheet.ts';

/**
 * A plan file (YAML, as those in `plans/`) as a plan, or every mistake in it, in the order of the file: nothing is
 * half read. A file that is not YAML at all gives its slips of form only; their mistakes of content show after that.
 */
export function readPlanFile(text: string, fileName: string): Result<Plan, readonly FileProblem[]> {
  const whole = wholeFileProblem(text, fileName, 'UTF-8 text');
  if (whole !== null) return failure([whole]);
  const sheet = openYaml(withoutMark(text));
  if (sheet.broken) return failure(inFileOrder(sheet.problems));
  if (!isMap(sheet.root.node)) return failure([notAPlan(fileName)]);
  const plan = readPlanFields(sheet);
  for (const check of [checkNames, checkReferences, checkDates, checkFigures]) check(plan, sheet);
  return sheet.problems.length === 0 ? success(plan) : failure(inFileOrder(sheet.problems));
}

function notAPlan(fileName: string): FileProblem {
  return {
    line: 1,
    where: 'the whole file',
    problem: `${fileName} is not a plan file.`,
    right:
      'A plan file has the groups plan, partnership, themes, actions and rating_definitions; copy one from plans/.',
  };
}
