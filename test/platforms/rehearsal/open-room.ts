import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { silentLog } from '../../../src/kit/log.ts';
import { rehearsalDoor } from '../../../src/platforms/rehearsal/rehearsal-door.ts';
import { startWebServer, type WebServer } from '../../../src/web/server.ts';
import { fakeHost, type FakeHost } from './fake-host.ts';

const executablePath = '/usr/bin/chromium';

/** Tests that need a browser are passed over, and say so, where there is none. */
export const hasChromium = existsSync(executablePath);
if (!hasChromium)
  process.stderr.write(`\nPASSED OVER: no Chromium at ${executablePath}; the page was not looked at.\n`);

export interface Room {
  readonly host: FakeHost;
  readonly server: WebServer;
  close(): Promise<void>;
}

/** The room's page on a free port, with the scripted program behind it. */
export async function openRoom(): Promise<Room> {
  const host = await fakeHost();
  const door = rehearsalDoor({
    host,
    conversations: () => host.conversations(),
    mask: (text) => Promise.resolve(text.replaceAll(/\d{3} \d{3} \d{4}/g, '[NHS number taken out]')),
  });
  const server = await startWebServer({
    doors: [door],
    log: silentLog,
    isHealthy: () => Promise.resolve(true),
    port: 0,
  });
  return { host, server, close: () => server.close() };
}

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page that counts everything the browser complains about: errors, refused scripts, broken policies. */
export async function openPage(
  browser: Browser,
  url: string,
  size = { width: 1280, height: 800 },
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({ viewport: size });
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  return { page, complaints };
}
