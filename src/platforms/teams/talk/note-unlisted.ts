import { londonDate } from '../../../kit/london.ts';
import { auditBy } from '../../../use-cases/audit-facts.ts';
import type { Deps } from '../../../use-cases/deps.ts';
import type { OnUnlisted } from '../seam/gateway.ts';

/** How a tenant is named: what is not named so is written down without its name, as anything may stand there. */
const tenantName = /^[\w.-]{1,60}$/;

/**
 * Somebody of a tenant that is not on the list wrote, and got no answer: it is written down once a day for each tenant, without who it was.
 * Teams is told that all is well also where that fails: it stops sending to a bot that does not take what it is sent.
 */
export function noteUnlisted(deps: Deps): OnUnlisted {
  return async (tenantId) => {
    const tenant = tenantName.test(tenantId) ? tenantId : 'unnamed';
    deps.log.warn('Teams: a tenant that is not on the list was not answered', { tenant });
    try {
      await writeDown(deps, tenant);
    } catch (cause) {
      deps.log.error('Teams: that a tenant was not answered could not be written down', { cause });
    }
  };
}

async function writeDown(deps: Deps, tenant: string): Promise<void> {
  const at = deps.clock.now();
  for (const { id } of await deps.store.partnerships()) {
    await deps.store.in(id).transact(async (records) => {
      const key = `teams:unlisted:${londonDate(at)}:${tenant}`;
      if ((await records.inbox.receive(key, '', at)) !== 'first') return;
      await records.audit.append(auditBy(deps, null, 'teams', 'teams_tenant_refused', `teams:${tenant}`));
    });
  }
}
