import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import type { LocalSlackPeer } from './local-slack-peer.ts';
import type { SlackPeer } from './scenario.ts';
import { accounts } from './slack-people.ts';

export const browserIsHere = existsSync('/usr/bin/chromium');

/** The same peer, but what people do, they do in a browser: they choose, click and type. */
export async function inABrowser(peer: LocalSlackPeer): Promise<SlackPeer> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  await page.goto(peer.url);
  const beAt = async (who: string, place: string) => {
    await page
      .locator('select')
      .first()
      .selectOption(accounts[who] ?? '');
    await page.locator('.sidebar-item', { hasText: place }).first().click();
  };
  const chat = (who: string) => who.replace('.', ' ');
  const type = async (words: string) => {
    await page.locator('.composer-input').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };
  return {
    ...peer,
    press: (who, label) =>
      peer.afterPress(async () => {
        await beAt(who, chat(who));
        await picture(page, `${who}-asked`);
        await page.getByRole('button', { name: label, exact: true }).last().click();
      }),
    submit: (_who, typed) =>
      peer.afterSubmit(async (view) => {
        await fillIn(page, view, typed);
        await picture(page, 'form');
        await page
          .locator('.modal')
          .getByRole('button', { name: view.submit?.text.trim() ?? 'Submit', exact: true })
          .click();
      }),
    write: (who, text) =>
      peer.afterWrite(who, async () => {
        await beAt(who, chat(who));
        await type(text);
      }),
    command: async (who, words) => {
      const answer = await peer.afterCommand(who, async () => {
        await beAt(who, 'board');
        await type(`/bcp ${words}`);
      });
      await picture(page, `${who}-${words.replaceAll(' ', '-')}`);
      return answer;
    },
    close: async () => {
      await browser.close();
      await peer.close();
    },
  };
}

async function fillIn(page: Page, view: ModalView, typed: Readonly<Record<string, string>>): Promise<void> {
  const inputs = view.blocks.filter((block) => block.type === 'input');
  for (const [name, text] of Object.entries(typed)) {
    const at = inputs.findIndex(({ block_id }) => block_id === name);
    if (at < 0) continue;
    const field = page.locator('.modal .bk-input').nth(at);
    const element = inputs[at]?.element;
    const options = element && 'options' in element ? (element.options ?? []) : [];
    const chosen = options.find(({ value }) => value === `=${text}`);
    if (chosen) {
      // In a form that came back, local-slack shows what stands in it and forgets it unless it is put in anew.
      const other = options.find(({ value }) => value !== chosen.value) ?? chosen;
      await field.getByLabel(other.text.text, { exact: true }).check();
      await field.getByLabel(chosen.text.text, { exact: true }).check();
    } else {
      const input = field.locator('input, textarea').first();
      await input.fill('');
      await input.fill(text);
    }
  }
}

/** Pictures for whoever wants to look: BCP_TEST_PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['BCP_TEST_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
