import { createHash } from 'node:crypto';
import { failure, success, type Result } from '../kit/result.ts';
import type { WhatHappened } from '../messages/answered-by-other.ts';
import { isMonth, monthInWords, type Month } from '../plan/month.ts';
import type { Period } from '../plan/period.ts';
import type { ShownRating } from '../plan/rating.ts';
import type { UpdateContent, UpdateKind } from '../plan/update.ts';
import type { ValueContent } from '../plan/value.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { canonicalJson } from './audit-chain.ts';
import { auditRefusal } from './audit-facts.ts';
import type { FoundPersonalData } from './guard-words.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { prepareUpdate } from './prepare-update.ts';
import { promiseReceipts } from './promise-receipts.ts';
import { refusal, type Refusal } from './refusal.ts';
import { standingFacts } from './standing-facts.ts';
import { storeActions } from './store-answers.ts';
import { storeFigures } from './store-figures.ts';

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
    /** What somebody had said already this month, and who; null = nobody. */
    readonly before: SaidBefore | null;
  }[];
  readonly values: readonly {
    readonly code: string;
    readonly period: Period;
    /** True when another figure stood there this month. */
    readonly isChange: boolean;
  }[];
  /** What the guard masked before anything was stored. */
  readonly personalData: readonly FoundPersonalData[];
}

/** An answer that another one takes the place of. */
export interface SaidBefore {
  readonly rating: ShownRating;
  readonly byPersonId: string | null;
  readonly at: Date;
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
  const outcome = await allOrNothing(deps.store.in(actor.partnershipId), (records) =>
    recordOnce(deps, records, actor, command),
  );
  if (!outcome.ok && outcome.error.kind === 'not_allowed')
    await auditRefusal(deps, actor, 'update_refused', `cycle:${command.month}`);
  return outcome;
}

async function recordOnce(
  deps: Deps,
  records: Records,
  actor: Actor,
  command: RecordUpdate,
): Promise<Result<Recorded, Refusal>> {
  // From here on every other writer waits for this one, so what is read holds until all of this is stored.
  const standing = standingFacts(deps.store, actor.partnershipId, await records.audit.hold(), records);
  const context = await standing.cycle(command.month);
  if (!context) return failure(refusal('not_found', notOpened(command.month)));
  const at = deps.clock.now();
  // Looked at before everything else: what was recorded the first time is no trouble the second, even if the month has closed since.
  const receipt = await records.inbox.receive(command.eventKey, bodyHashOf(command), at);
  if (receipt === 'again') return success(nothingNew(command.month));
  if (receipt === 'clash') return failure(refusal('conflict', sentTwice));
  const ready = await prepareUpdate(deps, records, actor, command, context, standing);
  if (!ready.ok) return ready;
  const { guarded, personalData, directory, previous, known } = ready.value;
  const storing = { deps, records, actor, command: guarded, context, directory, known, at };
  const actions = await storeActions(storing);
  if (!actions.ok) return actions;
  const values = await storeFigures(storing);
  if (actions.value.length + values.length === 0)
    return success({ ...nothingNew(command.month), personalData });
  const isClosed = context.cycle.state === 'closed';
  await promiseReceipts(deps, records, actor, context, standing, {
    done: [
      ...actions.value.map(({ code, before }) => ({ code, what: whatWasDone(isClosed, before !== null) })),
      ...values.map(({ code, isChange }) => ({ code, what: whatWasDone(isClosed, isChange) })),
    ],
    eventKey: command.eventKey,
  });
  return success({
    month: command.month,
    isNew: true,
    actions: actions.value.map((stored) => ({ ...stored, from: previous.get(stored.code) ?? null })),
    values,
    personalData,
  });
}

function whatWasDone(isClosed: boolean, isChange: boolean): WhatHappened {
  if (isClosed) return 'corrected';
  return isChange ? 'changed' : 'answered';
}

const sentTwice =
  'Something else was recorded under this same submission before, so this was not. Open the form again and send it from there.';

function nothingNew(month: Month): Recorded {
  return { month, isNew: false, actions: [], values: [], personalData: [] };
}

/** Forms and buttons carry months back to us; what is none is said as it came. */
export function notOpened(month: Month): string {
  return isMonth(month)
    ? `${monthInWords(month)} has not been opened yet.`
    : `"${month}" is not a month. Open the form again.`;
}

/** Tells a second delivery of the same thing from another thing under the same key; holds nothing that could be read back. */
function bodyHashOf({ month, actions, values, reason }: RecordUpdate): string {
  return createHash('sha256').update(canonicalJson({ month, actions, values, reason })).digest('hex');
}
