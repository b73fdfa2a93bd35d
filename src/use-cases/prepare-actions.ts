import type { LocalDate } from '../kit/local-date.ts';
import { can } from '../plan/permissions.ts';
import { planAction } from '../plan/plan-lookup.ts';
import type { ShownRating } from '../plan/rating.ts';
import { checkLength, checkUpdate } from '../plan/update-rules.ts';
import { textLimits } from '../plan/update.ts';
import type { CycleContext } from './cycle-context.ts';
import type { Actor } from './deps.ts';
import type { RecordUpdate } from './record-update.ts';
import type { Refusal } from './refusal.ts';

/** Rules that a rating typed in passing may leave open; a form may not. */
const mayFollow = new Set(['pathToGreen', 'done', 'ask', 'startsOn']);

/** Checks rights and rules for every action of the command; all problems at once, each at its field. */
export function prepareActions(
  command: RecordUpdate,
  actor: Actor,
  context: CycleContext,
  previous: ReadonlyMap<string, ShownRating>,
  today: LocalDate,
): { readonly denied: string | null; readonly problems: Refusal['problems'] } {
  const problems: { field: string; words: string }[] = [];
  const verb = context.cycle.state === 'closed' ? 'correct_update' : 'update_action';
  for (const answer of command.actions) {
    const action = planAction(context.plan, answer.code);
    if (!action) return { denied: `There is no action ${answer.code} in this month's plan.`, problems: [] };
    const permission = can(actor, verb, { kind: 'action', code: answer.code }, context.plan, today);
    if (!permission.allowed) return { denied: permission.words, problems: [] };
    const found = checkUpdate(answer.content, {
      kind: context.cycle.state === 'closed' ? 'correction' : answer.kind,
      previousMonthRating: previous.get(answer.code) ?? null,
      ratingDefinitions: context.plan.ratingDefinitions,
      today,
      firstOfMonth: `${command.month}-01`,
    });
    const counted =
      command.strictness === 'complete' ? found : found.filter(({ field }) => !mayFollow.has(field));
    problems.push(...counted.map(({ field, words }) => ({ field: `${answer.code}.${field}`, words })));
  }
  problems.push(...checkLength('reason', 'The reason', command.reason ?? '', textLimits.reason));
  return { denied: null, problems };
}
