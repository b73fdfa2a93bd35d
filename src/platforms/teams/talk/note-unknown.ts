import { londonDate } from '../../../kit/london.ts';
import { auditBy } from '../../../use-cases/audit-facts.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { TalkDeps } from './talk.ts';

/** Teams sent something of a kind that bcp does not know: it is left alone, and written down once a day for each kind and tenant. */
export async function noteUnknown(
  { deps }: Pick<TalkDeps, 'deps'>,
  { type, name, tenantId }: InboundActivity,
): Promise<void> {
  const kind = `${type} ${name}`.replace(/[^\w/.-]+/g, ' ').trim();
  deps.log.info('Teams: something of an unknown kind was left alone', { kind });
  const at = deps.clock.now();
  for (const { id } of await deps.store.partnerships()) {
    await deps.store.in(id).transact(async (records) => {
      const key = `teams:unknown:${londonDate(at)}:${tenantId}:${kind}`;
      if ((await records.inbox.receive(key, '', at)) !== 'first') return;
      await records.audit.append(
        auditBy(deps, null, 'teams', 'teams_unknown_kind', `teams:${tenantId}`, { kind }),
      );
    });
  }
}
