import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { addMonths, monthInWords, type Month } from '../plan/month.ts';
import type { ShownRating } from '../plan/rating.ts';
import type { ActionUpdate } from '../plan/update.ts';
import { withoutIdlePath } from './carried-over.ts';
import { countIncident } from './count-incidents.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { guardContent, type FoundPersonalData } from './guard-words.ts';
import { lastMonth, type LastMonth } from './last-month.ts';
import type { Records } from './ports/store.ts';
import { prepareActions } from './prepare-actions.ts';
import { prepareValues } from './prepare-values.ts';
import type { RecordUpdate } from './record-update.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { StandingFacts } from './standing-facts.ts';
import { usePasses, workContactPasses } from './work-contacts.ts';

/** A command that may be stored, with what it is stored beside. */
export interface PreparedUpdate {
  readonly guarded: RecordUpdate;
  readonly personalData: readonly FoundPersonalData[];
  readonly directory: Directory;
  readonly previous: ReadonlyMap<string, ShownRating>;
  /** What stands this month already, by action. */
  readonly known: ReadonlyMap<string, ActionUpdate>;
}

/** The guard masks, rights and rules are looked at, and what stands already is read; a refusal names each problem at its field. */
export async function prepareUpdate(
  deps: Deps,
  records: Records,
  actor: Actor,
  command: RecordUpdate,
  context: CycleContext,
  standing: StandingFacts,
): Promise<Result<PreparedUpdate, Refusal>> {
  const today = londonDate(deps.clock.now());
  const directory = await standing.directory();
  if (command.actions.length + command.values.length === 0) {
    return failure(refusal('invalid', 'There is nothing in it to record: choose a rating or give a figure.'));
  }
  if (context.cycle.state === 'closed' && (command.reason ?? '').trim() === '') {
    const words = `${monthInWords(command.month)} is closed. It can still be corrected: press Correct and say why. The board sees that it was corrected.`;
    return failure(refusal('closed', words, [{ field: 'reason', words }]));
  }
  const before = addMonths(command.month, -1);
  const both = await records.updates.latestBetween(before, command.month);
  const ofMonth = (month: Month) => both.filter((update) => update.month === month);
  const last = lastMonth((await standing.cycle(before))?.cycle ?? null, ofMonth(before));
  const passes = await workContactPasses(records, actor.personId, deps.clock.now());
  const { guarded, found } = guardContent(
    withoutIdlePaths(command, last.updates),
    directory,
    today,
    passes.kinds,
  );
  const actions = prepareActions(guarded, actor, context, last.ratings, today);
  const values = await prepareValues(records, guarded, actor, context, today);
  const denied = actions.denied ?? values.denied;
  if (denied !== null) return failure(refusal('not_allowed', denied));
  const problems = [...actions.problems, ...values.problems];
  if (problems.length > 0) return failure(refusal('invalid', wordsFor(problems), problems));
  await usePasses(records, passes, deps.clock.now());
  await countIncident(deps, records, actor, command.month, found);
  return success({
    guarded: { ...guarded, values: values.answers },
    personalData: found,
    directory,
    previous: last.ratings,
    known: new Map(ofMonth(command.month).map((update) => [update.actionCode, update])),
  });
}

function wordsFor(problems: Refusal['problems']): string {
  const [first] = problems;
  return problems.length === 1 && first
    ? first.words
    : `${problems.length} things need another look before this can be recorded.`;
}

function withoutIdlePaths(command: RecordUpdate, last: LastMonth['updates']): RecordUpdate {
  return {
    ...command,
    actions: command.actions.map((answer) => ({
      ...answer,
      content: withoutIdlePath(answer.content, last.get(answer.code)?.content ?? null),
    })),
  };
}
