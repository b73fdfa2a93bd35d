/**
 * `npm run preview`: what people see, as pictures. Plays two months with invented people, asks everything a chair, a secretariat and an
 * owner can ask, has happen what seldom happens, and writes each message and form as Slack and Teams show it, App Home, every message as
 * the rehearsal room shows it, and every digest, into `preview/`: pages to open, and with Chromium on the machine a PNG of each.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documentExporter } from '../src/exports/export-document.ts';
import { digestFileName, documentOf } from '../src/use-cases/export-digest.ts';
import { gatherMessages } from './preview/gather-messages.ts';
import { roomLook, roomPage } from './preview/room-look.ts';
import { slackFormLook, slackMessageLook, slackPage, type Look } from './preview/slack-look.ts';
import { slackHomes, slackSurfaces } from './preview/slack-surfaces.ts';
import { teamsFormLook, teamsMentionLooks, teamsMessageLook, teamsPage } from './preview/teams-look.ts';
import { takePictures, type Page } from './preview/take-pictures.ts';

const folder = resolve('preview');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const homes: Look[] = [];
const gathered = await gatherMessages(
  (words) => console.error(words),
  async (play) => {
    homes.push(...(await slackHomes(play)));
  },
);
const { play, forms } = gathered;
const { store } = play.deps;
const records = store.in(play.partnershipId);
const messages = [...gathered.messages];

const pages: Page[] = [
  page('rehearsal', roomPage(messages.map(([name, message]) => roomLook(name, message)))),
  page(
    'slack',
    slackPage([
      ...messages.map(([name, message]) => slackMessageLook(name, message)),
      ...[...forms].map(([name, form]) => slackFormLook(`form-${name}`, form)),
      ...homes,
      ...slackSurfaces(gathered),
    ]),
  ),
];
const prompt = gathered.messages.get('owner-prompt');
const receipt = [...gathered.messages.values()].find(({ summary }) => summary.startsWith('Recorded'));
pages.push(
  page(
    'teams',
    teamsPage([
      ...messages.map(([name, message]) => teamsMessageLook(name, message)),
      ...[...forms].map(([name, form]) => teamsFormLook(`form-${name}`, form)),
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
  `${messages.length} messages, ${forms.size} forms and ${pages.length - 3} digests are in ${folder}; ${taken} pictures`,
);

function page(name: string, html: string): Page {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return { name, file };
}
