import { z } from 'zod';
import { postingReport } from '../messages/posting-report.ts';
import { readDirectory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import { digestPlaces, placeInWords, type DigestPlace } from './digest-places.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';

/** A digest on its way, and who is told when all of it has arrived or stopped. */
interface Awaited {
  readonly digestId: string;
  readonly personId: string;
  /** When it was posted, in milliseconds since 1970. */
  readonly at: number;
}

const setting = 'postings_awaited';
const awaitedShape = z.array(z.object({ digestId: z.string(), personId: z.string(), at: z.number() }));

/** Notes that somebody wants to hear what became of a digest they posted. */
export async function awaitPosting(records: Pick<Records, 'settings'>, awaited: Awaited): Promise<void> {
  const others = (await readAwaited(records)).filter(({ digestId }) => digestId !== awaited.digestId);
  await records.settings.set(setting, [...others, awaited]);
}

/** Tells whoever posted a digest what went where and what failed, as soon as nothing of it is on its way any more. Gives how many were told. */
export async function reportPostings(deps: Deps, partnershipId: string): Promise<number> {
  const store = deps.store.in(partnershipId);
  if ((await readAwaited(store)).length === 0) return 0;
  return store.transact(async (records) => {
    const left: Awaited[] = [];
    let told = 0;
    for (const awaited of await readAwaited(records)) {
      const outcome = await reportOne(deps, records, awaited);
      if (outcome === 'not_yet') left.push(awaited);
      if (outcome === 'told') told += 1;
    }
    await records.settings.set(setting, left);
    return told;
  });
}

async function reportOne(
  deps: Deps,
  records: Records,
  { digestId, personId, at }: Awaited,
): Promise<'not_yet' | 'told' | 'gone'> {
  const digest = await records.digests.byId(digestId);
  const directory = await readDirectory(records);
  const person = directory.person(personId);
  if (!digest || !person) return 'gone';
  const places = await digestPlaces(records, digest);
  if (places.some(({ delivery }) => delivery?.state === 'waiting')) return 'not_yet';
  const lineOf = (place: DigestPlace) => ({
    channel: place.channel.name,
    shown: place.shown.kind === 'whole' ? 'whole front page' : 'counts only',
    became: placeInWords(place),
    failed: place.delivery !== null && place.delivery.state !== 'sent',
  });
  await promiseToPerson(deps, records, {
    person,
    accounts: directory.accounts,
    purpose: 'notice',
    key: `posting-report:${digestId}:${at}`,
    message: postingReport({
      title: digest.document.title,
      digestId,
      places: places.filter(({ delivery }) => delivery !== null).map(lineOf),
    }),
  });
  return 'told';
}

async function readAwaited({ settings }: Pick<Records, 'settings'>): Promise<readonly Awaited[]> {
  const read = awaitedShape.safeParse(await settings.get(setting));
  return read.success ? read.data : [];
}
