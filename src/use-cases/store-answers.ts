import { dayAndMonth } from '../kit/local-date.ts';
import { londonDate, londonTime } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { answerersFor } from '../plan/ownership.ts';
import { ratingLooks, type ActionRating } from '../plan/rating.ts';
import type { ActionUpdate, UpdateKind } from '../plan/update.ts';
import { auditOf } from './audit-facts.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import type { ActionAnswer, RecordUpdate, Recorded } from './record-update.ts';
import { refusal, type Refusal } from './refusal.ts';

type StoredAction = { readonly code: string; readonly to: ActionRating; readonly kind: UpdateKind };

/** Writes the next version of each action, with its audit row. Gives a conflict when somebody else was quicker. */
export async function storeActions(
  deps: Deps,
  records: Records,
  actor: Actor,
  command: RecordUpdate,
  context: CycleContext,
  directory: Directory,
): Promise<Result<readonly StoredAction[], Refusal>> {
  const stored: StoredAction[] = [];
  for (const answer of command.actions) {
    const latest = await records.updates.latest(command.month, answer.code);
    const version = latest?.version ?? 0;
    if (answer.basedOn !== null && answer.basedOn !== version && latest)
      return failure(overtaken(answer, latest, directory));
    const kind = kindOf(answer, latest, context);
    const update: ActionUpdate = {
      id: deps.newId(),
      month: command.month,
      actionCode: answer.code,
      version: version + 1,
      kind,
      content: answer.content,
      byPersonId: actor.person.id,
      onBehalfOfPersonId: ownerBehind(actor, answer.code, directory, londonDate(deps.clock.now())),
      platform: actor.platform,
      at: deps.clock.now(),
      reason: context.cycle.state === 'closed' ? command.reason : null,
    };
    if (!(await records.updates.add(update))) {
      return failure(
        refusal(
          'conflict',
          `${answer.code} was answered by somebody else at the same moment. Look again and edit it if needed.`,
        ),
      );
    }
    await records.audit.append(
      auditOf(
        deps,
        actor,
        kind === 'correction' ? 'update_corrected' : 'update_recorded',
        `action:${answer.code}:${command.month}`,
        {
          version: update.version,
          before: latest?.content?.rating ?? null,
          after: answer.content.rating,
          onBehalfOf: update.onBehalfOfPersonId,
        },
      ),
    );
    stored.push({ code: answer.code, to: answer.content.rating, kind });
  }
  return success(stored);
}

function kindOf(answer: ActionAnswer, latest: ActionUpdate | null, context: CycleContext): UpdateKind {
  if (context.cycle.state === 'closed') return 'correction';
  return latest?.content ? 'edit' : answer.kind;
}

/** "Already recorded by Priya Nair on 3 November at 10:02 (amber)": both people are told, nothing is lost. */
function overtaken(answer: ActionAnswer, latest: ActionUpdate, directory: Directory): Refusal {
  const rating = latest.content ? ratingLooks[latest.content.rating].word.toLowerCase() : 'taken back';
  const when = `${dayAndMonth(londonDate(latest.at))} at ${londonTime(latest.at)}`;
  const words = `${answer.code} was already recorded by ${directory.nameOf(latest.byPersonId)} on ${when} (${rating}). Open it again to edit what is there.`;
  return refusal('conflict', words, [{ field: `${answer.code}.rating`, words }]);
}

function ownerBehind(actor: Actor, code: string, directory: Directory, day: string): string | null {
  const { owner } = answerersFor(code, directory.roles, directory.absences, day);
  return owner === null || owner === actor.person.id ? null : owner;
}

/** Writes the next version of each figure, with its audit row. */
export async function storeValues(
  deps: Deps,
  records: Records,
  actor: Actor,
  command: RecordUpdate,
  context: CycleContext,
): Promise<Recorded['values']> {
  for (const answer of command.values) {
    const versions = await records.values.versions(answer.code, 'partnership', answer.period);
    const version = (versions.at(-1)?.version ?? 0) + 1;
    const added = await records.values.add({
      ...answer.content,
      id: deps.newId(),
      measureCode: answer.code,
      series: 'partnership',
      period: answer.period,
      version,
      source: `${actor.person.name}, ${actor.person.organisationCode}`,
      byPersonId: actor.person.id,
      platform: actor.platform,
      at: deps.clock.now(),
      reason: context.cycle.state === 'closed' ? command.reason : null,
    });
    if (!added) throw new Error('Two figures for one period came in at the same moment.');
    await records.audit.append(
      auditOf(
        deps,
        actor,
        'value_recorded',
        `measure:${answer.code}:${answer.period.kind}:${answer.period.key}`,
        {
          version,
          state: answer.content.state,
          provisional: answer.content.provisional,
        },
      ),
    );
  }
  return command.values.map(({ code, period }) => ({ code, period }));
}
