import { dayAndMonth } from '../kit/local-date.ts';
import { londonDate, londonTime } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { answerersFor } from '../plan/ownership.ts';
import { ratingLooks, type ActionRating } from '../plan/rating.ts';
import type { ActionUpdate, UpdateKind } from '../plan/update.ts';
import { Overtaken } from './all-or-nothing.ts';
import { canonicalJson } from './audit-chain.ts';
import { auditOf } from './audit-facts.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import type { ActionAnswer, RecordUpdate, SaidBefore } from './record-update.ts';
import { refusal, type Refusal } from './refusal.ts';

export type StoredAction = {
  readonly code: string;
  readonly to: ActionRating;
  readonly kind: UpdateKind;
  readonly before: SaidBefore | null;
};

/** Everything that is needed to store what somebody said. */
export interface Storing {
  readonly deps: Deps;
  readonly records: Records;
  readonly actor: Actor;
  readonly command: RecordUpdate;
  readonly context: CycleContext;
  readonly directory: Directory;
  /** What stands this month already, by action. */
  readonly known: ReadonlyMap<string, ActionUpdate>;
  /** One instant for all of it: what was said in one go is taken back in one go. */
  readonly at: Date;
}

/**
 * Writes the next version of each action, with its audit row. What stands there already, word for word, is passed over: a form sends
 * every field back, also those that nobody touched. A conflict when somebody else was quicker.
 */
export async function storeActions(storing: Storing): Promise<Result<readonly StoredAction[], Refusal>> {
  const { command, context, directory, known } = storing;
  const stored: StoredAction[] = [];
  for (const answer of command.actions) {
    const latest = known.get(answer.code) ?? null;
    if (latest?.content && canonicalJson(latest.content) === canonicalJson(answer.content)) continue;
    if (latest && answer.basedOn !== null && answer.basedOn !== latest.version)
      return failure(overtaken(answer, latest, directory));
    const kind = kindOf(answer, latest, context);
    await storeAction(storing, answer, latest, kind);
    stored.push({ code: answer.code, to: answer.content.rating, kind, before: saidBefore(latest) });
  }
  return success(stored);
}

async function storeAction(
  { deps, records, actor, command, context, directory, at }: Storing,
  answer: ActionAnswer,
  latest: ActionUpdate | null,
  kind: UpdateKind,
): Promise<void> {
  const version = (latest?.version ?? 0) + 1;
  const onBehalfOfPersonId = ownerBehind(actor, answer.code, directory, londonDate(at));
  const verb = kind === 'correction' ? 'update_corrected' : 'update_recorded';
  // The audit row comes first: see `closeCycle`.
  await records.audit.append(
    auditOf(deps, actor, verb, `action:${answer.code}:${command.month}`, {
      version,
      before: latest?.content?.rating ?? null,
      after: answer.content.rating,
      onBehalfOf: onBehalfOfPersonId,
    }),
  );
  const added = await records.updates.add({
    id: deps.newId(),
    month: command.month,
    actionCode: answer.code,
    version,
    kind,
    content: answer.content,
    byPersonId: actor.person.id,
    onBehalfOfPersonId,
    platform: actor.platform,
    at,
    reason: context.cycle.state === 'closed' ? command.reason : null,
  });
  if (!added) throw new Overtaken();
}

function saidBefore(latest: ActionUpdate | null): SaidBefore | null {
  if (!latest?.content) return null;
  return { rating: latest.content.rating, byPersonId: latest.byPersonId, at: latest.at };
}

function kindOf(answer: ActionAnswer, latest: ActionUpdate | null, context: CycleContext): UpdateKind {
  if (context.cycle.state === 'closed') return 'correction';
  return latest?.content ? 'edit' : answer.kind;
}

/** "IC5 was already recorded by Priya Nair on 3 November at 10:02 (amber)": both people are told, nothing is lost. */
function overtaken(answer: ActionAnswer, latest: ActionUpdate, directory: Directory): Refusal {
  const rating = latest.content ? ratingLooks[latest.content.rating].word.toLowerCase() : null;
  const when = `${dayAndMonth(londonDate(latest.at))} at ${londonTime(latest.at)}`;
  const what =
    rating === null
      ? `changed while this form was open, on ${when}: the answer was taken back, or the month closed`
      : `already recorded by ${directory.nameOf(latest.byPersonId)} on ${when} (${rating})`;
  const words = `${answer.code} was ${what}. Nothing of yours was stored. Open the form again to see what is there and add to it.`;
  return refusal('conflict', words, [{ field: `${answer.code}.rating`, words }]);
}

function ownerBehind(actor: Actor, code: string, directory: Directory, day: string): string | null {
  const { owner } = answerersFor(code, directory.roles, directory.absences, day);
  return owner === null || owner === actor.person.id ? null : owner;
}
