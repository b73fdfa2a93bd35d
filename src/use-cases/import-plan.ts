import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { Plan } from '../plan/plan.ts';
import { auditBy } from './audit-facts.ts';
import type { Deps } from './deps.ts';
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
    const number = (newest?.number ?? 0) + 1;
    await records.plans.add({
      id: deps.newId(),
      number,
      effectiveFrom,
      importedAt: now,
      importedByPersonId: request.byPersonId,
      sourceName: request.sourceName,
      sourceHash: request.sourceHash,
      plan,
    });
    await records.audit.append(
      auditBy(deps, request.byPersonId, 'cli', 'plan_imported', `plan:${plan.code}`, {
        revision: number,
        effectiveFrom,
        hash: request.sourceHash,
      }),
    );
    const [before, after] = [codesOf(newest?.plan ?? null), codesOf(plan)];
    return success({
      partnershipId: partnership.id,
      number,
      isNew: true,
      added: newest ? after.filter((code) => !before.includes(code)) : [],
      removed: before.filter((code) => !after.includes(code)),
      effectiveFrom,
    });
  });
}

function codesOf(plan: Plan | null): readonly string[] {
  if (!plan) return [];
  return [
    ...plan.actions.map(({ code }) => code),
    ...plan.indicators.flatMap(({ measures }) => measures.map(({ code }) => code)),
  ];
}
