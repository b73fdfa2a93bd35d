import { failure, success, type Result } from '../kit/result.ts';
import { londonDate } from '../kit/london.ts';
import { can } from '../plan/permissions.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import type { Period } from '../plan/period.ts';
import { planAction, planMeasure } from '../plan/plan-lookup.ts';
import { ratingIn } from '../plan/position.ts';
import type { ShownRating } from '../plan/rating.ts';
import type { ActionUpdate } from '../plan/update.ts';
import type { MeasureValue } from '../plan/value.ts';
import { allOrNothing, Overtaken } from './all-or-nothing.ts';
import { auditOf, auditRefusal } from './audit-facts.ts';
import type { CycleContext } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { figureTakenBack, isTakenBack, ownFigures } from './given-figures.ts';
import type { Records } from './ports/store.ts';
import { promiseReceipts } from './promise-receipts.ts';
import { notOpened } from './record-update.ts';
import { refusal, type Refusal } from './refusal.ts';
import { standingFacts } from './standing-facts.ts';

export interface Undone {
  readonly month: Month;
  /** False when this same press had been heard before. */
  readonly isNew: boolean;
  readonly actions: readonly { readonly code: string; readonly back: ShownRating }[];
  /** `back` is null where no figure stands any more. */
  readonly values: readonly {
    readonly code: string;
    readonly period: Period;
    readonly back: MeasureValue | null;
  }[];
}

/**
 * Takes back a person's latest word on these actions and measures: what stood before stands again, said by who had said it, as a new
 * version. Once more takes back the word before that. Only while the month is open.
 */
export async function undoUpdate(
  deps: Deps,
  actor: Actor,
  command: { readonly month: Month; readonly codes: readonly string[]; readonly eventKey: string },
): Promise<Result<Undone, Refusal>> {
  const outcome = await allOrNothing(deps.store.in(actor.partnershipId), (records) =>
    undoOnce(deps, records, actor, command),
  );
  if (!outcome.ok && outcome.error.kind === 'not_allowed')
    await auditRefusal(deps, actor, 'undo_refused', `cycle:${command.month}`);
  return outcome;
}

async function undoOnce(
  deps: Deps,
  records: Records,
  actor: Actor,
  { month, codes, eventKey }: Parameters<typeof undoUpdate>[2],
): Promise<Result<Undone, Refusal>> {
  // From here on every other writer waits for this one, so what is read holds until all of this is stored.
  const standing = standingFacts(deps.store, actor.partnershipId, await records.audit.hold(), records);
  const context = await standing.cycle(month);
  if (!context) return failure(refusal('not_found', notOpened(month)));
  const receipt = await records.inbox.receive(eventKey, `undo ${month}`, deps.clock.now());
  if (receipt !== 'first') return success({ month, isNew: false, actions: [], values: [] });
  if (context.cycle.state === 'closed') return failure(closed(month));
  const undoing: Undoing = { deps, records, actor, context };
  const actions: Undone['actions'][number][] = [];
  const values: Undone['values'][number][] = [];
  for (const code of new Set(codes)) {
    const denied = whyNot(undoing, code);
    if (denied) return failure(denied);
    if (planAction(context.plan, code)) actions.push(...(await undoAction(undoing, code)));
    else values.push(...(await undoFigure(undoing, code)));
  }
  if (actions.length + values.length === 0)
    return failure(refusal('conflict', 'There is nothing of yours left to take back.'));
  await promiseReceipts(deps, records, actor, context, standing, {
    done: [...actions, ...values].map(({ code }) => ({ code, what: 'taken_back' as const })),
    eventKey,
  });
  return success({ month, isNew: true, actions, values });
}

interface Undoing {
  readonly deps: Deps;
  readonly records: Records;
  readonly actor: Actor;
  readonly context: CycleContext;
}

function closed(month: Month): Refusal {
  return refusal('closed', `${monthInWords(month)} is closed. Press Correct to change it, with a reason.`);
}

function whyNot({ deps, actor, context }: Undoing, code: string): Refusal | null {
  const isAction = planAction(context.plan, code) !== null;
  if (!isAction && !planMeasure(context.plan, code))
    return refusal('not_found', `This month's plan has nothing called ${code}.`);
  const today = londonDate(deps.clock.now());
  const object = { kind: isAction ? ('action' as const) : ('measure' as const), code };
  const permission = can(actor, 'undo_update', object, context.plan, today);
  return permission.allowed ? null : refusal('not_allowed', permission.words);
}

async function undoAction(
  { deps, records, actor, context }: Undoing,
  code: string,
): Promise<Undone['actions']> {
  const { month } = context.cycle;
  const versions = await records.updates.versions(month, code);
  const standing = versions.reduce<readonly ActionUpdate[]>(
    (stack, update) => (update.kind === 'undo' ? stack.slice(0, -1) : [...stack, update]),
    [],
  );
  const [last, before] = [standing.at(-1), standing.at(-2) ?? null];
  if (!last?.content || last.byPersonId !== actor.person.id) return [];
  const now = deps.clock.now();
  // What stands again is said by who had said it, where and when: only the audit row tells who brought it back.
  const whose = before?.content
    ? before
    : { byPersonId: actor.person.id, onBehalfOfPersonId: null, platform: actor.platform, at: now };
  const undo: ActionUpdate = {
    id: deps.newId(),
    month,
    actionCode: code,
    version: (versions.at(-1)?.version ?? 0) + 1,
    kind: 'undo',
    content: before?.content ?? null,
    byPersonId: whose.byPersonId,
    onBehalfOfPersonId: whose.onBehalfOfPersonId,
    platform: whose.platform,
    at: whose.at,
    reason: null,
  };
  await records.audit.append(
    auditOf(deps, actor, 'update_undone', `action:${code}:${month}`, {
      version: undo.version,
      before: last.content.rating,
      after: undo.content?.rating ?? null,
    }),
  );
  if (!(await records.updates.add(undo))) throw new Overtaken();
  return [{ code, back: ratingIn(undo, true) }];
}

async function undoFigure(
  { deps, records, actor, context }: Undoing,
  code: string,
): Promise<Undone['values']> {
  const given = ownFigures(await records.values.latest([code]), code).filter(
    (value) =>
      value.byPersonId === actor.person.id && value.at >= context.cycle.openedAt && !isTakenBack(value),
  );
  const newest = given.reduce<MeasureValue | null>(
    (latest, value) => (latest && latest.at > value.at ? latest : value),
    null,
  );
  if (!newest) return [];
  const versions = await records.values.versions(code, 'partnership', newest.period);
  const standing = versions.reduce<readonly MeasureValue[]>(
    (stack, value) => (value.reason === figureTakenBack ? stack.slice(0, -1) : [...stack, value]),
    [],
  );
  const before = standing.at(-2) ?? null;
  const undo: MeasureValue = {
    ...(before ?? { ...newest, ...noFigure, platform: actor.platform, at: deps.clock.now() }),
    id: deps.newId(),
    version: newest.version + 1,
    reason: figureTakenBack,
  };
  await records.audit.append(
    auditOf(deps, actor, 'value_undone', `measure:${code}:${newest.period.kind}:${newest.period.key}`, {
      version: undo.version,
      state: undo.state,
    }),
  );
  if (!(await records.values.add(undo))) throw new Overtaken();
  return [{ code, period: newest.period, back: before }];
}

/** Where nothing stood before, the figure is one that is still to come. */
const noFigure = {
  state: 'not_published',
  value: null,
  numerator: null,
  denominator: null,
  provisional: false,
  embargoUntil: null,
} as const;
