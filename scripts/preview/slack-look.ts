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
import type { Block, HomeView, ModalView } from '../../src/platforms/slack/render/blocks.ts';
import { assertSlackMessage, assertSlackView } from '../../src/platforms/slack/render/check-payload.ts';
import { messagePages } from '../../src/platforms/slack/render/render-message.ts';

/** A picture to take: its file name without ending, and what stands on the page. */
export interface Look {
  readonly name: string;
  readonly html: string;
}

/** The figures whose pictures stand in Slack, by the id of their file. */
export type Drawn = Map<string, Figure>;

/** Keeps a figure as if it had been uploaded. */
export function keptIn(drawn: Drawn): (figure: Figure) => string {
  return (figure) => {
    const id = `F${drawn.size}`;
    drawn.set(id, figure);
    return id;
  };
}

/** A message as Slack's desktop client shows it, each of its pages below the one before. */
export function slackMessageLook(name: string, message: Message): Look {
  const drawn: Drawn = new Map();
  const pages = messagePages(message, { partnershipId: null, pictureOf: keptIn(drawn) });
  return slackPagesLook(name, pages, drawn);
}

/** Pages as they are sent. */
export function slackPagesLook(
  name: string,
  pages: readonly { readonly text: string; readonly blocks: readonly Block[] }[],
  drawn: Drawn = new Map(),
): Look {
  pages.forEach(assertSlackMessage);
  return { name, html: pages.map(({ blocks }) => shown(blocks, drawn)).join('') };
}

/** A form as Slack's modal. */
export function slackFormLook(name: string, form: Form): Look {
  return slackViewLook(name, formView(form, { partnershipId: 'preview' }));
}

/** A modal: title, fields with what Slack says below them when they are not taken, and the two buttons. */
export function slackViewLook(name: string, view: ModalView, errors: Readonly<Record<string, string>> = {}): Look {
  assertSlackView(view);
  const submit = view.submit === undefined ? '' : `<b class="submit">${escaped(view.submit.text)}</b>`;
  const pieces = view.blocks.map((block) => {
    const error = block.type === 'input' ? errors[block.block_id] : undefined;
    return shown([block], new Map()) + (error === undefined ? '' : `<p class="error">⚠ ${escaped(error)}</p>`);
  });
  const html = `<div class="modal"><h1>${escaped(view.title.text)}</h1>${pieces.join('')}<p class="foot"><span>${escaped(view.close.text)}</span>${submit}</p></div>`;
  return { name, html };
}

/** App Home, under the name and the tabs that Slack puts above it. */
export function slackHomeLook(name: string, view: HomeView, drawn: Drawn): Look {
  assertSlackView(view);
  const tabs = '<p class="tabs"><b>Home</b><span>Messages</span><span>About</span></p>';
  return { name, html: `<div class="home"><h1>bcp</h1>${tabs}${shown(view.blocks, drawn)}</div>` };
}

/** The page that holds every look, one section each; `data-name` is the picture's name. */
export function slackPage(looks: readonly Look[]): string {
  const styles = readFileSync(fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'utf8');
  const sections = looks.map(({ name, html }) => `<section data-name="${name}">${html}</section>`);
  return `<!doctype html><html lang="en-GB" data-theme="light"><meta charset="utf-8"><title>bcp in Slack</title><style>${styles}${around}</style><body>${inColour(sections.join('\n'))}</body></html>`;
}

const emojiFont = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'));

const around = `
@font-face{font-family:"Preview Emoji";src:url("file://${emojiFont}");unicode-range:U+2300-23FF,U+2600-27BF,U+2B00-2BFF,U+FE0F,U+1F300-1FAFF}
body{margin:0;background:#fff;font-family:Lato,"Source Sans 3",Arial,"Preview Emoji",sans-serif}
section *{font-family:Lato,"Source Sans 3",Arial,"Preview Emoji",sans-serif!important}
section{box-sizing:border-box;width:720px;padding:16px 20px}
.slack_blocks_to_jsx__rich_text_section_element{display:block}
.modal{width:520px;border:1px solid #ddd;border-radius:8px;padding:20px;box-shadow:0 4px 14px #0002}
.modal h1,.home h1{font-size:22px;font-weight:700;margin:0 0 12px}
.modal .slack_blocks_to_jsx--header,.home .slack_blocks_to_jsx--header,.modal section img[alt=bcp],.home section img[alt=bcp]{display:none!important}
.modal section,.home section{padding:0;width:auto}
.modal .error{color:#b3261e;font-size:13px;font-weight:700;margin:2px 0 10px}
.tabs{display:flex;gap:18px;border-bottom:1px solid #ddd;margin:0 0 14px;padding:0 0 8px;font-size:13px;color:#616061}
.tabs b{color:#1d1c1d}
.foot{display:flex;gap:8px;justify-content:flex-end;margin:18px 0 0}
.foot span,.foot b{border:1px solid #bbb;border-radius:4px;padding:7px 14px;font-weight:700}
.foot .submit{background:#007a5a;color:#fff;border-color:#007a5a}
`;

/** Slack draws these in colour; no font among bcp's does. */
const colours: Readonly<Record<string, string>> = { '🔴': '#dd2e44', '🟠': '#f4900c', '🟢': '#78b159', '🔵': '#55acee' };

function inColour(html: string): string {
  return html.replaceAll(/🔴|🟠|🟢|🔵/gu, (sign) => {
    const colour = colours[sign] ?? '#000';
    return `<i style="display:inline-block;width:.9em;height:.9em;border-radius:50%;background:${colour};vertical-align:-.08em"></i>`;
  });
}

function shown(blocks: readonly Block[], drawn: Drawn): string {
  const markup = renderToStaticMarkup(
    createElement(SlackBlocks, {
      blocks: blocks.map((block) => withPicture(block, drawn)) as unknown as ShownBlock[],
      logo: icon,
      name: 'bcp',
      time: new Date('2026-11-13T17:00:00Z'),
      theme: 'light',
    }),
  );
  // The kit gives all choices of a page one name, and so lets one of them be chosen; Slack keeps each field's apart.
  shownBlocks += 1;
  return markup.replaceAll('name="answer"', `name="answer-${shownBlocks}"`).replaceAll(/<p>↵ Please [^<]*<\/p>/g, '');
}

let shownBlocks = 0;

const icon = `data:image/png;base64,${colourIcon().toString('base64')}`;

/** Slack holds pictures by a file's id; here the picture itself stands in its place. */
function withPicture(block: Block, drawn: Drawn): unknown {
  if (block.type !== 'image') return block;
  const figure = drawn.get(block.slack_file.id);
  if (figure === undefined) return block;
  const svg = Buffer.from(drawChart(figure.chart)).toString('base64');
  return { ...block, slack_file: undefined, image_url: `data:image/svg+xml;base64,${svg}` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
