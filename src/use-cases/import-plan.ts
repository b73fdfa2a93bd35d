import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { planMeasures } from '../plan/plan-lookup.ts';
import type { Plan } from '../plan/plan.ts';
import { canonicalJson } from './audit-chain.ts';
import { auditBy } from './audit-facts.ts';
import type { Deps } from './deps.ts';
import type { PlanRevision } from './ports/partnership-records.ts';
import type { Records } from './ports/store.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface PlanToImport {
  readonly plan: Plan;
  readonly sourceName: string;
  /** SHA-256 of the file, in hex. */
  readonly sourceHash: string;
  /** The day from which it is in force; today when left out, or the plan's first day for a first import of a plan that began earlier. */
  readonly effectiveFrom: LocalDate | null;
  readonly byPersonId: string | null;
}

export interface ImportedPlan {
  readonly partnershipId: string;
  readonly number: number;
  /** False when this same file is the newest revision already. */
  readonly isNew: boolean;
  /** Codes that the revision before did not have, and that are gone now; history keeps them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Codes of actions and measures that both have and that are not the same. */
  readonly changed: readonly string[];
  readonly effectiveFrom: LocalDate;
}

/**
 * Imports a checked plan as a dated revision; the first one also sets the partnership up. Importing the same file again changes nothing.
 * A revision in mid-cycle counts from its day on: the open month keeps the plan it was opened with.
 */
export async function importPlan(deps: Deps, request: PlanToImport): Promise<Result<ImportedPlan, Refusal>> {
  const { plan } = request;
  const now = deps.clock.now();
  const partnership = await deps.store.addPartnership({
    id: deps.newId(),
    code: plan.partnership.code,
    name: plan.partnership.name,
    createdAt: now,
  });
  return deps.store.in(partnership.id).transact(async (records) => {
    const revisions = await records.plans.all();
    const newest = revisions.at(-1) ?? null;
    const effectiveFrom = request.effectiveFrom ?? (newest === null ? plan.startsOn : londonDate(now));
    if (newest?.sourceHash === request.sourceHash) {
      return success({
        partnershipId: partnership.id,
        number: newest.number,
        isNew: false,
        added: [],
        removed: [],
        changed: [],
        effectiveFrom: newest.effectiveFrom,
      });
    }
    if (newest && effectiveFrom < newest.effectiveFrom) {
      return failure(
        refusal(
          'invalid',
          `Revision ${newest.number} is in force from ${newest.effectiveFrom}; a later revision cannot begin before it. Give a day from then on.`,
        ),
      );
    }
    return success(
      await addRevision(deps, records, { ...request, partnershipId: partnership.id, effectiveFrom }, newest),
    );
  });
}

/** Adds the next revision and tells what it changes. */
async function addRevision(
  deps: Deps,
  records: Records,
  request: PlanToImport & { readonly partnershipId: string; readonly effectiveFrom: LocalDate },
  newest: PlanRevision | null,
): Promise<ImportedPlan> {
  const { partnershipId, plan, sourceName, sourceHash, effectiveFrom, byPersonId } = request;
  const number = (newest?.number ?? 0) + 1;
  await records.plans.add({
    id: deps.newId(),
    number,
    effectiveFrom,
    importedAt: deps.clock.now(),
    importedByPersonId: byPersonId,
    sourceName,
    sourceHash,
    plan,
  });
  await records.audit.append(
    auditBy(deps, byPersonId, 'cli', 'plan_imported', `plan:${plan.code}`, {
      revision: number,
      effectiveFrom,
      hash: sourceHash,
    }),
  );
  const [before, after] = [partsOf(newest?.plan ?? null), partsOf(plan)];
  return {
    partnershipId,
    number,
    isNew: true,
    added: newest ? [...after.keys()].filter((code) => !before.has(code)) : [],
    removed: [...before.keys()].filter((code) => !after.has(code)),
    changed: [...after].flatMap(([code, part]) =>
      before.has(code) && before.get(code) !== part ? [code] : [],
    ),
    effectiveFrom,
  };
}

/** Every action and measure by its code, as text that is the same when nothing about it has changed. */
function partsOf(plan: Plan | null): ReadonlyMap<string, string> {
  if (!plan) return new Map();
  const parts = [...plan.actions, ...planMeasures(plan)];
  return new Map(parts.map((part) => [part.code, canonicalJson(part)]));
}
