import { londonDate } from '../kit/london.ts';
import { dayInWords } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { monthInWords } from '../plan/month.ts';
import { can } from '../plan/permissions.ts';
import { auditOf } from './audit-facts.ts';
import { planInForce } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { digestsFor, isUnchanged } from './draft-digest.ts';
import type { Digest } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';
import { readDigestBasis, type DigestBasis } from './read-digest.ts';
import { refusal, type Refusal } from './refusal.ts';

/**
 * Approves a draft: from now on it is frozen and goes without its draft banner. Refused when a newer one exists or when what it was written
 * from has changed since, with what would be right. Approving it again changes nothing.
 */
export async function approveDigest(
  deps: Deps,
  actor: Actor,
  digestId: string,
): Promise<Result<Digest, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const now = deps.clock.now();
    const digest = await records.digests.byId(digestId);
    if (!digest) return failure(refusal('not_found', 'There is no such digest.'));
    const denied = await mayNot(deps, records, actor, 'approve_digest');
    if (denied) return failure(denied);
    if (digest.state === 'approved') return success(digest);
    const basis = await readDigestBasis(records, digest.month, londonDate(now));
    const stale = digest.state === 'draft' && basis ? whyStale(basis, digest) : notADraft(digest);
    if (stale !== null) return failure(refusal('conflict', stale));
    if (!(await records.digests.move(digestId, 'draft', 'approved', now, actor.personId)))
      return failure(refusal('conflict', 'Somebody else has just moved this digest on. Look again.'));
    for (const older of basis ? digestsFor(basis, digest.audience) : []) {
      if (older.state === 'approved')
        await records.digests.move(older.id, 'approved', 'superseded', now, actor.personId);
    }
    await records.audit.append(
      auditOf(deps, actor, 'digest_approved', `digest:${digestId}`, {
        month: digest.month,
        audience: digest.audience,
        number: digest.number,
        hash: digest.documentHash,
      }),
    );
    return success({ ...digest, state: 'approved', approvedAt: now, approvedByPersonId: actor.personId });
  });
}

/** A refusal when the actor may not do this with digests; null when they may. */
export async function mayNot(
  deps: Deps,
  records: Records,
  actor: Actor,
  verb: 'approve_digest' | 'post_digest' | 'export_digest',
): Promise<Refusal | null> {
  const now = deps.clock.now();
  const plan = await planInForce(records, now);
  if (!plan) return refusal('not_found', 'No plan is in force, so there is no digest.');
  const permission = can(actor, verb, { kind: 'partnership' }, plan, londonDate(now));
  return permission.allowed ? null : refusal('not_allowed', permission.words);
}

function notADraft({ state, postedAt, number }: Digest): string {
  if (state === 'superseded') return `Number ${number} has been replaced by a newer one; approve that one.`;
  const on = postedAt ? ` on ${dayInWords(londonDate(postedAt))}` : '';
  return `Number ${number} was posted${on}; what was posted never changes.`;
}

function whyStale(basis: DigestBasis, digest: Digest): string | null {
  const newest = digestsFor(basis, digest.audience).at(-1);
  if (newest && newest.number > digest.number)
    return `Number ${newest.number} is newer than number ${digest.number}; approve that one.`;
  if (isUnchanged(basis, digest)) return null;
  const changed = changedSince(basis, digest.draftedAt);
  const what = changed.length === 0 ? 'Something' : changed.join(', ');
  return `${what} changed after this draft was made. Draft ${monthInWords(digest.month)} again, then approve: digest draft ${digest.month}.`;
}

/** The codes of what was said, moderated or given after an instant. */
function changedSince({ read }: DigestBasis, since: Date): readonly string[] {
  const { actions, measures } = read.picture;
  return [
    ...actions
      .filter(({ update, moderation }) =>
        [update, moderation].some((each) => each !== null && each.at > since),
      )
      .map(({ code }) => code),
    ...measures
      .filter(({ values }) => values.some(({ value }) => value.at > since))
      .map(({ measure }) => measure.code),
  ];
}
