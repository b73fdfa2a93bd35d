import { londonDate } from '../kit/london.ts';
import { dayWithWeekday } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { monthClosed } from '../messages/escalation.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import { answerersFor } from '../plan/ownership.ts';
import { ratingIn } from '../plan/position.ts';
import { countRatings, countsInWords } from '../plan/status-order.ts';
import type { ActionUpdate } from '../plan/update.ts';
import { allOrNothing, Overtaken } from './all-or-nothing.ts';
import { auditBy } from './audit-facts.ts';
import { cycleContext, readDirectory, type CycleContext, type Directory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import { secretariatOf } from './open-cycle.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { promiseReceipt } from './promise-prompt.ts';
import { measureCodesOf, readPromptFacts } from './prompt-view.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface ClosedCycle {
  readonly month: Month;
  /** False when it was closed before: then nothing has changed. */
  readonly closed: boolean;
  /** The actions that had no answer and are "no update" now. */
  readonly noUpdate: readonly string[];
}

/** Closes a month: every action without an answer becomes "no update", in one transaction with all that is said about it. */
export async function closeCycle(
  deps: Deps,
  partnershipId: string,
  month: Month,
  byPersonId: string | null,
): Promise<Result<ClosedCycle, Refusal>> {
  return allOrNothing<ClosedCycle>(deps.store.in(partnershipId), async (records) => {
    const context = await cycleContext(records, month);
    if (!context)
      return failure(
        refusal('not_found', `${monthInWords(month)} was never opened, so it cannot be closed.`),
      );
    const now = deps.clock.now();
    if (!(await records.cycles.close(month, now))) return success({ month, closed: false, noUpdate: [] });
    const noUpdate = await writeNoUpdates(deps, records, context, byPersonId);
    const closed: CycleContext = { ...context, cycle: { ...context.cycle, state: 'closed', closedAt: now } };
    const directory = await readDirectory(records);
    await closePrompts(deps, records, closed, directory);
    await tellSecretariat(deps, records, closed, directory, noUpdate);
    return success({ month, closed: true, noUpdate });
  });
}

async function writeNoUpdates(
  deps: Deps,
  records: Records,
  { cycle, plan }: CycleContext,
  byPersonId: string | null,
): Promise<readonly string[]> {
  const latest = new Map(
    (await records.updates.latestOfMonth(cycle.month)).map((update) => [update.actionCode, update]),
  );
  const missing = plan.actions.filter(({ code }) => !latest.get(code)?.content);
  // The audit row comes first: it makes writers wait for each other in one order, so that an answer counts before the close or after it.
  await records.audit.append(
    auditBy(deps, byPersonId, 'cli', 'cycle_closed', `cycle:${cycle.month}`, { noUpdate: missing.length }),
  );
  for (const { code } of missing) {
    const update: ActionUpdate = {
      id: deps.newId(),
      month: cycle.month,
      actionCode: code,
      version: (latest.get(code)?.version ?? 0) + 1,
      kind: 'no_update',
      content: null,
      byPersonId: null,
      onBehalfOfPersonId: null,
      platform: 'cli',
      at: deps.clock.now(),
      reason: null,
    };
    if (!(await records.updates.add(update))) throw new Overtaken();
  }
  return missing.map(({ code }) => code);
}

async function closePrompts(
  deps: Deps,
  records: Records,
  context: CycleContext,
  directory: Directory,
): Promise<void> {
  const open = (await records.prompts.ofMonth(context.cycle.month)).filter(({ state }) => state === 'open');
  const facts = await readPromptFacts(records, context, directory, measureCodesOf(open));
  for (const prompt of open) {
    await records.prompts.save({ ...prompt, state: 'closed' });
    await promiseReceipt(deps, records, { ...prompt, state: 'closed' }, facts, 'closed');
  }
}

async function tellSecretariat(
  deps: Deps,
  records: Records,
  { cycle, plan, calendar }: CycleContext,
  directory: Directory,
  noUpdate: readonly string[],
): Promise<void> {
  const today = londonDate(deps.clock.now());
  const latest = new Map(
    (await records.updates.latestOfMonth(cycle.month)).map((update) => [update.actionCode, update]),
  );
  const ratings = plan.actions.map(({ code }) => ({ shown: ratingIn(latest.get(code) ?? null, false) }));
  const message = monthClosed({
    monthWords: monthInWords(cycle.month),
    counts: countsInWords(countRatings(ratings)),
    noUpdate: plan.actions
      .filter(({ code }) => noUpdate.includes(code))
      .map(({ code, shortTitle }) => ({
        title: `${code} ${shortTitle}`,
        owner:
          directory.person(answerersFor(code, directory.roles, directory.absences, today).owner ?? '')
            ?.name ?? 'nobody owns it',
      })),
    digestWords: dayWithWeekday(calendar.days.digest),
  });
  for (const person of secretariatOf(directory, today)) {
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `closed:${cycle.month}:${person.id}`,
      message,
    });
  }
}
