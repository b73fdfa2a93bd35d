import { z } from 'zod';
import { sentence } from '../../../messages/sentence.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { ExportedFile } from '../../../use-cases/ports/exporter.ts';
import { marked, readMark } from '../cards/press-data.ts';
import { whoSpeaks } from '../people/who-speaks.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { ConversationAddress, TeamsAnswer } from '../seam/gateway.ts';
import { TeamsTrouble, troubleOf } from '../seam/trouble.ts';
import { inTurn } from '../sending/post-cards.ts';
import { say } from './show-answer.ts';
import { addressOf, type TalkDeps } from './talk.ts';

/** Files that were offered and not yet taken, kept for the person who asked. They go with the process: then they are asked for again. */
export interface OfferedFiles {
  keep(id: string, offer: Offer): void;
  /** Null when it is not there (any more), or is somebody else's: then it stays. */
  take(id: string, personId: string, now: Date): Offer | null;
}

interface Offer {
  readonly file: ExportedFile;
  readonly personId: string;
  readonly at: Date;
}

const mostOffers = 40;
const offerMs = 30 * 60_000;

export function offeredFiles(): OfferedFiles {
  const offers = new Map<string, Offer>();
  return {
    keep: (id, offer) => {
      offers.set(id, offer);
      for (const oldest of offers.keys()) {
        if (offers.size <= mostOffers) break;
        offers.delete(oldest);
      }
    },
    take: (id, personId, now) => {
      const offer = offers.get(id);
      if (offer?.personId !== personId) return null;
      offers.delete(id);
      return offer.at.getTime() > now.getTime() - offerMs ? offer : null;
    },
  };
}

/**
 * Asks the person in their own chat whether bcp may put a file there: the only way in which Teams takes one from an app, and
 * only in a personal chat. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export async function offerFile(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  file: ExportedFile,
): Promise<void> {
  const to = await chatOf(talk, activity);
  const id = talk.deps.newId();
  talk.offered.keep(id, { file, personId: actor.personId, at: talk.deps.clock.now() });
  await inTurn(talk, to.tenantId, to.conversationId, () =>
    talk.outbound.post(to, {
      kind: 'file_consent',
      fileName: file.fileName,
      description: `${file.fileName}, as you asked. It is put into your own OneDrive.`,
      sizeInBytes: file.bytes.byteLength,
      context: marked({ do: 'file', p: actor.partnershipId, file: id }),
    }),
  );
}

async function chatOf(talk: TalkDeps, activity: InboundActivity): Promise<ConversationAddress> {
  if (activity.scope === 'personal') return addressOf(activity);
  const { serviceUrl, person } = activity;
  const opened = await inTurn(talk, person.tenantId, `open ${person.teamsId}`, () =>
    talk.outbound.openPersonal({ serviceUrl, tenantId: person.tenantId, userId: person.teamsId }),
  );
  return { serviceUrl, tenantId: person.tenantId, conversationId: opened.conversationId };
}

const consent = z.looseObject({
  action: z.string(),
  context: z.unknown().optional(),
  uploadInfo: z
    .looseObject({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .optional(),
});

/** The person who was offered the file agreed or declined. Anybody else's answer does nothing. */
export async function onFileConsent(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  const read = consent.safeParse(activity.value);
  const mark = read.success ? readMark(read.data.context) : null;
  if (!read.success || mark?.do !== 'file') return { status: 200 };
  const { action, uploadInfo } = read.data;
  const speaker = await whoSpeaks(talk.deps, activity.person, '', mark.p);
  if (speaker.kind !== 'known') return { status: 200 };
  const offer = talk.offered.take(mark.file, speaker.actor.personId, talk.deps.clock.now());
  if (action !== 'accept' || !uploadInfo || !offer) {
    takeAway(talk, activity);
    if (action === 'accept')
      say(
        talk,
        activity,
        mark.p,
        sentence('This file is no longer held. Please ask for it again.', 'notice'),
      );
    return { status: 200 };
  }
  talk.background.start(() => upload(talk, activity, offer.file, uploadInfo));
  return { status: 200 };
}

async function upload(
  talk: TalkDeps,
  activity: InboundActivity,
  { bytes }: ExportedFile,
  into: NonNullable<z.infer<typeof consent>['uploadInfo']>,
): Promise<void> {
  const last = bytes.byteLength - 1;
  try {
    const answer = await talk.files({
      method: 'PUT',
      url: into.uploadUrl,
      headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${last}/${last + 1}` },
      body: bytes,
    });
    if (answer.status > 299) throw troubleOf(answer.status, answer.headers, answer.body);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    say(
      talk,
      activity,
      null,
      sentence('The file could not be put into your OneDrive. Please ask for it again.', 'notice'),
    );
    return;
  }
  takeAway(talk, activity);
  const to = addressOf(activity);
  await inTurn(talk, to.tenantId, to.conversationId, () =>
    talk.outbound.post(to, {
      kind: 'file_info',
      fileName: into.name,
      contentUrl: into.contentUrl,
      uniqueId: into.uniqueId,
      fileType: into.fileType,
    }),
  );
}

/** The question is answered; its card goes, so that nobody answers it twice. */
function takeAway(talk: TalkDeps, activity: InboundActivity): void {
  const { replyToId } = activity;
  if (replyToId === '') return;
  talk.background.start(() => talk.outbound.remove(addressOf(activity), replyToId));
}
