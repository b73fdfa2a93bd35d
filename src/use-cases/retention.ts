import { z } from 'zod';
import { dayInWords } from '../kit/local-date.ts';
import { londonDate, londonTime } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { can } from '../plan/permissions.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditBy } from './audit-facts.ts';
import { planInForce, readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { guardText } from './guard-words.ts';
import { forgetOldCodes } from './link-codes.ts';
import type { RetentionCounts } from './ports/retention-records.ts';
import type { Records } from './ports/store.ts';
import { refusal, type Refusal } from './refusal.ts';
import {
  readHold,
  readRetentionDays,
  recordYears,
  retentionCutoffs,
  retentionRules,
  writeHold,
  writeRetentionDays,
  type RetentionHold,
  type RetentionRule,
} from './retention-rules.ts';

/** What is kept how long, and what has been kept long enough. */
export interface RetentionStanding {
  readonly lines: readonly (RetentionRule & { readonly keptDays: number; readonly due: number })[];
  /** The last day on which the record itself must be kept: the end of the plan and six years. */
  readonly recordsUntil: string;
  readonly hold: RetentionHold | null;
  readonly lastRun: string | null;
}

/** Who runs it: a person or whoever runs this machine, or the calendar (null). */
type Runner = { readonly personId: string | null; readonly platform: Actor['platform'] } | null;

const lastRun = z.object({ day: z.string() });
const lastRunSetting = 'retention_last_run';
/** Not before this time in London: nobody is waiting then. */
const nightly = '03:00';

/** Shows what is kept how long. */
export async function showRetention(
  deps: Deps,
  partnershipId: string,
): Promise<Result<RetentionStanding, Refusal>> {
  const records = deps.store.in(partnershipId);
  const plan = await planInForce(records, deps.clock.now());
  if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
  const days = await readRetentionDays(records);
  const due = await records.retention.count(retentionCutoffs(days, deps.clock.now()));
  const endYear = Number(plan.endsOn.slice(0, 4)) + recordYears;
  return success({
    lines: retentionRules.map((rule) => ({
      ...rule,
      keptDays: days.get(rule.name) ?? rule.days,
      due: due[rule.name],
    })),
    recordsUntil: `${endYear}${plan.endsOn.slice(4)}`,
    hold: await readHold(records),
    lastRun: await readLastRun(records),
  });
}

/** Takes out what has been kept long enough. Nothing goes while a hold stands. What went is counted in the audit trail, never named. */
export async function runRetention(
  deps: Deps,
  partnershipId: string,
  by: Runner,
): Promise<Result<RetentionCounts, Refusal>> {
  return allOrNothing<RetentionCounts>(deps.store.in(partnershipId), async (records) => {
    const hold = await readHold(records);
    if (hold) return failure(refusal('closed', heldWords(hold)));
    const now = deps.clock.now();
    const cutoffs = retentionCutoffs(await readRetentionDays(records), now);
    const counts = await records.retention.purge(cutoffs, now);
    const codes = await forgetOldCodes(records, now);
    await records.settings.set(lastRunSetting, { day: londonDate(now) });
    if (by !== null || codes + total(counts) > 0)
      await records.audit.append(
        auditBy(deps, by?.personId ?? null, by?.platform ?? 'cli', 'retention_run', 'retention', {
          ...counts,
          codes,
        }),
      );
    return success(counts);
  });
}

/** Once a day, at night; gives how many things were taken out, or null when it was not due. */
export async function nightlyRetention(deps: Deps, partnershipId: string): Promise<number | null> {
  const now = deps.clock.now();
  if (londonTime(now) < nightly) return null;
  const records = deps.store.in(partnershipId);
  if ((await readLastRun(records)) === londonDate(now) || (await readHold(records)) !== null) return null;
  const run = await runRetention(deps, partnershipId, null);
  return run.ok ? total(run.value) : null;
}

export function total(counts: RetentionCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Puts a hold on everything, with its reason, or lifts it (null). */
export async function holdRetention(
  deps: Deps,
  actor: Actor,
  reason: string | null,
): Promise<Result<RetentionHold | null, Refusal>> {
  return allOrNothing<RetentionHold | null>(deps.store.in(actor.partnershipId), async (records) => {
    const denied = await mayNot(deps, actor, records);
    if (denied) return failure(denied);
    if (reason !== null && reason.trim() === '')
      return failure(refusal('invalid', 'Say why, for example: retention hold FOI request 2026-114.'));
    const today = londonDate(deps.clock.now());
    const guarded = guardText(reason ?? '', '', await readDirectory(records), today);
    const hold = reason === null ? null : { since: today, personId: actor.personId, reason: guarded.text };
    await writeHold(records, hold);
    await records.audit.append(
      auditBy(
        deps,
        actor.personId,
        actor.platform,
        hold ? 'retention_held' : 'retention_released',
        'retention',
      ),
    );
    return success(hold);
  });
}

/** Sets how many days one kind is kept. */
export async function setRetention(
  deps: Deps,
  actor: Actor,
  name: string,
  text: string,
): Promise<Result<RetentionRule & { readonly keptDays: number }, Refusal>> {
  return allOrNothing(deps.store.in(actor.partnershipId), async (records) => {
    const denied = await mayNot(deps, actor, records);
    if (denied) return failure(denied);
    const rule = retentionRules.find((each) => each.name === name.toLowerCase());
    if (!rule) {
      const names = retentionRules.map((each) => each.name).join(', ');
      return failure(refusal('invalid', `There is nothing called "${name}". There are: ${names}.`));
    }
    const days = /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : -1;
    if (days < rule.fewest || days > rule.most)
      return failure(
        refusal('invalid', `"${text}" does not fit: give whole days from ${rule.fewest} to ${rule.most}.`),
      );
    const all = await readRetentionDays(records);
    await writeRetentionDays(records, new Map([...all, [rule.name, days]]));
    await records.audit.append(
      auditBy(deps, actor.personId, actor.platform, 'retention_set', 'retention', { name: rule.name, days }),
    );
    return success({ ...rule, keptDays: days });
  });
}

export function heldWords({ since, reason }: RetentionHold): string {
  return `Nothing is taken out: a hold stands since ${dayInWords(since)} (${reason}). Lift it first: retention release.`;
}

async function mayNot(deps: Deps, actor: Actor, records: Records): Promise<Refusal | null> {
  const plan = await planInForce(records, deps.clock.now());
  if (!plan) return refusal('not_found', 'No plan is in force yet.');
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'run_retention', { kind: 'partnership' }, plan, today);
  return permission.allowed ? null : refusal('not_allowed', permission.words);
}

async function readLastRun({ settings }: Pick<Records, 'settings'>): Promise<string | null> {
  const read = lastRun.safeParse(await settings.get(lastRunSetting));
  return read.success ? read.data.day : null;
}
