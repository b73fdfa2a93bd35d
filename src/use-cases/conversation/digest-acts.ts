import type { Message } from '../../messages/message.ts';
import { digestReady, type PlaceLine } from '../../messages/digest-ready.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { approveDigest, mayNot } from '../approve-digest.ts';
import type { Actor, Deps } from '../deps.ts';
import { digestPlaces, frontPage, mayBePosted, placeInWords, shownIn } from '../digest-places.ts';
import { exportDigest } from '../export-digest.ts';
import type { Digest } from '../ports/board-records.ts';
import { exportFormats, isExportFormat } from '../ports/exporter.ts';
import { postDigest, type PostedDigest } from '../post-digest.ts';
import { saying, type Answer } from './answer.ts';

/** Where a digest stands; with its channels for whoever may post it. */
export async function digestStanding(deps: Deps, actor: Actor, digest: Digest): Promise<Message> {
  const store = deps.store.in(actor.partnershipId);
  const isOffice = (await mayNot(deps, store, actor, 'post_digest')) === null;
  return digestReady(digest, isOffice ? await placeLines(deps, actor, digest) : []);
}

async function placeLines(deps: Deps, actor: Actor, digest: Digest): Promise<readonly PlaceLine[]> {
  const places = await digestPlaces(deps.store.in(actor.partnershipId), digest);
  return places.map((place) => ({
    channel: place.channel.name,
    gets: place.shown.kind === 'whole' ? 'The whole front page.' : place.shown.why,
    became: placeInWords(place),
    isMissing: mayBePosted(place),
  }));
}

export async function approving(deps: Deps, actor: Actor, digestId: string): Promise<Answer> {
  const approved = await approveDigest(deps, actor, digestId);
  return saying(
    approved.ok ? await digestStanding(deps, actor, approved.value) : refusalMessage(approved.error),
  );
}

/** Posts to all channels of the audience, or to the chosen ones. */
export async function posting(
  deps: Deps,
  actor: Actor,
  digestId: string,
  chosen: readonly string[] | null = null,
): Promise<Answer> {
  const posted = await postDigest(deps, actor, digestId, chosen);
  return saying(posted.ok ? postedMessage(posted.value) : refusalMessage(posted.error));
}

/** What goes where, what stands there already, and that a word follows when it has arrived. */
export function postedMessage({ channels, passedOver, countsOnly }: PostedDigest): Message {
  const words =
    channels.length === 0
      ? 'Nothing was posted: it stands in every channel you chose.'
      : `On its way to ${channels.join(', ')}. You are told here what went where.`;
  const lines = [...countsOnly, ...passedOver];
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: 'normal' },
      ...(lines.length === 0 ? [] : [{ kind: 'list' as const, items: lines }]),
    ],
  };
}

/** The front page as the readers of each kind of channel will get it, for whoever approves it and nobody else. */
export async function previewing(deps: Deps, actor: Actor, digest: Digest): Promise<Answer> {
  const store = deps.store.in(actor.partnershipId);
  const denied = await mayNot(deps, store, actor, 'approve_digest');
  if (denied) return saying(refusalMessage(denied));
  const places = await digestPlaces(store, digest);
  const whole = places.filter(({ shown }) => shown.kind === 'whole').map(({ channel }) => channel.name);
  const counts = places.filter(({ shown }) => shown.kind === 'counts').map(({ channel }) => channel.name);
  const preview = (names: readonly string[], reach: 'members' | 'shared') => {
    const where = names.length === 0 ? 'A channel' : names.join(', ');
    const page = frontPage(deps, digest, shownIn(digest, { reach }));
    return [
      sentence(`Preview, only for you. ${where} will read this:`, 'quiet'),
      { ...page, parts: page.parts.filter(({ kind }) => kind !== 'buttons') },
    ];
  };
  return saying(
    ...(whole.length > 0 || counts.length === 0 ? preview(whole, 'members') : []),
    ...(counts.length > 0 ? preview(counts, 'shared') : []),
    await digestStanding(deps, actor, digest),
  );
}

/** The digest as a file for the person who asked; an unknown format is said back with the known ones. */
export async function downloading(
  deps: Deps,
  actor: Actor,
  digestId: string,
  format: string,
): Promise<Answer> {
  if (!isExportFormat(format))
    return saying(sentence(`There is no format "${format}". Choose ${exportFormats.join(', ')}.`, 'notice'));
  const file = await exportDigest(deps, actor, digestId, format);
  return file.ok
    ? {
        ...saying(sentence(`Here is ${file.value.fileName}.`)),
        file: { ...file.value, digest: digestId, format },
      }
    : saying(refusalMessage(file.error));
}
