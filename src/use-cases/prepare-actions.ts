import type { LocalDate } from '../kit/local-date.ts';
import { can } from '../plan/permissions.ts';
import { planAction } from '../plan/plan-lookup.ts';
import type { ShownRating } from '../plan/rating.ts';
import { checkLength, checkUpdate } from '../plan/update-rules.ts';
import { textLimits, type UpdateContent } from '../plan/update.ts';
import type { CycleContext } from './cycle-context.ts';
import type { Actor } from './deps.ts';
import type { RecordUpdate } from './record-update.ts';
import type { Refusal } from './refusal.ts';

const byWhen = 'Path to green: say by when, for example 2026-11-30.';

/** What a rating typed in passing may leave open, to be asked for afterwards; a form may not. What is there must be right all the same. */
export function mayFollow(field: string, content: UpdateContent): boolean {
  switch (field) {
    case 'pathToGreen':
      return content.pathToGreen === null;
    case 'done':
      return content.done.trim() === '';
    case 'ask':
      return true;
    case 'startsOn':
      return content.startsOn === null;
    default:
      return false;
  }
}

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
      command.strictness === 'complete'
        ? found
        : found.filter(({ field }) => !mayFollow(field, answer.content));
    problems.push(
      ...counted.map(({ field, words }) => ({
        field: `${answer.code}.${field}`,
        words: field === 'pathToGreen.by' && answer.content.pathToGreen?.by === '' ? byWhen : words,
      })),
    );
  }
  problems.push(...checkLength('reason', 'The reason', command.reason ?? '', textLimits.reason));
  return { denied: null, problems };
}
