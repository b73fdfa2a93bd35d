import { readFileSync } from 'node:fs';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { messageHtml } from '../../src/messages/html.ts';
import type { Message } from '../../src/messages/message.ts';
import type { Look } from './slack-look.ts';

/** A message as the rehearsal room shows it. */
export function roomLook(name: string, message: Message): Look {
  return { name, html: messageHtml(message, { chart: (data) => drawChart(data) }) };
}

/** The page that holds every look, one section each; `data-name` is the picture's name. */
export function roomPage(looks: readonly Look[]): string {
  const styles = ['page', 'conversation', 'message']
    .map((sheet) => readFileSync(`src/platforms/rehearsal/page/${sheet}.css`, 'utf8'))
    .join('\n');
  const sections = looks.map(({ name, html }) => `<section data-name="${name}">${html}</section>`);
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>bcp in the rehearsal room</title><style>${styles}${around}</style><body>${sections.join('\n')}</body></html>`;
}

const around = `
html,body{display:block;height:auto;overflow:visible}
section{box-sizing:border-box;margin:24px auto;width:660px;background:#fff;padding:18px;border:1px solid #d5d0c4;border-radius:8px}
`;
