import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser, openPage, openRoom } from './open-room.ts';

/** What an attacker would write where words are expected; each would set the title or draw an element if it were read as mark-up. */
const corpus = [
  `<img src=x onerror="document.title='taken'">`,
  `"><svg onload=document.title='taken'>`,
  `<script>document.title='taken'</script>`,
  `</p></article><iframe srcdoc="<script>parent.document.title='taken'</script>"></iframe>`,
  `'-document.title='taken'-'`,
  `<a href="javascript:document.title='taken'">here</a>`,
  `\u202e<b>bidi</b>&lt;img src=x&gt;`,
];

describe.skipIf(!hasChromium)('words that look like mark-up', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function foreignElements(page: Page): Promise<number> {
    return await page
      .locator('#stream :is(script, iframe, img:not(.bcp-avatar), a), #sheet :is(script, iframe, img, a)')
      .count();
  }

  test('are shown as words in the conversation, the form and the address, and run nowhere', async () => {
    const room = await openRoom();
    const { page, complaints } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`);

    for (const [index, words] of corpus.entries()) {
      await page.fill('#words', words);
      await page.press('#words', 'Enter');
      await page.locator('#stream .post-self').nth(index).waitFor();
    }
    await page.click('[data-press*=update]');
    for (const box of await page.locator('#sheet :is(textarea, input[type=text]):visible').all()) {
      await box.fill(corpus.join('\n'));
    }
    await page.fill('[name="SA2.done"]', corpus.join(' '));
    await page.click('#sheet .card:has([value=green])');
    await page.click('#sheet [type=submit]');
    await page.waitForSelector('#stream .rating-green');
    await page.fill('#search', corpus[0]!);

    expect(await page.locator('#stream .post-self').first().innerText()).toContain('<img src=x onerror=');
    expect(await foreignElements(page)).toBe(0);
    expect(await page.title()).not.toContain('taken');
    expect(complaints).toEqual([]);
    await page.close();
    await room.close();
  });

  test('would not run even if mark-up slipped through: the browser refuses it', async () => {
    const room = await openRoom();
    const { page, complaints } = await openPage(browser, room.server.url);

    const refused = await page.evaluate(`
      try { document.getElementById('stream').innerHTML = '<img src=x onerror="document.title=1">'; 'taken' } catch (trouble) { 'refused' }
    `);

    expect(refused).toBe('refused');
    expect(complaints.join(' ')).toContain('TrustedHTML');
    await page.close();
    await room.close();
  });
});
