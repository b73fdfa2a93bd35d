import { digestMessage } from '../documents/digest-message.ts';
import type { Message } from '../messages/message.ts';
import type { Deps } from './deps.ts';
import { isSensitive } from './marking.ts';
import type { Channel, Digest } from './ports/board-records.ts';
import type { Delivery } from './ports/delivery-records.ts';
import { exportFormatWords } from './export-format-words.ts';
import type { Records } from './ports/store.ts';

/** How much of a digest the readers of a channel get, and why not all of it. */
export type Shown =
  | { readonly kind: 'whole' }
  /** `why` is a sentence. */
  | { readonly kind: 'counts'; readonly why: string };

/** A channel of a digest's audience, what its readers get, and what became of it there. */
export interface DigestPlace {
  readonly channel: Channel;
  readonly shown: Shown;
  /** The newest delivery of this digest into this channel; null = it was never promised there. */
  readonly delivery: Delivery | null;
  /** How often it was promised there. */
  readonly promises: number;
}

/** The channels of a digest's audience. */
export async function digestPlaces(records: Records, digest: Digest): Promise<readonly DigestPlace[]> {
  const channels = (await records.channels.all()).filter(({ audience }) => audience === digest.audience);
  return Promise.all(channels.map((channel) => digestPlace(records, digest, channel)));
}

async function digestPlace(records: Records, digest: Digest, channel: Channel): Promise<DigestPlace> {
  let delivery: Delivery | null = null;
  let promises = 0;
  for (;;) {
    const next = await records.deliveries.byKey(`${placeKey(digest, promises)}:${channel.id}`);
    if (!next) return { channel, shown: shownIn(digest, channel), delivery, promises };
    delivery = next;
    promises += 1;
  }
}

/** The newest earlier digest of the month and audience whose front page stands in a channel or will, and under which key it was promised there; null = none does. */
export async function standingIn(
  records: Records,
  { month, audience, number }: Digest,
  channel: Channel,
): Promise<{ readonly digest: Digest; readonly key: string } | null> {
  const earlier = (await records.digests.ofMonth(month))
    .filter((each) => each.audience === audience && each.number < number)
    .toSorted((one, other) => other.number - one.number);
  for (const digest of earlier) {
    const { delivery, promises } = await digestPlace(records, digest, channel);
    // One that still waits is sent before it, and is then replaced as well.
    if (delivery?.state === 'sent' || delivery?.state === 'waiting')
      return { digest, key: placeKey(digest, promises - 1) };
  }
  return null;
}

/** The key under which a digest is promised to a channel, for the n-th time: the same time twice is one promise. */
export function placeKey({ id }: Digest, times: number): string {
  return times === 0 ? `digest:${id}` : `digest:${id}:again:${times}`;
}

/** What the readers of a channel get of a digest: the whole front page, or counts without words and names. */
export function shownIn({ document }: Digest, { reach }: Pick<Channel, 'reach'>): Shown {
  if (isSensitive(document.marking))
    return { kind: 'counts', why: `Counts only, because this paper is ${document.marking}.` };
  return reach === 'shared'
    ? {
        kind: 'counts',
        why: 'Counts only, because people from outside the partnership read this channel.',
      }
    : { kind: 'whole' };
}

/** What people read comes first among the formats; those for programs are had by `digest export`. */
const mostButtons = 4;

/** The front page as the readers of a channel get it. */
export function frontPage(
  deps: Pick<Deps, 'exporter'>,
  digest: Digest,
  shown: Shown,
  replaces: string | null = null,
): Message {
  return digestMessage(digest.document, {
    digestId: digest.id,
    formats: deps.exporter.formats
      .slice(0, mostButtons)
      .map((format) => ({ format, label: exportFormatWords[format] })),
    reach: shown.kind === 'counts' ? 'shared' : 'members',
    replaces,
    ...(shown.kind === 'counts' ? { why: shown.why } : {}),
  });
}

/** True where a digest may be promised into a place (again): it was never promised there, or it is certain that it did not arrive. */
export function mayBePosted({ delivery }: DigestPlace): boolean {
  return delivery === null || ['refused', 'nobody_there', 'gave_up'].includes(delivery.state);
}

/** What became of a digest in a place, in words that go on after the channel's name. */
export function placeInWords({ delivery }: Pick<DigestPlace, 'delivery'>): string {
  switch (delivery?.state) {
    case undefined:
      return 'not posted';
    case 'sent':
      return 'posted';
    case 'waiting':
      return delivery.trouble === null ? 'on its way' : `on its way; the last try: ${delivery.trouble}`;
    case 'ambiguous':
      return `not certain: ${delivery.trouble ?? 'no answer came'} Please look there; if it is missing, type deliveries`;
    case 'nobody_there':
    case 'refused':
    case 'gave_up':
      return `not posted: ${delivery.trouble ?? 'no reason was given'}`;
  }
}
