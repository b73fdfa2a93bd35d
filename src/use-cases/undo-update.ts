import { failure, success, type Result } from '../kit/result.ts';
import { londonDate } from '../kit/london.ts';
import { can } from '../plan/permissions.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import type { ShownRating } from '../plan/rating.ts';
import { ratingIn } from '../plan/position.ts';
import { auditOf } from './audit-facts.ts';
import { cycleContext, readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { promiseReceipts } from './promise-receipts.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface Undone {
  readonly month: Month;
  readonly actions: readonly { readonly code: string; readonly back: ShownRating }[];
}

/** Takes back a person's latest word on these actions: what stood before stands again, as a new version. Only while the month is open. */
export async function undoUpdate(
  deps: Deps,
  actor: Actor,
  command: { readonly month: Month; readonly codes: readonly string[]; readonly eventKey: string },
): Promise<Result<Undone, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const context = await cycleContext(records, command.month);
    if (!context)
      return failure(refusal('not_found', `${monthInWords(command.month)} has not been opened yet.`));
    if (context.cycle.state === 'closed') {
      return failure(
        refusal(
          'closed',
          `${monthInWords(command.month)} is closed. Press Correct to change it, with a reason.`,
        ),
      );
    }
    const today = londonDate(deps.clock.now());
    const first =
      (await records.inbox.receive(command.eventKey, command.month, deps.clock.now())) === 'first';
    const actions: { code: string; back: ShownRating }[] = [];
    for (const code of command.codes) {
      const permission = can(actor, 'undo_update', { kind: 'action', code }, context.plan, today);
      if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
      const versions = await records.updates.versions(command.month, code);
      const latest = versions.at(-1);
      if (!first || latest?.byPersonId !== actor.person.id || latest.kind === 'undo') continue;
      const before = versions.at(-2)?.content ?? null;
      const undo = {
        ...latest,
        id: deps.newId(),
        version: latest.version + 1,
        kind: 'undo' as const,
        content: before,
        at: deps.clock.now(),
      };
      if (!(await records.updates.add(undo)))
        return failure(refusal('conflict', `${code} was changed by somebody else at the same moment.`));
      await records.audit.append(
        auditOf(deps, actor, 'update_undone', `action:${code}:${command.month}`, {
          version: undo.version,
          before: latest.content?.rating ?? null,
          after: before?.rating ?? null,
        }),
      );
      actions.push({ code, back: ratingIn(undo, true) });
    }
    if (actions.length === 0) {
      return failure(refusal('conflict', 'There is nothing of yours left to take back.'));
    }
    const directory = await readDirectory(records);
    await promiseReceipts(deps, records, actor, context, directory, {
      month: command.month,
      codes: actions.map(({ code }) => code),
      eventKey: command.eventKey,
    });
    return success({ month: command.month, actions });
  });
}
