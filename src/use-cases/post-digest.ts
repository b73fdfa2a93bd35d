import { londonDate } from '../kit/london.ts';
import { dayInWords } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { digestMessage } from '../documents/digest-message.ts';
import { mayNot } from './approve-digest.ts';
import { auditOf } from './audit-facts.ts';
import type { Actor, Deps } from './deps.ts';
import type { Channel, Digest } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';
import { promiseToChannel } from './promise-message.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface PostedDigest {
  readonly digest: Digest;
  /** Names of the channels to which its front page was promised. */
  readonly channels: readonly string[];
}

/**
 * Promises an approved digest to every channel of its audience, once each; an earlier one of the month that was posted is superseded and
 * stays where it is. Channels that people from outside the partnership read get counts without words or names.
 */
export async function postDigest(
  deps: Deps,
  actor: Actor,
  digestId: string,
): Promise<Result<PostedDigest, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const digest = await records.digests.byId(digestId);
    if (!digest) return failure(refusal('not_found', 'There is no such digest.'));
    const denied = await mayNot(deps, records, actor, 'post_digest');
    if (denied) return failure(denied);
    const unready = whyNotPosted(digest);
    if (unready !== null) return failure(refusal('conflict', unready));
    const channels = (await records.channels.all()).filter(({ audience }) => audience === digest.audience);
    if (channels.length === 0) {
      const words = `No channel is set up for the audience "${digest.audience}", so there is nowhere to post it. It can be exported: digest export ${digest.month} html.`;
      return failure(refusal('not_found', words));
    }
    const now = deps.clock.now();
    if (!(await records.digests.move(digestId, 'approved', 'posted', now, actor.personId)))
      return failure(refusal('conflict', 'Somebody else has just posted this digest.'));
    const replaced = await supersede(deps, records, digest, actor);
    for (const channel of channels) await promiseFrontPage(deps, records, digest, channel, replaced);
    await records.audit.append(
      auditOf(deps, actor, 'digest_posted', `digest:${digestId}`, {
        month: digest.month,
        audience: digest.audience,
        number: digest.number,
        channels: channels.length,
        hash: digest.documentHash,
      }),
    );
    return success({
      digest: { ...digest, state: 'posted', postedAt: now, postedByPersonId: actor.personId },
      channels: channels.map(({ name }) => name),
    });
  });
}

function whyNotPosted({ state, number, postedAt }: Digest): string | null {
  switch (state) {
    case 'approved':
      return null;
    case 'draft':
      return `Number ${number} is a draft. Approve it first.`;
    case 'posted':
      return `Number ${number} was posted${postedAt ? ` on ${dayInWords(londonDate(postedAt))}` : ''}. It is posted once.`;
    case 'superseded':
      return `Number ${number} has been replaced by a newer one; post that one.`;
  }
}

/** Gives the one that was posted before for this month and audience, or null. */
async function supersede(deps: Deps, records: Records, digest: Digest, actor: Actor): Promise<Digest | null> {
  const earlier = (await records.digests.ofMonth(digest.month)).filter(
    ({ id, audience, state }) => id !== digest.id && audience === digest.audience && state === 'posted',
  );
  for (const { id } of earlier)
    await records.digests.move(id, 'posted', 'superseded', deps.clock.now(), actor.personId);
  return earlier[0] ?? null;
}

async function promiseFrontPage(
  deps: Deps,
  records: Records,
  digest: Digest,
  channel: Channel,
  replaced: Digest | null,
): Promise<void> {
  const postedOn = replaced?.postedAt ? ` of ${dayInWords(londonDate(replaced.postedAt))}` : '';
  await promiseToChannel(deps, records, channel, {
    purpose: 'digest',
    key: `digest:${digest.id}`,
    message: digestMessage(digest.document, {
      digestId: digest.id,
      formats: deps.exporter.formats.map((format) => ({ format, label: formatWords[format] })),
      reach: channel.reach,
      replaces: replaced
        ? `This is number ${digest.number} and takes the place of number ${replaced.number}${postedOn}.`
        : null,
    }),
  });
}

/** What a format is called on a button. */
const formatWords: Readonly<Record<Deps['exporter']['formats'][number], string>> = {
  html: 'Web page',
  markdown: 'Markdown',
  csv: 'Tables (CSV)',
};
