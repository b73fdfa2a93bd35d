/**
 * `npm run preview`: what people see, as pictures. Plays two months with invented people and writes every message that came of it, once
 * each, and every digest into `preview/`; with Chromium on the machine also as PNG.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { openPassingStore } from '../src/app.ts';
import { drawChart } from '../src/charts/draw-chart.ts';
import { documentExporter } from '../src/exports/export-document.ts';
import { silentLog } from '../src/kit/log.ts';
import { messageHtml } from '../src/messages/html.ts';
import type { Message } from '../src/messages/message.ts';
import { playMonths } from '../src/rehearsal/rehearse.ts';
import { digestFileName, documentOf } from '../src/use-cases/export-digest.ts';
import { readSampleFiles } from '../src/rehearsal/sample-files.ts';

const folder = resolve('preview');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const store = await openPassingStore(silentLog);
const request = { from: '2026-10', months: 2, seed: 1 };
const { play } = await playMonths(store, documentExporter, readSampleFiles(), request, (month) => {
  console.error(`${month} played`);
});
const records = store.in(play.partnershipId);

const seen = new Map<string, Message>();
for (const { conversation } of await records.conversations.summaries()) {
  for (const { author, message } of await records.conversations.of(conversation, 1000)) {
    if (author === 'bcp') seen.set(shapeOf(message), message);
  }
}
const pages = [writePage('messages', [...seen.values()])];
for (const digest of await records.digests.all()) {
  const file = await documentExporter.export(documentOf(digest), digestFileName(digest), 'html');
  writeFileSync(join(folder, file.fileName), file.bytes);
  pages.push(file.fileName);
}
await store.close();
await takePictures(pages);
console.error(`${seen.size} kinds of message and ${pages.length - 1} digests are in ${folder}`);

/** Messages that differ in names and numbers only are one kind. */
function shapeOf({ summary, parts }: Message): string {
  return `${summary.replaceAll(/[A-Z]{1,2}\d+[a-z]?|\d+/g, '#').slice(0, 24)} ${parts.map(({ kind }) => kind).join(' ')}`;
}

function writePage(name: string, messages: readonly Message[]): string {
  const styles = ['page', 'conversation', 'message']
    .map((sheet) => readFileSync(`src/platforms/rehearsal/page/${sheet}.css`, 'utf8'))
    .join('\n');
  const bodies = messages.map(
    (message) =>
      `<section style="margin:24px auto;max-width:620px;background:#fff;padding:18px;border:1px solid #d5d0c4;border-radius:8px">${messageHtml(message, { chart: (data) => drawChart(data) })}</section>`,
  );
  const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Every message</title><style>${styles} html,body{display:block;height:auto;overflow:visible}</style><body>${bodies.join('\n')}</body></html>`;
  writeFileSync(join(folder, `${name}.html`), html);
  return `${name}.html`;
}

async function takePictures(names: readonly string[]): Promise<void> {
  const executablePath = '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    console.error('No Chromium on this machine: the pages were written, pictures were not taken.');
    return;
  }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const name of names) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1200 } });
    await page.goto(pathToFileURL(join(folder, name)).href);
    await page.screenshot({ path: join(folder, name.replace(/\.html$/, '.png')), fullPage: true });
    await page.close();
  }
  await browser.close();
}
