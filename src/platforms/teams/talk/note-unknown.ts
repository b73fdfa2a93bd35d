import type { InboundActivity } from '../seam/activity.ts';
import { noteOnceADay } from './note-once-a-day.ts';
import type { TalkDeps } from './talk.ts';

/** Teams sent something of a kind that bcp does not know: it is left alone, and written down once a day for each kind and tenant. */
export async function noteUnknown(
  { deps }: Pick<TalkDeps, 'deps'>,
  { type, name, tenantId }: InboundActivity,
): Promise<void> {
  const kind = `${type} ${name}`.replace(/[^\w/.-]+/g, ' ').trim();
  deps.log.info('Teams: something of an unknown kind was left alone', { kind });
  const key = `${tenantId}:${kind}`;
  await noteOnceADay(deps, ['unknown', key], {
    verb: 'teams_unknown_kind',
    tenant: tenantId,
    detail: { kind },
  });
}
