import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareRoom, startRehearsalRoom } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/kit/log.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { WebServer } from '../../src/web/server.ts';
import { hasChromium, openBrowser } from '../platforms/rehearsal/open-room.ts';
import { silentLog as storeLog, templatePath } from '../support/database.ts';

interface RoomView {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly roleWords: readonly string[];
  }[];
}

/** The whole job on the real program, in a real browser: a month behind it, November open. */
describe.skipIf(!hasChromium)('the rehearsal room, played in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-room-'));
  let room: WebServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const store = await openStore({
      dataDir: join(folder, 'rehearsal'),
      templatePath: await templatePath(),
      log: storeLog,
    });
    await prepareRoom(store, '2026-11', 1);
    await store.close();
    const config = readConfig({
      BCP_DATA_DIR: folder,
      BCP_PORT: '0',
      BCP_LOG_LEVEL: 'silent',
      BCP_REHEARSAL_START: '2026-11',
    });
    if (!config.ok) throw new Error(config.error.join(' '));
    room = await startRehearsalRoom(config.value, silentLog);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await room.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function person(role: RegExp): Promise<RoomView['people'][number]> {
    const view = (await (await fetch(`${room.url}/rehearsal/room`)).json()) as RoomView;
    const found = view.people.find(({ roleWords }) => roleWords.some((words) => role.test(words)));
    if (!found) throw new Error(`Nobody in the room is ${role.source}.`);
    return found;
  }

  async function be(role: RegExp, channel?: string): Promise<void> {
    const { id } = await person(role);
    await page.goto(
      `${room.url}/#as=${id}&in=${channel === undefined ? `person:${id}` : `channel:${channel}`}`,
    );
    await page.reload();
    await page.waitForSelector('body[data-ready]');
  }

  async function write(words: string): Promise<void> {
    await page.locator('#composer textarea').fill(words);
    await page.keyboard.press('Enter');
  }

  const stream = () => page.locator('#stream').innerText();

  it('an owner is asked, answers by form, is held to a path to green, and sees the receipt', async () => {
    await be(/owner of .*IC4/);

    await page.locator('#stream [data-press*=\'"update"\']').last().click();
    await page.click('#sheet .card:has([name="IC4.rating"][value=red])');
    await page.fill('[name="IC4.done"]', 'Four posts are vacant.');
    for (const part of ['what', 'who', 'by']) await page.fill(`[name="IC4.pathToGreen.${part}"]`, '');
    await page.click('#sheet [type=submit]');
    await page.waitForSelector('#sheet >> text=back to green');
    const kept = await page.inputValue('[name="IC4.done"]');
    await page.fill('[name="IC4.pathToGreen.what"]', 'Agency psychologists for two terms');
    await page.fill('[name="IC4.pathToGreen.who"]', 'Head of service');
    await page.fill('[name="IC4.pathToGreen.by"]', '2027-02-26');
    await page.click('#sheet [type=submit]');
    await page.waitForSelector('#stream >> text=Recorded for November 2026');

    expect(kept).toBe('Four posts are vacant.');
    expect(await stream()).toContain('Agency psychologists for two terms');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('another owner simply writes, and takes it back', async () => {
    await be(/owner of .*IC3/);

    await write('IC3 amber, the co-ordinator post ends in March');
    await page.waitForSelector('#stream >> text=Recorded for November 2026');
    await write('undo');
    await page.waitForSelector('#stream >> text=Taken back');

    expect(await stream()).toContain('the co-ordinator post ends in March');
  }, 60_000);

  it('the chair sees how SAFE stands, with the other reading one tap away', async () => {
    await be(/^Chair/);

    await write('/bcp status safe');
    await page.waitForSelector('#stream >> text=Outcome SAFE, October 2026');

    expect(await stream()).toContain('BUILD SAFETY');
    expect(await stream()).toMatch(/proposed/i);
  }, 60_000);

  it('the clock is stepped to the digest, the secretariat approves and posts it, and the board downloads it', async () => {
    await be(/^Secretariat/);

    for (let step = 0; step < 7; step += 1) {
      const before = await page.locator('#date').innerText();
      await page.getByRole('button', { name: 'Next event' }).click();
      await expect.poll(() => page.locator('#date').innerText(), { timeout: 30_000 }).not.toBe(before);
    }
    const drafted = page.locator('#stream .bcp-message:has([data-press*=approve_digest])').last();
    await drafted.locator('[data-press*=approve_digest]').first().click();
    await page.locator('#stream [data-press*="digest post"]').last().click();
    await page.click('#sheet [type=submit]');
    await page.waitForSelector('#stream >> text=On its way');
    await be(/^Chair/, 'board');
    await page.waitForSelector('#stream >> text=November 2026');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#stream [data-press*=download_digest]').last().click(),
    ]);

    expect(download.suggestedFilename()).toMatch(/^bcp-digest-2026-11/);
    expect(complaints).toEqual([]);
  }, 180_000);
});
