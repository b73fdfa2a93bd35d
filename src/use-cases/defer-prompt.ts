import { dayWithWeekday, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Month } from '../plan/month.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { cycleContext } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { isFirst } from './is-first.ts';
import { refusal, type Refusal } from './refusal.ts';

/**
 * "Later": no nudge before the day named, and a reminder in the morning of it. The day must come before the close; it is told when it does
 * not. Naming the same day again, or hearing the same event again, changes nothing.
 */
export async function deferPrompt(
  deps: Deps,
  actor: Actor,
  month: Month,
  until: LocalDate,
  eventKey: string,
): Promise<Result<{ readonly until: LocalDate }, Refusal>> {
  return allOrNothing(deps.store.in(actor.partnershipId), async (records) => {
    const context = await cycleContext(records, month);
    const prompt = context && (await records.prompts.ofPerson(month, actor.person.id));
    if (!prompt)
      return failure(refusal('not_found', 'You have no prompt this month, so there is nothing to put off.'));
    if (context.cycle.state === 'closed')
      return failure(refusal('closed', 'This month is closed. Press Correct to add to it.'));
    const today = londonDate(deps.clock.now());
    const { close } = context.calendar.days;
    if (until <= today || until > close) {
      const words =
        today >= close
          ? 'The month closes today, so there is no later day to choose.'
          : `Choose a day after today and not later than ${dayWithWeekday(close)}, when the month closes.`;
      return failure(refusal('invalid', words, [{ field: 'until', words }]));
    }
    if (!(await isFirst(deps, records, eventKey, 'later')) || prompt.deferredUntil === until)
      return success({ until });
    await records.audit.append(auditOf(deps, actor, 'prompt_deferred', `cycle:${month}`, { until }));
    await records.prompts.save({ ...prompt, deferredUntil: until });
    return success({ until });
  });
}
