import { londonDate } from '../../../kit/london.ts';
import { auditBy } from '../../../use-cases/audit-facts.ts';
import type { Deps } from '../../../use-cases/deps.ts';

/**
 * Writes down, in every partnership, what Teams may bring any number of times: once a day for each `key` about a tenant, which begins with the
 * word for what came.
 */
export async function noteOnceADay(
  deps: Deps,
  [what, key]: readonly [what: string, key: string],
  { verb, tenant, detail = {} }: { verb: string; tenant: string; detail?: Readonly<Record<string, string>> },
): Promise<void> {
  const at = deps.clock.now();
  for (const { id } of await deps.store.partnerships()) {
    await deps.store.in(id).transact(async (records) => {
      const receipt = `teams:${what}:${londonDate(at)}:${key}`;
      if ((await records.inbox.receive(receipt, '', at)) !== 'first') return;
      await records.audit.append(auditBy(deps, null, 'teams', verb, `teams:${tenant}`, detail));
    });
  }
}
