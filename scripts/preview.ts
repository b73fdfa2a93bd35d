/**
 * `npm run preview`: what people see, as pictures. Plays two months with invented people, asks everything a chair, a secretariat and an
 * owner can ask, and writes each message and form as Slack and Teams show it, every message as the rehearsal room shows it,
 * and every digest, into `preview/`: pages to open, and with Chromium on the machine a PNG of each.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openPassingStore } from '../src/app.ts';
import { documentExporter } from '../src/exports/export-document.ts';
import { londonInstant } from '../src/kit/london.ts';
import { silentLog } from '../src/kit/log.ts';
import type { Message } from '../src/messages/message.ts';
import { moveTo } from '../src/rehearsal/play-month.ts';
import { playMonths } from '../src/rehearsal/rehearse.ts';
import { readSampleFiles } from '../src/rehearsal/sample-files.ts';
import { digestFileName, documentOf } from '../src/use-cases/export-digest.ts';
import { askEverything } from './preview/ask-everything.ts';
import { roomLook, roomPage } from './preview/room-look.ts';
import { slackFormLook, slackMessageLook, slackPage } from './preview/slack-look.ts';
import { teamsFormLook, teamsMentionLooks, teamsMessageLook, teamsPage } from './preview/teams-look.ts';
import { takePictures, type Page } from './preview/take-pictures.ts';

const folder = resolve('preview');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const store = await openPassingStore(silentLog);
const request = { from: '2026-10', months: 2, seed: 1 };
const { play } = await playMonths(store, documentExporter, readSampleFiles(), request, (month) => {
  console.error(`${month} played`);
});
const thirdPrompt = londonInstant('2026-12-01', '09:05');
await moveTo(play, thirdPrompt);
const records = store.in(play.partnershipId);

const said = new Map<string, Message>();
for (const { conversation } of await records.conversations.summaries()) {
  for (const { author, message } of await records.conversations.of(conversation, 1000)) {
    if (author === 'bcp') said.set(shapeOf(message), message);
  }
}
const asked = await askEverything(play);
const messages = [
  ...[...said.values()].map((message, index) => [`said-${index + 1}`, message] as const),
  ...asked.messages,
];

const pages: Page[] = [
  page('rehearsal', roomPage(messages.map(([name, message]) => roomLook(name, message)))),
  page(
    'slack',
    slackPage([
      ...messages.map(([name, message]) => slackMessageLook(name, message)),
      ...[...asked.forms].map(([name, form]) => slackFormLook(`form-${name}`, form)),
    ]),
  ),
];
const prompt = asked.messages.get('owner-prompt');
const receipt = [...said.values()].find(({ summary }) => summary.startsWith('Recorded'));
pages.push(
  page(
    'teams',
    teamsPage([
      ...messages.map(([name, message]) => teamsMessageLook(name, message)),
      ...[...asked.forms].map(([name, form]) => teamsFormLook(`form-${name}`, form)),
      ...(prompt && receipt ? teamsMentionLooks(prompt, receipt) : []),
    ]),
  ),
);
for (const digest of await records.digests.all()) {
  const file = await documentExporter.export(documentOf(digest), digestFileName(digest), 'html');
  pages.push(page(file.fileName.replace(/\.html$/, ''), Buffer.from(file.bytes).toString()));
}
await store.close();
const taken = await takePictures(folder, pages);
console.error(
  `${messages.length} messages, ${asked.forms.size} forms and ${pages.length - 3} digests are in ${folder}; ${taken} pictures`,
);

function page(name: string, html: string): Page {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return { name, file };
}

/** Messages that differ in names and numbers only are one kind. */
function shapeOf({ summary, parts }: Message): string {
  return `${summary.replaceAll(/[A-Z]{1,2}\d+[a-z]?|\d+/g, '#').slice(0, 24)} ${parts.map(({ kind }) => kind).join(' ')}`;
}
