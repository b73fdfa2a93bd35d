import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message as SlackBlocks, type Block as ShownBlock } from 'slack-blocks-to-jsx';
import { colourIcon } from '../../manifests/teams/icons.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import type { Figure } from '../../src/messages/figure.ts';
import type { Form } from '../../src/messages/forms/form.ts';
import type { Message } from '../../src/messages/message.ts';
import { formView } from '../../src/platforms/slack/forms/form-view.ts';
import type { Block } from '../../src/platforms/slack/render/blocks.ts';
import { assertSlackView } from '../../src/platforms/slack/render/check-payload.ts';
import { messagePages } from '../../src/platforms/slack/render/render-message.ts';

/** A picture to take: its file name without ending, and what stands on the page. */
export interface Look {
  readonly name: string;
  readonly html: string;
}

/** A message as Slack's desktop client shows it, each of its pages below the one before. */
export function slackMessageLook(name: string, message: Message): Look {
  const drawn = new Map<string, Figure>();
  const pages = messagePages(message, {
    partnershipId: null,
    pictureOf: (figure) => {
      const id = `F${drawn.size}`;
      drawn.set(id, figure);
      return id;
    },
  });
  return { name, html: pages.map(({ blocks }) => shown(blocks, drawn)).join('') };
}

/** A form as Slack's modal: title, fields, and the two buttons. */
export function slackFormLook(name: string, form: Form): Look {
  const view = formView(form, { partnershipId: 'preview' });
  assertSlackView(view);
  const submit = view.submit === undefined ? '' : `<b class="submit">${escaped(view.submit.text)}</b>`;
  const html = `<div class="modal"><h1>${escaped(view.title.text)}</h1>${shown(view.blocks, new Map())}<p class="foot"><span>Close</span>${submit}</p></div>`;
  return { name, html };
}

/** The page that holds every look, one section each; `data-name` is the picture's name. */
export function slackPage(looks: readonly Look[]): string {
  const styles = readFileSync(fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'utf8');
  const sections = looks.map(({ name, html }) => `<section data-name="${name}">${html}</section>`);
  return `<!doctype html><html lang="en-GB" data-theme="light"><meta charset="utf-8"><title>bcp in Slack</title><style>${styles}${around}</style><body>${sections.join('\n')}</body></html>`;
}

const around = `
body{margin:0;background:#fff;font-family:Lato,"Source Sans 3",Arial,sans-serif}
section{box-sizing:border-box;width:720px;padding:16px 20px}
.slack_blocks_to_jsx__rich_text_section_element{display:block}
.modal{width:520px;border:1px solid #ddd;border-radius:8px;padding:20px;box-shadow:0 4px 14px #0002}
.modal h1{font-size:22px;margin:0 0 12px}
.foot{display:flex;gap:8px;justify-content:flex-end;margin:18px 0 0}
.foot span,.foot b{border:1px solid #bbb;border-radius:4px;padding:7px 14px;font-weight:700}
.foot .submit{background:#007a5a;color:#fff;border-color:#007a5a}
`;

function shown(blocks: readonly Block[], drawn: ReadonlyMap<string, Figure>): string {
  const markup = renderToStaticMarkup(
    createElement(SlackBlocks, {
      blocks: blocks.map((block) => withPicture(block, drawn)) as unknown as ShownBlock[],
      logo: icon,
      name: 'bcp',
      time: new Date('2026-11-13T17:00:00Z'),
      theme: 'light',
    }),
  );
  return markup;
}

const icon = `data:image/png;base64,${colourIcon().toString('base64')}`;

/** Slack holds pictures by a file's id; here the picture itself stands in its place. */
function withPicture(block: Block, drawn: ReadonlyMap<string, Figure>): unknown {
  if (block.type !== 'image') return block;
  const figure = drawn.get(block.slack_file.id);
  if (figure === undefined) return block;
  const svg = Buffer.from(drawChart(figure.chart)).toString('base64');
  return { ...block, slack_file: undefined, image_url: `data:image/svg+xml;base64,${svg}` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
