import { createHash } from 'node:crypto';
import { londonDate } from '../kit/london.ts';
import { dayWithWeekday, type LocalDate } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { boardDigest } from '../documents/board-digest.ts';
import type { Document } from '../documents/document.ts';
import { digestsReady } from '../messages/digest-ready.ts';
import { audienceInWords, audiencesOf, type Audience } from '../plan/audience.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import { can } from '../plan/permissions.ts';
import { canonicalJson } from './audit-chain.ts';
import { auditBy } from './audit-facts.ts';
import { readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { secretariatOf } from './open-cycle.ts';
import type { Digest } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import {
  audiencesWithChannel,
  digestPicture,
  positionDay,
  readDigestBasis,
  type DigestBasis,
} from './read-digest.ts';
import { refusal, type Refusal } from './refusal.ts';

/** Drafts the digest of a closed month for one audience. When nothing has changed since the newest one, that one is given back. */
export async function draftDigest(
  deps: Deps,
  actor: Actor,
  wanted: { readonly month: Month; readonly audience: Audience },
): Promise<Result<Digest, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const today = londonDate(deps.clock.now());
    const basis = await basisOf(records, wanted.month, today);
    if (!basis.ok) return basis;
    const { plan } = basis.value.read.picture;
    const permission = can(actor, 'draft_digest', { kind: 'partnership' }, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    if (!audiencesOf(plan).includes(wanted.audience)) {
      return failure(
        refusal(
          'not_found',
          `The plan knows no audience "${wanted.audience}". Use ${audiencesOf(plan).join(', ')}.`,
        ),
      );
    }
    return success((await writeDraft(deps, records, basis.value, wanted.audience, actor)).digest);
  });
}

/** Drafts the board's digest and one for every audience that has a channel, and asks the secretariat to approve what is new. */
export async function draftDigests(
  deps: Deps,
  partnershipId: string,
  month: Month,
): Promise<Result<readonly Digest[], Refusal>> {
  return deps.store.in(partnershipId).transact(async (records) => {
    const today = londonDate(deps.clock.now());
    const basis = await basisOf(records, month, today);
    if (!basis.ok) return basis;
    const { plan } = basis.value.read.picture;
    const withChannel = (await records.channels.all()).map(({ audience }) => audience);
    const drafts: { digest: Digest; isNew: boolean }[] = [];
    for (const audience of audiencesWithChannel(withChannel, audiencesOf(plan)))
      drafts.push(await writeDraft(deps, records, basis.value, audience, null));
    const fresh = drafts.filter(({ isNew }) => isNew).map(({ digest }) => digest);
    if (fresh.length > 0) await askForApproval(deps, records, basis.value, fresh);
    return success(drafts.map(({ digest }) => digest));
  });
}

async function basisOf(
  records: Records,
  month: Month,
  today: LocalDate,
): Promise<Result<DigestBasis, Refusal>> {
  const basis = await readDigestBasis(records, month, today);
  if (!basis) {
    return failure(
      refusal('not_found', `${monthInWords(month)} was never opened, so there is nothing to write about.`),
    );
  }
  const { state, closesOn } = basis.read.picture;
  if (state === 'open') {
    const words = `${monthInWords(month)} is open until ${dayWithWeekday(closesOn)}. Its digest is drafted once it has closed.`;
    return failure(refusal('closed', words));
  }
  return success(basis);
}

async function writeDraft(
  deps: Deps,
  records: Records,
  basis: DigestBasis,
  audience: Audience,
  actor: Actor | null,
): Promise<{ digest: Digest; isNew: boolean }> {
  const known = digestsFor(basis, audience);
  const newest = known.at(-1) ?? null;
  if (newest && isUnchanged(basis, newest)) return { digest: newest, isNew: false };
  const by = actor?.personId ?? null;
  const digest = newDraft(deps, basis, audience, (newest?.number ?? 0) + 1, by);
  await records.digests.add(digest);
  for (const old of known.filter(({ state }) => state === 'draft'))
    await records.digests.move(old.id, 'draft', 'superseded', digest.draftedAt, by);
  await records.audit.append(
    auditBy(deps, by, actor?.platform ?? 'cli', 'digest_drafted', `digest:${digest.id}`, {
      month: digest.month,
      audience,
      number: digest.number,
      hash: digest.documentHash,
    }),
  );
  return { digest, isNew: true };
}

function newDraft(
  deps: Deps,
  basis: DigestBasis,
  audience: Audience,
  number: number,
  draftedByPersonId: string | null,
): Digest {
  const draftedAt = deps.clock.now();
  const document = boardDigest(digestPicture(basis, audience, londonDate(draftedAt)));
  return {
    id: deps.newId(),
    month: basis.month,
    audience,
    number,
    state: 'draft',
    document,
    documentHash: hashOf(document),
    draftedAt,
    draftedByPersonId,
    approvedAt: null,
    approvedByPersonId: null,
    postedAt: null,
    postedByPersonId: null,
  };
}

/** The digests of this month and audience, by number. */
export function digestsFor({ digests, month }: DigestBasis, audience: Audience): readonly Digest[] {
  return digests
    .filter((digest) => digest.month === month && digest.audience === audience)
    .sort((first, second) => first.number - second.number);
}

/**
 * True when what is stored today would give the same paper for the day on which it was drafted. The head of the audit chain, which moves with
 * everything that happens, plays no part.
 */
export function isUnchanged(basis: DigestBasis, digest: Digest): boolean {
  const again = boardDigest(digestPicture(basis, digest.audience, positionDay(digest)));
  const content = (document: Document) => canonicalJson({ ...document, auditHead: '' });
  return content(again) === content(digest.document);
}

/** SHA-256 of the document's canonical JSON, in hex. */
export function hashOf(document: Document): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}

async function askForApproval(
  deps: Deps,
  records: Records,
  { read, month }: DigestBasis,
  drafts: readonly Digest[],
): Promise<void> {
  const directory = await readDirectory(records);
  const named = drafts.map((digest) => ({
    ...digest,
    forWhom: audienceInWords(digest.audience, read.picture.plan),
  }));
  for (const person of secretariatOf(directory, londonDate(deps.clock.now()))) {
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `digest-ready:${month}:${drafts.map(({ number }) => number).join('-')}:${person.id}`,
      message: digestsReady(monthInWords(month), named),
    });
  }
}
