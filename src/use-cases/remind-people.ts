import { dayWithWeekday } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { can } from '../plan/permissions.ts';
import { absenceOn } from '../plan/roles.ts';
import { workingHoursBetween } from '../plan/working-hours.ts';
import { auditOf } from './audit-facts.ts';
import { chase, type Chase } from './chase.ts';
import { currentCycle, planInForce } from './cycle-context.ts';
import { cycleProgress, type PersonProgress } from './cycle-progress.ts';
import type { Actor, Deps } from './deps.ts';
import { remind } from './nudge-owners.ts';
import { instantInWords } from './prompt-view.ts';
import { refusal, type Refusal } from './refusal.ts';

/** Nobody is reminded twice, by hand or by the calendar, within one working day. */
export const hoursBetweenReminders = 8;

/** What came of a wish to remind: by name, for the secretariat's eyes only. */
export interface Reminded {
  readonly month: string;
  readonly reminded: readonly string[];
  /** Who was left in peace, and why. */
  readonly passedOver: readonly { readonly name: string; readonly why: string }[];
  /** Who cannot be reached, and why. */
  readonly unreachable: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Reminds whoever has not answered, now: these people, or everybody (`personIds` null). Silent for whoever has answered; nobody is
 * reminded twice within a working day, nor while away, nor before the day they named.
 */
export async function remindPeople(
  deps: Deps,
  actor: Actor,
  personIds: readonly string[] | null,
): Promise<Result<Reminded, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'remind_owners', { kind: 'partnership' }, plan, today);
  if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
  const context = await currentCycle(store);
  if (context?.cycle.state !== 'open')
    return failure(refusal('closed', 'No month is open, so there is nobody to remind.'));
  const outcome: Outcome = { reminded: [], passedOver: [], unreachable: [] };
  const { month } = context.cycle;
  await chase(deps, actor.partnershipId, month, async (run) => {
    const progress = await cycleProgress(run.records, run.context, run.directory, run.today);
    for (const each of progress) {
      if (personIds === null || personIds.includes(each.prompt.personId)) await remindOne(run, each, outcome);
    }
    await run.records.audit.append(
      auditOf(deps, actor, 'reminded_by_hand', `cycle:${month}`, {
        people: outcome.reminded.length,
        passedOver: outcome.passedOver.length,
        unreachable: outcome.unreachable.length,
      }),
    );
    return outcome.reminded.length;
  });
  return success({ month, ...outcome });
}

interface Outcome {
  readonly reminded: string[];
  readonly passedOver: { name: string; why: string }[];
  readonly unreachable: { name: string; why: string }[];
}

async function remindOne(run: Chase, progress: PersonProgress, outcome: Outcome): Promise<void> {
  const { prompt, stands, trouble } = progress;
  const name = run.directory.nameOf(prompt.personId);
  if (stands === 'unreachable') {
    outcome.unreachable.push({ name, why: trouble ?? '' });
    return;
  }
  const last = stands === 'waiting' ? await lastReminder(run, prompt.personId) : null;
  const why = whyLeftInPeace(run, progress, last);
  // Named after the reminder before: pressed twice at once, or by two people, it is one reminder.
  const key = `remind:${prompt.month}:${last?.toISOString() ?? 'first'}`;
  if (why === null && (await remind(run, prompt, 'first', key))) outcome.reminded.push(name);
  else outcome.passedOver.push({ name, why: why ?? 'was reminded at the same moment' });
}

/** Words that go on after the name; null = to be reminded. */
function whyLeftInPeace(run: Chase, { prompt, stands }: PersonProgress, last: Date | null): string | null {
  if (stands === 'answered') return 'has answered';
  if (stands === 'absent') {
    const absence = absenceOn(prompt.personId, run.directory.absences, run.today);
    return absence ? `is away until ${dayWithWeekday(absence.until)}` : 'is away';
  }
  if (stands === 'later' && prompt.deferredUntil !== null)
    return `asked to be left until ${dayWithWeekday(prompt.deferredUntil)}`;
  const { closedDays } = run.context.cycle.settings;
  const isRecent =
    last !== null && workingHoursBetween(last, run.deps.clock.now(), closedDays) < hoursBetweenReminders;
  return isRecent ? `was reminded on ${instantInWords(last)}` : null;
}

/** When this person was last reminded this month: by the calendar, by hand, or on the day they had named. */
async function lastReminder({ records, context }: Chase, personId: string): Promise<Date | null> {
  const { month } = context.cycle;
  const kinds = ['nudge', 'later', 'remind'];
  const outcomes = await Promise.all(kinds.map((kind) => records.deliveries.outcomesOf(`${kind}:${month}:`)));
  const own = outcomes
    .flat()
    .filter(({ to }) => to.kind !== 'channel' && to.personId === personId)
    .map(({ promisedAt }) => promisedAt.getTime());
  return own.length === 0 ? null : new Date(Math.max(...own));
}
