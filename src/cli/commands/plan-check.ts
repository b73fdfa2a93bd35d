import { problemInWords, type FileProblem } from '../../imports/file-problem.ts';
import { readPlanFile } from '../../imports/plan-file.ts';
import { planMeasures } from '../../plan/plan-lookup.ts';
import type { Plan } from '../../plan/plan.ts';
import { done, jsonOption, refused, type Command, type Outcome } from '../command.ts';
import { counted } from '../counted.ts';
import { readTextFile } from '../files.ts';

export const planCheck: Command = {
  name: 'plan check',
  does: 'Reads a plan file and names every mistake in it by line; nothing is stored.',
  arguments: [{ name: 'FILE', about: 'The plan, a YAML file such as those in plans/.', needed: true }],
  options: [jsonOption],
  async run(_session, { words: [path = ''] }) {
    const file = await readTextFile(path);
    const plan = readPlanFile(file.text, file.name);
    if (!plan.ok) return withProblems(file.name, plan.error);
    return done(`${file.name} has no mistakes. ${planInNumbers(plan.value)}`, {
      file: file.name,
      problems: [],
      ...sizeOf(plan.value),
    });
  },
};

/** Every mistake of a file, one a line, and the sentence that nothing was done with it. */
export function withProblems(fileName: string, problems: readonly FileProblem[]): Outcome {
  const lines = problems.map((problem) => problemInWords(fileName, problem));
  const sum = `${counted(problems.length, 'mistake')} in ${fileName}; nothing was imported.`;
  return refused([...lines, sum].join('\n'), { file: fileName, problems });
}

/** `Change for Children & Young People 2023-2028: 7 outcomes, 3 themes, 17 actions, 38 indicators, 62 measures.` */
export function planInNumbers(plan: Plan): string {
  const { outcomes, themes, actions, indicators, measures } = sizeOf(plan);
  const pieces = [
    counted(outcomes, 'outcome'),
    counted(themes, 'theme'),
    counted(actions, 'action'),
    counted(indicators, 'indicator'),
    counted(measures, 'measure'),
  ];
  return `${plan.title}: ${pieces.join(', ')}.`;
}

function sizeOf(plan: Plan) {
  return {
    outcomes: plan.outcomes.length,
    themes: plan.themes.length,
    actions: plan.actions.length,
    indicators: plan.indicators.length,
    measures: planMeasures(plan).length,
  };
}
