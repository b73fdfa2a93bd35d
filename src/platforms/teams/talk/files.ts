import { z } from 'zod';
import { sentence } from '../../../messages/sentence.ts';
import { saying, type DigestFile } from '../../../use-cases/conversation/answer.ts';
import { downloading } from '../../../use-cases/conversation/digest-acts.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import { marked, readMark, type ButtonMark } from '../cards/press-data.ts';
import { whoSpeaks } from '../people/who-speaks.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { ConversationAddress, TeamsAnswer } from '../seam/gateway.ts';
import { TeamsTrouble, troubleOf } from '../seam/trouble.ts';
import { inTurn } from '../sending/post-cards.ts';
import { say, showAnswer } from './show-answer.ts';
import { addressOf, type TalkDeps } from './talk.ts';

/** How long an offer may be taken, in milliseconds. */
const offerMs = 30 * 60_000;

/** What is said elsewhere than in the person's own chat, before anything has been put anywhere. */
export function fileOffered({ fileName }: DigestFile): string {
  return `I ask you in our own chat whether I may put ${fileName} into your OneDrive.`;
}

/**
 * Asks the person in their own chat whether bcp may put a file there: the only way in which Teams takes one from an app, and
 * only in a personal chat. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export async function offerFile(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  file: DigestFile,
): Promise<void> {
  try {
    await offer(talk, activity, actor, file);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    say(talk, activity, actor.partnershipId, sentence(whyNotOffered(trouble, file), 'notice'), 'file');
  }
}

function whyNotOffered({ kind }: TeamsTrouble, { fileName }: DigestFile): string {
  return kind === 'gone' || kind === 'refused'
    ? `I cannot write to you in a chat of our own, so ${fileName} was not offered to you. Add the bcp app in Teams, then press again.`
    : `${fileName} could not be offered to you just now. Please press again in a minute.`;
}

async function offer(
  talk: TalkDeps,
  activity: InboundActivity,
  { partnershipId, personId }: Actor,
  file: DigestFile,
): Promise<void> {
  const to = await chatOf(talk, activity, partnershipId);
  const { digest, format } = file;
  const at = talk.deps.clock.now().toISOString();
  const mark = { p: partnershipId, offer: talk.deps.newId(), person: personId, at, digest, format };
  await inTurn(talk, to.tenantId, to.conversationId, () =>
    talk.outbound.post(to, {
      kind: 'file_consent',
      fileName: file.fileName,
      description: `${file.fileName}, as you asked. It is put into your own OneDrive.`,
      sizeInBytes: file.bytes.byteLength,
      context: marked({ do: 'file', ...mark }),
    }),
  );
}

/** The person's own chat, at its own address: a channel may belong to another tenant, and be served elsewhere. */
async function chatOf(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string,
): Promise<ConversationAddress> {
  if (activity.scope === 'personal') return addressOf(activity);
  const { person } = activity;
  const known = await talk.reach.person(partnershipId, person.tenantId, person.aadObjectId);
  const serviceUrl = known?.serviceUrl ?? activity.serviceUrl;
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

type Upload = NonNullable<z.infer<typeof consent>['uploadInfo']>;

/** The person who was offered the file agreed or declined. Anybody else's answer does nothing, nor does a second one. */
export async function onFileConsent(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  const read = consent.safeParse(activity.value);
  const mark = read.success ? readMark(read.data.context) : null;
  if (!read.success || mark?.do !== 'file') return taken;
  const { action, uploadInfo } = read.data;
  const speaker = await whoSpeaks(talk.deps, activity, '', mark.p);
  if (speaker.kind !== 'known' || speaker.actor.personId !== mark.person) return taken;
  const now = talk.deps.clock.now();
  const { inbox } = talk.deps.store.in(mark.p);
  const isFirst = (await inbox.receive(`teams:file:${mark.offer}`, '', now)) === 'first';
  if (action === 'accept' && uploadInfo && isFirst && Date.parse(mark.at) > now.getTime() - offerMs) {
    talk.background.start(() => handOver(talk, activity, speaker.actor, mark, uploadInfo));
    return taken;
  }
  takeAway(talk, activity);
  if (action === 'accept') sayNotice(talk, activity, mark.p, noLongerHeld);
  return taken;
}

const taken: TeamsAnswer = { status: 200 };
const noLongerHeld = 'This file is no longer held. Please ask for it again.';
const notPutThere = 'The file could not be put into your OneDrive. Please ask for it again.';

function sayNotice(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  text: string,
): void {
  say(talk, activity, partnershipId, sentence(text, 'notice'));
}

/** Writes the file again, with the rights that the person has now, and puts it there. */
async function handOver(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  { p, digest, format }: ButtonMark & { readonly do: 'file' },
  into: Upload,
): Promise<void> {
  const { say: told, file } = await downloading(talk.deps, actor, digest, format);
  if (file === null) {
    takeAway(talk, activity);
    showAnswer(talk, activity, p, saying(...told));
    return;
  }
  try {
    await upload(talk, file, into);
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    sayNotice(talk, activity, null, notPutThere);
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

async function upload(talk: TalkDeps, { bytes }: DigestFile, into: Upload): Promise<void> {
  const last = bytes.byteLength - 1;
  const answer = await talk.files({
    method: 'PUT',
    url: into.uploadUrl,
    headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${last}/${last + 1}` },
    body: bytes,
  });
  if (answer.status > 299) throw troubleOf(answer.status, answer.headers, answer.body);
}

/** The question is answered; its card goes, so that nobody answers it twice. */
function takeAway(talk: TalkDeps, activity: InboundActivity): void {
  const { replyToId } = activity;
  if (replyToId === '') return;
  talk.background.start(() => talk.outbound.remove(addressOf(activity), replyToId));
}
