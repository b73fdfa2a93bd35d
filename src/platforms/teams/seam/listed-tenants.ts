import type { InboundActivity } from './activity.ts';

/**
 * The tenant that keeps an activity out; null when it may come in. `listed` are the tenants that may use this bot; `*` stands for all. Of what
 * somebody says or presses also their own must be on the list: in a shared channel of a tenant that is, people of others write. An event
 * tells of a place, and is taken whoever brought it about.
 */
export function unlistedTenant(listed: readonly string[], activity: InboundActivity): string | null {
  const { kind, tenantId, person } = activity;
  if (listed.includes('*')) return null;
  if (!listed.includes(tenantId)) return tenantId;
  const isByPerson = kind === 'message' || kind === 'invoke';
  return isByPerson && !listed.includes(person.tenantId) ? person.tenantId : null;
}
