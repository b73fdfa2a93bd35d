import { assertNever } from '../kit/assert-never.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { chartTable } from '../plan/chart-table.ts';
import { linesHtml, ratingChip, tableHtml } from '../messages/html-pieces.ts';
import type { Block } from '../documents/document.ts';
import { calloutParts } from './callout-parts.ts';
import { headingLevels } from './heading-levels.ts';
import { documentTable } from './html-table.ts';

/** A heading that the list of contents leads to. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
}

/** All blocks in their order, and the headings of the first level for the list of contents. */
export function blocksHtml(blocks: readonly Block[]): { html: string; contents: readonly ContentsEntry[] } {
  const contents: ContentsEntry[] = [];
  const levels = headingLevels(blocks);
  const html = blocks.map((block, index) => {
    const level = levels[index] ?? 1;
    if (block.kind !== 'heading') return blockHtml(block, level + 1);
    if (level > 2) return `<h3>${linesHtml(block.text)}</h3>`;
    const id = `part-${contents.length + 1}`;
    contents.push({ id, text: block.text });
    return `<h2 id="${id}">${linesHtml(block.text)}</h2>`;
  });
  return { html: html.join('\n'), contents };
}

function blockHtml(block: Exclude<Block, { kind: 'heading' }>, headingLevel: number): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${linesHtml(block.text)}</p>`;
    case 'list':
      if (block.items.length === 0) return '';
      return `<ul>${block.items.map((item) => `<li>${linesHtml(item)}</li>`).join('')}</ul>`;
    case 'callout':
      return calloutHtml(block, headingLevel);
    case 'table':
      return documentTable(block.table);
    case 'figure':
      return figureHtml(block);
    case 'page_break':
      return '<div class="page-break"></div>';
    default:
      return assertNever(block);
  }
}

function calloutHtml(block: Extract<Block, { kind: 'callout' }>, headingLevel: number): string {
  const edge = `edge-${(block.rating ?? 'none').replaceAll('_', '-')}`;
  const { lead, lines } = calloutParts(block);
  const body: string[] = [];
  if (block.rating !== null) {
    // The rating and what is said of it first, such as the organisation and last month, share a line.
    body.push(
      `<p class="lead">${ratingChip(block.rating)}${lead === '' ? '' : ` <span>${linesHtml(lead)}</span>`}</p>`,
    );
  }
  for (const { label, text } of lines) {
    if (label === '') body.push(`<p>${linesHtml(text)}</p>`);
    else body.push(`<p class="labelled"><b>${linesHtml(label)}</b> <span>${linesHtml(text)}</span></p>`);
  }
  const title = `<h${headingLevel}>${linesHtml(block.title)}</h${headingLevel}>`;
  return `<section class="callout ${edge}">${title}${body.join('')}</section>`;
}

function figureHtml({ figure, caption }: Extract<Block, { kind: 'figure' }>): string {
  const { columns, rows } = chartTable(figure.chart);
  const picture = drawChart(figure.chart, { title: figure.title, description: figure.alt });
  return (
    `<figure><p class="figure-title">${linesHtml(figure.title)}</p>` +
    `<div class="picture">${picture}</div><figcaption>${linesHtml(caption)}</figcaption>` +
    `<details><summary>The figures in this chart, as a table</summary>` +
    `<p>${linesHtml(figure.alt)}</p>` +
    `<div class="scroll">${tableHtml(figure.title, columns, rows, 'data')}</div></details></figure>`
  );
}
