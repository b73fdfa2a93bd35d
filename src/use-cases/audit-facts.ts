import type { PlatformName } from '../plan/people.ts';
import type { Actor, Deps } from './deps.ts';
import type { AuditFact } from './ports/audit-records.ts';

/** An audit row for what an actor did. Detail holds codes and ratings, never people's words. */
export function auditOf(
  deps: Deps,
  actor: Actor,
  verb: string,
  subject: string,
  detail: AuditFact['detail'] = {},
): AuditFact {
  return { at: deps.clock.now(), personId: actor.person.id, platform: actor.platform, verb, subject, detail };
}

/** The same for what a job or a command line did; `personId` is null for the program itself. */
export function auditBy(
  deps: Deps,
  personId: string | null,
  platform: PlatformName,
  verb: string,
  subject: string,
  detail: AuditFact['detail'] = {},
): AuditFact {
  return { at: deps.clock.now(), personId, platform, verb, subject, detail };
}

/** Writes down that somebody wanted to do what they may not: who, what, and nothing of their words. In a transaction of its own. */
export async function auditRefusal(deps: Deps, actor: Actor, verb: string, subject: string): Promise<void> {
  await deps.store.in(actor.partnershipId).audit.append(auditOf(deps, actor, verb, subject));
}
