import { londonDate, londonTime } from '../kit/london.ts';
import { dayWithWeekday } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { gapsFound } from '../messages/escalation.ts';
import { cycleCalendar, type CycleCalendar } from '../plan/cycle-calendar.ts';
import { isMonth, monthInWords, type Month } from '../plan/month.ts';
import { unowned } from '../plan/ownership.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditBy } from './audit-facts.ts';
import { cycleContext, readDirectory, type CycleContext, type Directory } from './cycle-context.ts';
import { readCycleSettings } from './cycle-settings.ts';
import type { Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { reconcilePrompts } from './reconcile-prompts.ts';
import { destinationsOf, promiseToPerson } from './promise-message.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface OpenedCycle {
  readonly month: Month;
  /** False when the month had been opened before: then nothing has changed. */
  readonly opened: boolean;
  readonly prompts: number;
}

/**
 * Opens a month: one prompt a person with all their actions and the measures that are due, promised in the same transaction. Opening
 * it again, or from two machines at once, has no second effect.
 */
export async function openCycle(
  deps: Deps,
  partnershipId: string,
  month: Month,
  byPersonId: string | null,
): Promise<Result<OpenedCycle, Refusal>> {
  const store = deps.store.in(partnershipId);
  if (!isMonth(month))
    return failure(refusal('invalid', `"${month}" is not a month. Write it like 2026-11.`));
  const settings = await readCycleSettings(store);
  const calendar = cycleCalendar(month, settings);
  const existing = await store.cycles.byMonth(month);
  if (existing)
    return success({ month, opened: false, prompts: (await store.prompts.ofMonth(month)).length });
  const now = deps.clock.now();
  const untimely = whyNotNow(calendar, now);
  if (untimely) return failure(untimely);
  const revision = await store.plans.inForce(calendar.days.prompt);
  if (!revision) {
    return failure(
      refusal(
        'not_found',
        `No plan is in force in ${monthInWords(month)}. Import one first: bcp plan import FILE.`,
      ),
    );
  }
  const prompts = await store.transact(async (records) => {
    const opened = await records.cycles.open({
      id: deps.newId(),
      month,
      planRevisionId: revision.id,
      settings,
      state: 'open',
      openedAt: now,
      closedAt: null,
    });
    if (!opened) return null;
    const context = await cycleContext(records, month);
    if (!context) throw new Error('A cycle that was just opened is not there.');
    const directory = await readDirectory(records);
    await records.audit.append(
      auditBy(deps, byPersonId, 'cli', 'cycle_opened', `cycle:${month}`, { plan: revision.number }),
    );
    const count = await reconcilePrompts(deps, records, context, directory);
    await tellGaps(deps, records, context, directory);
    return count;
  });
  if (prompts === null)
    return success({ month, opened: false, prompts: (await store.prompts.ofMonth(month)).length });
  deps.log.info('A cycle was opened', { partnershipId, month, prompts });
  return success({ month, opened: true, prompts });
}

/** A month is opened in its own time: not before its first day, and not after its close. */
function whyNotNow({ month, days, promptAt, closesAt }: CycleCalendar, now: Date): Refusal | null {
  if (londonDate(now) < `${month}-01`) {
    const words = `${monthInWords(month)} has not begun. It opens by itself on ${dayWithWeekday(days.prompt)} at ${londonTime(promptAt)}.`;
    return refusal('invalid', words);
  }
  if (now < closesAt) return null;
  const closed = `${dayWithWeekday(days.close)} at ${londonTime(closesAt)}`;
  const words = `${monthInWords(month)} would have closed on ${closed}; a month cannot be opened after its close.`;
  return refusal('closed', words);
}

/** Tells the secretariat who cannot be asked, once a month; says nothing when everybody can. */
async function tellGaps(
  deps: Deps,
  records: Records,
  context: CycleContext,
  directory: Directory,
): Promise<void> {
  const today = londonDate(deps.clock.now());
  const gaps = unowned(context.plan, directory.roles, today);
  const prompts = await records.prompts.ofMonth(context.cycle.month);
  const unreachable = prompts.flatMap(({ personId }) => {
    const person = directory.person(personId);
    if (!person) return [];
    return destinationsOf(person, directory.accounts).flatMap((to) =>
      to.kind === 'nobody' ? [to.reason] : [],
    );
  });
  if (gaps.actions.length + unreachable.length === 0) return;
  const message = gapsFound({
    monthWords: monthInWords(context.cycle.month),
    unowned: context.plan.actions
      .filter(({ code }) => gaps.actions.includes(code))
      .map(({ code, shortTitle }) => `${code} ${shortTitle}`),
    unreachable,
  });
  for (const person of secretariatOf(directory, today)) {
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `gaps:${context.cycle.month}:${person.id}`,
      message,
    });
  }
}

/** Everybody who is the secretariat on a day. */
export function secretariatOf(directory: Directory, day: string): Directory['people'] {
  return directory.people.filter((person) =>
    directory.roles.some(
      (role) => role.personId === person.id && role.kind === 'secretariat' && isRoleActive(role, day),
    ),
  );
}
