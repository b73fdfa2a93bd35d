import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page as BrowserPage } from 'playwright-core';

/** A page that was written: its name, and where it is. */
export interface Page {
  readonly name: string;
  readonly file: string;
}

const chromiumPath = '/usr/bin/chromium';

/**
 * A picture of each page, or of each of its sections that has a `data-name`, in a folder named after the page. Gives how many were
 * taken; none, and a word about it, where there is no Chromium.
 */
export async function takePictures(folder: string, pages: readonly Page[]): Promise<number> {
  if (!existsSync(chromiumPath)) {
    console.error('No Chromium on this machine: the pages were written, pictures were not taken.');
    return 0;
  }
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  let taken = 0;
  for (const { name, file } of pages) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1200 } });
    page.on('console', (said) => {
      if (said.type() === 'error') console.error(`${name}: ${said.text()}`);
    });
    await page.goto(pathToFileURL(file).href);
    taken += await pictured(page, join(folder, name));
    await page.close();
  }
  await browser.close();
  return taken;
}

async function pictured(page: BrowserPage, path: string): Promise<number> {
  const sections = await page.locator('section[data-name]').all();
  if (sections.length === 0) {
    await page.screenshot({ path: `${path}.png`, fullPage: true });
    return 1;
  }
  mkdirSync(path, { recursive: true });
  for (const section of sections) {
    await section.screenshot({ path: join(path, `${(await section.getAttribute('data-name')) ?? 'unnamed'}.png`) });
  }
  return sections.length;
}
