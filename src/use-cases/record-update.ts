import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { addMonths, monthInWords, type Month } from '../plan/month.ts';
import type { Period } from '../plan/period.ts';
import type { ShownRating } from '../plan/rating.ts';
import { ratingIn } from '../plan/position.ts';
import type { UpdateContent, UpdateKind } from '../plan/update.ts';
import type { ValueContent } from '../plan/value.ts';
import type { FoundPersonalData } from './guard-words.ts';
import { guardContent } from './guard-words.ts';
import { cycleContext, readDirectory, type CycleContext, type Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { prepareActions } from './prepare-actions.ts';
import { prepareValues } from './prepare-values.ts';
import { promiseReceipts } from './promise-receipts.ts';
import { refusal, type Refusal } from './refusal.ts';
import { storeActions, storeValues } from './store-answers.ts';

/** The one command that every platform's form and every typed reply comes down to. */
export interface RecordUpdate {
  readonly month: Month;
  readonly actions: readonly ActionAnswer[];
  readonly values: readonly ValueAnswer[];
  /** Asked for once the month has closed: the answer is then a correction, and shown as one. */
  readonly reason: string | null;
  /** The platform's id of the submit or message: the same one twice is recorded once. */
  readonly eventKey: string;
  /** Forms want everything that the rules ask for; words typed in chat are recorded and the rest is asked for. */
  readonly strictness: 'complete' | 'what_there_is';
}

export interface ActionAnswer {
  readonly code: string;
  readonly kind: 'update' | 'no_change';
  readonly content: UpdateContent;
  /** The version the person was looking at, 0 when nobody had answered; null = whichever is there. */
  readonly basedOn: number | null;
}

export interface ValueAnswer {
  readonly code: string;
  readonly period: Period;
  readonly content: ValueContent;
  /** True when the person has been asked about an odd-looking figure and said yes. */
  readonly confirmed: boolean;
}

export interface Recorded {
  readonly month: Month;
  /** False when this same submit had been recorded before. */
  readonly isNew: boolean;
  readonly actions: readonly {
    readonly code: string;
    readonly from: ShownRating | null;
    readonly to: ShownRating;
    readonly kind: UpdateKind;
  }[];
  readonly values: readonly { readonly code: string; readonly period: Period }[];
  /** What the guard masked before anything was stored. */
  readonly personalData: readonly FoundPersonalData[];
}

/**
 * Records ratings, words and figures as new versions, with the audit rows and the receipts, in one transaction. Refused as a whole when
 * anything is wrong; each problem is named at its field, e.g. `IC5.pathToGreen` or `I05.value`.
 */
export async function recordUpdate(
  deps: Deps,
  actor: Actor,
  command: RecordUpdate,
): Promise<Result<Recorded, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const context = await cycleContext(store, command.month);
  if (!context)
    return failure(refusal('not_found', `${monthInWords(command.month)} has not been opened yet.`));
  const ready = await prepare(deps, store, actor, command, context);
  if (!ready.ok) return ready;
  const { guarded, personalData, directory, previous } = ready.value;
  return store
    .transact(async (records) => {
      const receipt = await records.inbox.receive(command.eventKey, command.month, deps.clock.now());
      if (receipt !== 'first') {
        return success({ month: command.month, isNew: false, actions: [], values: [], personalData: [] });
      }
      const cycle = await records.cycles.byMonth(command.month);
      if (cycle?.state !== context.cycle.state) throw new CycleMoved();
      const actions = await storeActions(deps, records, actor, guarded, context, directory);
      if (!actions.ok) throw new AnswerOvertaken(actions.error);
      const values = await storeValues(deps, records, actor, guarded, context);
      await promiseReceipts(deps, records, actor, context, directory, {
        month: command.month,
        codes: [...guarded.actions, ...guarded.values].map(({ code }) => code),
        eventKey: command.eventKey,
      });
      return success({
        month: command.month,
        isNew: true,
        actions: actions.value.map(({ code, to, kind }) => ({
          code,
          to,
          kind,
          from: previous.get(code) ?? null,
        })),
        values,
        personalData,
      });
    })
    .catch((trouble: unknown) => {
      if (trouble instanceof AnswerOvertaken) return failure(trouble.refusal);
      if (trouble instanceof CycleMoved)
        return failure(
          refusal(
            'closed',
            `${monthInWords(command.month)} has just closed. Send it again as a correction, with a reason.`,
          ),
        );
      throw trouble;
    });
}

/** Somebody else answered between the reading and the writing: nothing is stored, and both are told. */
class AnswerOvertaken extends Error {
  readonly refusal: Refusal;
  constructor(words: Refusal) {
    super(words.words);
    this.refusal = words;
  }
}

class CycleMoved extends Error {}

interface Prepared {
  readonly guarded: RecordUpdate;
  readonly personalData: readonly FoundPersonalData[];
  readonly directory: Directory;
  readonly previous: ReadonlyMap<string, ShownRating>;
}

async function prepare(
  deps: Deps,
  records: Records,
  actor: Actor,
  command: RecordUpdate,
  context: CycleContext,
): Promise<Result<Prepared, Refusal>> {
  const today = londonDate(deps.clock.now());
  const directory = await readDirectory(records);
  if (command.actions.length + command.values.length === 0) {
    return failure(refusal('invalid', 'There is nothing in it to record: choose a rating or give a figure.'));
  }
  if (context.cycle.state === 'closed' && (command.reason ?? '').trim() === '') {
    const words = `${monthInWords(command.month)} is closed. It can still be corrected: say why, and the board sees that it was corrected.`;
    return failure(refusal('closed', words, [{ field: 'reason', words }]));
  }
  const { guarded, found } = guardContent(command, directory, today);
  const previous = await previousRatings(records, command.month);
  const actions = prepareActions(guarded, actor, context, previous, today);
  const values = await prepareValues(records, guarded, actor, context, today);
  const denied = actions.denied ?? values.denied;
  if (denied !== null) return failure(refusal('not_allowed', denied));
  const problems = [...actions.problems, ...values.problems];
  if (problems.length > 0) return failure(refusal('invalid', wordsFor(problems), problems));
  return success({
    guarded: { ...guarded, values: values.answers },
    personalData: found,
    directory,
    previous,
  });
}

function wordsFor(problems: Refusal['problems']): string {
  const [first] = problems;
  return problems.length === 1 && first
    ? first.words
    : `${problems.length} things need another look before this can be recorded.`;
}

/** What was shown for each action the month before; empty when that month had no cycle. */
async function previousRatings(records: Records, month: Month): Promise<ReadonlyMap<string, ShownRating>> {
  const before = addMonths(month, -1);
  const cycle = await records.cycles.byMonth(before);
  if (!cycle) return new Map();
  const updates = await records.updates.latestOfMonth(before);
  return new Map(updates.map((update) => [update.actionCode, ratingIn(update, cycle.state === 'open')]));
}
