import type { LocalDate } from '../kit/local-date.ts';
import { can } from '../plan/permissions.ts';
import { planMeasure } from '../plan/plan-lookup.ts';
import { checkValue, completeValue } from '../plan/value-rules.ts';
import type { CycleContext } from './cycle-context.ts';
import type { Actor } from './deps.ts';
import { figureBefore } from './figure-before.ts';
import type { Records } from './ports/store.ts';
import type { RecordUpdate, ValueAnswer } from './record-update.ts';
import type { Refusal } from './refusal.ts';

/** Checks rights and rules for every figure of the command, works out percentages from fractions, and tidies numbers. */
export async function prepareValues(
  records: Records,
  command: RecordUpdate,
  actor: Actor,
  context: CycleContext,
  today: LocalDate,
): Promise<{
  readonly denied: string | null;
  readonly problems: Refusal['problems'];
  readonly answers: readonly ValueAnswer[];
}> {
  if (command.values.length === 0) return { denied: null, problems: [], answers: [] };
  const known = await records.values.latest(command.values.map(({ code }) => code));
  const problems: { field: string; words: string }[] = [];
  const answers: ValueAnswer[] = [];
  for (const answer of command.values) {
    const measure = planMeasure(context.plan, answer.code);
    if (!measure)
      return {
        denied: `There is no measure ${answer.code} in this month's plan.`,
        problems: [],
        answers: [],
      };
    const permission = can(
      actor,
      'update_measure',
      { kind: 'measure', code: answer.code },
      context.plan,
      today,
    );
    if (!permission.allowed) return { denied: permission.words, problems: [], answers: [] };
    const checked = checkValue(
      measure,
      answer.period,
      answer.content,
      figureBefore(known, answer.code, answer.period),
      today,
    );
    problems.push(
      ...checked.problems.map(({ field, words }) => ({ field: `${answer.code}.${field}`, words })),
    );
    if (!answer.confirmed) {
      problems.push(
        ...checked.doubts.map(({ field, words }) => ({
          field: `${answer.code}.${field === '' ? 'confirmed' : field}`,
          words,
        })),
      );
    }
    answers.push({ ...answer, content: completeValue(measure, answer.content) });
  }
  return { denied: null, problems, answers };
}
