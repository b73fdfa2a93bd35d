import { londonDate } from '../../kit/london.ts';
import { textLimits } from '../../plan/update.ts';
import type { Actor, Deps } from '../deps.ts';
import { guardText } from '../guard-words.ts';
import type { AuditHeads } from '../ports/audit-records.ts';
import { standingFacts } from '../standing-facts.ts';
import { workContactPasses } from '../work-contacts.ts';
import { isAnswerInWords } from './hear.ts';

/** Something typed in somebody's own chat with bcp. */
export interface TypedReply {
  readonly text: string;
  /** The platform's id of it: the same one twice is read once. */
  readonly eventKey: string;
  readonly tenantId: string;
  readonly accountId: string;
  /** Where it was typed, in the platform's own terms, so that the answer can stand there. */
  readonly place: unknown;
  /** When, by the platform's clock; null where it does not say. */
  readonly saidAt: Date | null;
  /** The platform says that it had tried to hand it over before. */
  readonly isRetry: boolean;
}

/**
 * Stores an answer in somebody's own words, so that their platform may be told that it was taken: from then on it is read whatever happens
 * to this machine. The guard comes first, as before everything that is stored. False: it is no such answer (a command, too long, nobody of
 * the plan) and nothing was stored. `heads`: of this moment, where they have been asked for.
 */
export async function putByReply(
  deps: Deps,
  actor: Actor,
  typed: TypedReply,
  heads?: AuditHeads,
): Promise<boolean> {
  const { text, eventKey, tenantId, accountId, place, saidAt, isRetry } = typed;
  if (!isAnswerInWords(text) || text.length > textLimits.reply) return false;
  if (actor.roles.length + actor.coversFor.length === 0) return false;
  const { words, takenOut } = await guarded(deps, actor, text, heads ?? (await deps.store.auditHeads()));
  const receivedAt = deps.clock.now();
  await deps.store.replies.putBy({
    partnershipId: actor.partnershipId,
    key: eventKey,
    personId: actor.personId,
    platform: actor.platform,
    tenantId,
    accountId,
    place,
    words,
    takenOut,
    saidAt: saidAt ?? receivedAt,
    isRetry,
    receivedAt,
  });
  return true;
}

async function guarded(
  { store, clock }: Deps,
  { partnershipId, personId }: Actor,
  text: string,
  heads: AuditHeads,
) {
  const directory = await standingFacts(store, partnershipId, heads.get(partnershipId)).directory();
  const now = clock.now();
  const first = guardText(text, '', directory, londonDate(now));
  // What somebody has confirmed to be a work contact is asked for only where it matters: most replies hold none.
  const passes = first.found.some(({ certain }) => !certain)
    ? await workContactPasses(store.in(partnershipId), personId, now)
    : null;
  const { text: words, found: takenOut } =
    passes === null ? first : guardText(text, '', directory, londonDate(now), passes.kinds);
  return { words, takenOut };
}
