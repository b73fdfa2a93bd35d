import { londonDate } from '../kit/london.ts';
import { dayInWords } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { mayNot } from './approve-digest.ts';
import { auditOf } from './audit-facts.ts';
import type { Actor, Deps } from './deps.ts';
import {
  digestPlaces,
  frontPage,
  mayBePosted,
  placeInWords,
  placeKey,
  standingIn,
  type DigestPlace,
} from './digest-places.ts';
import type { Digest } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';
import { promiseToChannel } from './promise-message.ts';
import { refusal, type Refusal } from './refusal.ts';
import { awaitPosting } from './report-posting.ts';

export interface PostedDigest {
  readonly digest: Digest;
  /** Names of the channels to which its front page was promised now. */
  readonly channels: readonly string[];
  /** Where it stands already, or where it is not certain; a line each. */
  readonly passedOver: readonly string[];
  /** Channels in which only counts are shown, with the reason. */
  readonly countsOnly: readonly string[];
}

/**
 * Promises an approved digest to the channels of its audience, or to those that are chosen: once each, however often it is pressed. Where it
 * did not arrive it is promised again, as what may be shown there now. An earlier one of the month that was posted is superseded: its paper is
 * kept as it was, and in each channel the new front page takes the place of the old one.
 */
export async function postDigest(
  deps: Deps,
  actor: Actor,
  digestId: string,
  chosen: readonly string[] | null = null,
): Promise<Result<PostedDigest, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const digest = await records.digests.byId(digestId);
    if (!digest) return failure(refusal('not_found', 'There is no such digest.'));
    const denied = await mayNot(deps, records, actor, 'post_digest');
    if (denied) return failure(denied);
    const all = await digestPlaces(records, digest);
    const unready = whyNotPosted(digest, all);
    if (unready !== null) return failure(refusal('conflict', unready));
    const wanted = chosen === null ? all : all.filter(({ channel }) => chosen.includes(channel.id));
    const empty = whyNowhere(digest, all, wanted);
    if (empty !== null) return failure(refusal('not_found', empty));
    const now = deps.clock.now();
    const isFirst = digest.state === 'approved';
    if (isFirst && !(await records.digests.move(digestId, 'approved', 'posted', now, actor.personId)))
      return failure(refusal('conflict', 'Somebody else has just posted this digest.'));
    const replaced = isFirst ? await supersede(deps, records, digest, actor) : null;
    const places = wanted.filter(mayBePosted);
    for (const place of places) await promiseFrontPage(deps, records, digest, place, replaced);
    if (places.length > 0) {
      await records.audit.append(
        auditOf(deps, actor, isFirst ? 'digest_posted' : 'digest_posted_again', `digest:${digestId}`, {
          month: digest.month,
          audience: digest.audience,
          number: digest.number,
          channels: places.length,
          hash: digest.documentHash,
        }),
      );
      await awaitPosting(records, { digestId, personId: actor.personId, at: now.getTime() });
    }
    return success({
      digest: isFirst
        ? { ...digest, state: 'posted', postedAt: now, postedByPersonId: actor.personId }
        : digest,
      channels: places.map(({ channel }) => channel.name),
      passedOver: wanted
        .filter((place) => !mayBePosted(place))
        .map((place) => `${place.channel.name}: ${placeInWords(place)}`),
      countsOnly: places.flatMap(({ channel, shown }) =>
        shown.kind === 'counts' ? [`${channel.name}: ${shown.why}`] : [],
      ),
    });
  });
}

function whyNotPosted({ state, number, postedAt }: Digest, places: readonly DigestPlace[]): string | null {
  switch (state) {
    case 'approved':
      return null;
    case 'draft':
      return `Number ${number} is a draft. Approve it first.`;
    case 'posted':
      return places.some(mayBePosted)
        ? null
        : `Number ${number} was posted${postedAt ? ` on ${dayInWords(londonDate(postedAt))}` : ''}. It is posted once.`;
    case 'superseded':
      return `Number ${number} has been replaced by a newer one; post that one.`;
  }
}

function whyNowhere(
  { audience, month }: Digest,
  all: readonly DigestPlace[],
  wanted: readonly DigestPlace[],
): string | null {
  if (all.length === 0)
    return `No channel is set up for the audience "${audience}", so there is nowhere to post it. Type "/bcp channel use for ${channelWords(audience)}" in the channel. It can be exported too: digest export ${month} html.`;
  return wanted.length === 0 ? 'Choose at least one channel.' : null;
}

/** What is typed for an audience: `board`, `whole partnership`, `theme safety`. */
function channelWords(audience: Digest['audience']): string {
  return audience === 'partnership' ? 'whole partnership' : audience.replace(':', ' ');
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
  { channel, shown, promises }: DigestPlace,
  replaced: Digest | null,
): Promise<void> {
  const standing = await standingIn(records, digest, channel);
  const earlier = replaced ?? standing?.digest ?? null;
  const postedOn = earlier?.postedAt ? ` of ${dayInWords(londonDate(earlier.postedAt))}` : '';
  await promiseToChannel(deps, records, channel, {
    purpose: 'digest',
    readers: shown.kind === 'counts' ? 'anyone' : 'members',
    key: placeKey(digest, promises),
    message: frontPage(
      deps,
      digest,
      shown,
      earlier
        ? `This is number ${digest.number} and takes the place of number ${earlier.number}${postedOn}.`
        : null,
    ),
    ...(standing === null ? {} : { replaces: standing.key }),
  });
}
