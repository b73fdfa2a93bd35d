import type { Deps } from '../../../use-cases/deps.ts';
import type { OnUnlisted } from '../seam/gateway.ts';
import { noteOnceADay } from './note-once-a-day.ts';

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
      await noteOnceADay(deps, ['unlisted', tenant], { verb: 'teams_tenant_refused', tenant });
    } catch (cause) {
      deps.log.error('Teams: that a tenant was not answered could not be written down', { cause });
    }
  };
}
