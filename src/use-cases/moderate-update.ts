import { londonDate } from '../kit/london.ts';
import { dayWithWeekday } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { moderated } from '../messages/moderated.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import { can } from '../plan/permissions.ts';
import { planAction } from '../plan/plan-lookup.ts';
import { ratingIn } from '../plan/position.ts';
import { ratingLooks, type ActionRating, type ShownRating } from '../plan/rating.ts';
import { checkLength } from '../plan/update-rules.ts';
import { textLimits, type Moderation } from '../plan/update.ts';
import { answerersFor } from '../plan/ownership.ts';
import { auditOf } from './audit-facts.ts';
import { cycleContext, readDirectory, type CycleContext } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { guardBoardWords } from './board-words.ts';
import type { FoundPersonalData } from './guard-words.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface ModerateUpdate {
  readonly month: Month;
  readonly actionCode: string;
  /** Null takes an earlier moderation back. */
  readonly rating: ActionRating | null;
  readonly reason: string;
}

export interface Moderated {
  readonly moderation: Moderation;
  /** `next`: the board's digest of this month is approved already, so the next one tells of it. */
  readonly goesInto: 'this_digest' | 'next_digest';
  /** A sentence of what happens with it. */
  readonly words: string;
  /** False when it stood there already, with the same reason. */
  readonly isNew: boolean;
  readonly personalData: readonly FoundPersonalData[];
}

/** Sets a reading beside the owner's rating of a closed month, with a reason, or takes it back. The owner is told. */
export async function moderateUpdate(
  deps: Deps,
  actor: Actor,
  command: ModerateUpdate,
): Promise<Result<Moderated, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const context = await cycleContext(records, command.month);
    if (!context) return failure(refusal('not_found', `${monthInWords(command.month)} was never opened.`));
    const allowed = mayModerate(deps, actor, command, context);
    if (!allowed.ok) return allowed;
    const versions = await records.moderations.versions(command.month, command.actionCode);
    const before = versions.at(-1) ?? null;
    const own = ratingIn(await records.updates.latest(command.month, command.actionCode), false);
    const wrong = whatIsWrong(command, own, before);
    if (wrong) return failure(wrong);
    const written = await guardBoardWords(deps, records, actor, { reason: command.reason });
    const { found: personalData } = written;
    const goes = await whereItGoes(records, command.month);
    if (before?.rating === command.rating && written.isKeptIn(before.reason, 'reason'))
      return success({ moderation: before, ...goes, isNew: false, personalData });
    const moderation: Moderation = {
      id: deps.newId(),
      month: command.month,
      actionCode: command.actionCode,
      version: (before?.version ?? 0) + 1,
      rating: command.rating,
      reason: written.kept.reason,
      byPersonId: actor.personId,
      at: deps.clock.now(),
    };
    if (!(await records.moderations.add(moderation)))
      return failure(
        refusal(
          'conflict',
          `${command.actionCode} was moderated by somebody else at the same moment. Look again.`,
        ),
      );
    await records.audit.append(
      auditOf(deps, actor, 'update_moderated', `action:${command.actionCode}:${command.month}`, {
        version: moderation.version,
        owner: own,
        before: before?.rating ?? null,
        after: command.rating,
      }),
    );
    await written.settle();
    await tellOwner(deps, records, actor, context, moderation, own);
    return success({ moderation, ...goes, isNew: true, personalData });
  });
}

function mayModerate(
  deps: Deps,
  actor: Actor,
  { actionCode, month }: ModerateUpdate,
  { plan, cycle, calendar }: CycleContext,
): Result<true, Refusal> {
  if (!planAction(plan, actionCode))
    return failure(
      refusal(
        'not_found',
        `The plan has no action ${actionCode}. Use a code like ${plan.actions[0]?.code ?? 'IC1'}.`,
      ),
    );
  const permission = can(
    actor,
    'moderate',
    { kind: 'action', code: actionCode },
    plan,
    londonDate(deps.clock.now()),
  );
  if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
  if (cycle.state === 'closed') return success(true);
  const words = `${monthInWords(month)} is open until ${dayWithWeekday(calendar.days.close)}: the owner may still change it. It can be moderated after that.`;
  return failure(refusal('closed', words));
}

function whatIsWrong(
  { rating, reason, actionCode }: ModerateUpdate,
  own: ShownRating,
  before: Moderation | null,
): Refusal | null {
  if (reason.trim() === '') {
    const words = `Say why ${actionCode} is moderated: the owner and the board read it.`;
    return refusal('invalid', words, [{ field: 'reason', words }]);
  }
  const tooLong = checkLength('reason', 'The reason', reason, textLimits.reason);
  if (tooLong[0]) return refusal('invalid', tooLong[0].words, tooLong);
  if (rating === null && (before === null || before.rating === null))
    return refusal('not_found', `${actionCode} is not moderated, so there is nothing to take back.`);
  if (rating !== null && rating === own)
    return refusal(
      'invalid',
      `The owner says ${ratingLooks[own].word.toLowerCase()} as well: there is nothing to moderate.`,
    );
  return null;
}

async function whereItGoes(records: Records, month: Month): Promise<Pick<Moderated, 'goesInto' | 'words'>> {
  const board = (await records.digests.ofMonth(month)).filter(({ audience }) => audience === 'board');
  if (board.some(({ approvedAt }) => approvedAt !== null)) {
    const words = `The digest for ${monthInWords(month)} is approved already and stays as it is; the next one tells of this.`;
    return { goesInto: 'next_digest', words };
  }
  const words =
    board.length === 0
      ? `It stands in the digest for ${monthInWords(month)}.`
      : `Draft the digest for ${monthInWords(month)} again to take it in: digest draft ${month}.`;
  return { goesInto: 'this_digest', words };
}

async function tellOwner(
  deps: Deps,
  records: Records,
  actor: Actor,
  { plan }: CycleContext,
  moderation: Moderation,
  own: ShownRating,
): Promise<void> {
  const { actionCode, month } = moderation;
  const directory = await readDirectory(records);
  const { owner } = answerersFor(
    actionCode,
    directory.roles,
    directory.absences,
    londonDate(deps.clock.now()),
  );
  const person = owner === null ? null : directory.person(owner);
  if (!person || person.id === actor.personId) return;
  await promiseToPerson(deps, records, {
    person,
    accounts: directory.accounts,
    purpose: 'notice',
    key: `moderated:${month}:${actionCode}:${moderation.version}:${person.id}`,
    message: moderated({
      title: `${actionCode} ${planAction(plan, actionCode)?.shortTitle ?? ''}`.trim(),
      monthWords: monthInWords(month),
      byName: actor.person.name,
      ownRating: own,
      rating: moderation.rating,
      reason: moderation.reason,
    }),
  });
}
