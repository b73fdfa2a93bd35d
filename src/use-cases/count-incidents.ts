import { personalDataTypes, type PersonalDataType } from '../guard/personal-data-finding.ts';
import type { Month } from '../plan/month.ts';
import { auditOf } from './audit-facts.ts';
import type { Actor, Deps } from './deps.ts';
import type { FoundPersonalData } from './guard-words.ts';
import type { Records } from './ports/store.ts';

/** How often each kind of personal data was taken out in a month. */
export type IncidentCounts = Readonly<Partial<Record<PersonalDataType, number>>>;

const settingName = 'personal_data_taken_out';

/**
 * Counts what the guard took out, by month and kind: no words, no person. The audit row comes first, because it makes writers wait for each
 * other. Call it inside the transaction that stores the rest.
 */
export async function countIncident(
  deps: Deps,
  records: Records,
  actor: Actor,
  month: Month,
  found: readonly FoundPersonalData[],
): Promise<void> {
  if (found.length === 0) return;
  const counted = countsOf(found);
  await records.audit.append(auditOf(deps, actor, 'personal_data_taken_out', `cycle:${month}`, counted));
  const all = readAll(await records.settings.get(settingName));
  const before = all[month] ?? {};
  const now = Object.fromEntries(
    personalDataTypes.flatMap((type) => {
      const sum = (before[type] ?? 0) + (counted[type] ?? 0);
      return sum === 0 ? [] : [[type, sum]];
    }),
  );
  await records.settings.set(settingName, { ...all, [month]: now });
}

/** What was taken out in a month so far. */
export async function incidentsOf(records: Records, month: Month): Promise<IncidentCounts> {
  return readAll(await records.settings.get(settingName))[month] ?? {};
}

function countsOf(found: readonly FoundPersonalData[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of found) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function readAll(stored: unknown): Readonly<Record<string, IncidentCounts>> {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).map(([month, counts]) => [month, readCounts(counts)]));
}

function readCounts(stored: unknown): IncidentCounts {
  if (typeof stored !== 'object' || stored === null) return {};
  const entries = new Map<string, unknown>(Object.entries(stored));
  return Object.fromEntries(
    personalDataTypes.flatMap((type) => {
      const count = entries.get(type);
      return typeof count === 'number' ? [[type, count]] : [];
    }),
  );
}
