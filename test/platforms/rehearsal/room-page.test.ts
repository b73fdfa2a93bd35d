import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser, openPage, openRoom, type Room } from './open-room.ts';

describe.skipIf(!hasChromium)('the page in a browser', () => {
  let browser: Browser;
  let room: Room;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    room = await openRoom();
  });
  afterEach(() => room.close());

  test('an owner opens the form, answers, and the prompt becomes the receipt', async () => {
    const { page, complaints } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`);

    await page.click('[data-press*=update]');
    await page.click('#sheet .card:has([value=amber])');
    await page.fill('[name="SA2.done"]', 'Two posts filled.');
    await page.fill('[name="SA2.pathToGreen.what"]', 'Fill the last post');
    await page.click('#sheet [type=submit]');
    await page.waitForSelector('#stream .rating-amber');

    expect(await page.locator('#stream').innerText()).toContain('Two posts filled.');
    expect(await page.locator('#sheet').isVisible()).toBe(false);
    expect(room.host.submitted[0]?.answers).toMatchObject({
      'SA2.rating': 'amber',
      'SA2.pathToGreen.what': 'Fill the last post',
    });
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a path to green is asked for with red and amber, and left out when the rating is green again', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`);
    await page.click('[data-press*=update]');
    const path = page.locator('[name="SA2.pathToGreen.what"]');
    const seen = [await path.isVisible()];

    await page.click('#sheet .card:has([value=red])');
    seen.push(await path.isVisible());
    await path.fill('Ask the board');
    await page.click('#sheet .card:has([value=green])');
    seen.push(await path.isVisible());
    await page.fill('[name="SA2.done"]', 'All on track.');
    await page.click('#sheet [type=submit]');
    await page.waitForSelector('#stream .rating-green');

    expect(seen).toEqual([false, true, false]);
    expect(room.host.submitted[0]?.answers['SA2.pathToGreen.what']).toBe('');
    await page.close();
  });

  test('a problem is shown at its field, which has the focus, and nothing typed is lost', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`);
    await page.click('[data-press*=update]');
    await page.fill('[name="SA2.next"]', 'Interviews in December');

    await page.click('#sheet [type=submit]');
    await page.waitForSelector('.field.wrong');

    expect(await page.evaluate('document.activeElement.name')).toBe('SA2.done');
    expect(await page.locator('.field.wrong .field-problem').innerText()).toContain('Say in a few words');
    expect(await page.inputValue('[name="SA2.next"]')).toBe('Interviews in December');
    await page.close();
  });

  test('a form that was closed, or could not be saved, still has the words in it', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`);
    await page.click('[data-press*=update]');
    await page.fill('[name="SA2.done"]', 'Two posts filled.');
    await page.route('**/rehearsal/submit', (route) => route.abort());

    await page.click('#sheet [type=submit]');
    await page.waitForSelector('.problem-box');
    const afterFailure = await page.inputValue('[name="SA2.done"]');
    await page.keyboard.press('Escape');
    await page.click('[data-press*=update]');

    expect(afterFailure).toBe('Two posts filled.');
    expect(await page.inputValue('[name="SA2.done"]')).toBe('Two posts filled.');
    await page.close();
  });

  test('the chair asks for a status by keyboard and reads it', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=grace&in=person:grace`);

    await page.focus('#words');
    await page.keyboard.type('/bcp status safe');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#stream .rating-red');

    expect(await page.locator('#stream .post-self').innerText()).toContain('/bcp status safe');
    expect(await page.locator('#stream svg').count()).toBeGreaterThan(0);
    expect(await page.inputValue('#words')).toBe('');
    await page.close();
  });

  test('stepping the clock leads to the digest in the channel, which can be downloaded', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=grace&in=channel:board`);

    for (const done of [1, 2, 3, 4, 5, 6, 7]) {
      await page.click('[data-step=next_event]');
      await page.locator('#timeline .event.done').nth(done).waitFor();
    }
    const download = page.waitForEvent('download');
    await page.click('[data-press*=csv]');

    expect((await download).suggestedFilename()).toBe('bcp-digest-2026-11.csv');
    await page.close();
  });

  test('on a phone nothing is wider than the screen, and each part is one tap away', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`, {
      width: 390,
      height: 844,
    });
    const widths: number[] = [];

    for (const pane of ['people', 'clock', 'chat']) {
      await page.click(`.tabs [data-pane=${pane}]`);
      widths.push(Number(await page.evaluate('document.documentElement.scrollWidth')));
    }

    expect(widths).toEqual([390, 390, 390]);
    expect(await page.locator('.tabs [aria-current]').innerText()).toBe('Conversation');
    await page.close();
  });

  test('every control has a name, and every control can be reached with the keyboard', async () => {
    const { page } = await openPage(browser, `${room.server.url}/#as=priya&in=person:priya`);
    await page.click('[data-press*=update]');

    const nameless = await page.evaluate(`[...document.querySelectorAll('button, input, textarea, select')]
      .filter((control) => {
        const labels = [...(control.labels ?? [])].map((label) => label.textContent);
        const name = [control.getAttribute('aria-label'), control.textContent, ...labels].join('').trim();
        return name === '' || control.tabIndex < 0;
      })
      .map((control) => control.outerHTML)`);

    expect(nameless).toEqual([]);
    await page.close();
  });
});
