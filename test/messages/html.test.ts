import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { printable } from '../../src/kit/printable.ts';
import { messageHtml } from '../../src/messages/html.ts';
import { anyText } from '../support/hostile-text.ts';
import { elementsIn, named, readMarkup, textOf } from '../support/strict-markup.ts';
import { everyPart, everywhere } from './sample-message.ts';

const options = { chart: () => '<svg></svg>' };
const page = readMarkup(messageHtml(everyPart, options));

describe('a message as HTML', () => {
  test('is one article named by its summary', () => {
    const [article] = named(page, 'article');

    expect(article?.attributes).toEqual({ class: 'bcp-message', 'aria-label': everyPart.summary });
  });

  test('a rating has its letter and its word, the letter for the eye only', () => {
    const html = messageHtml(everyPart, options);

    expect(html).toContain('<span class="rating rating-red"><b aria-hidden="true">R</b> Red</span>');
    expect(html).toContain(
      '<span class="rating rating-no-update"><b aria-hidden="true">–</b> No update</span>',
    );
    expect(html).toContain('Worse</span>');
  });

  test('a button carries what it does', () => {
    const [update] = named(page, 'button');

    expect(update?.attributes['type']).toBe('button');
    expect(update?.attributes['class']).toBe('bcp-button bcp-button-main');
    expect(JSON.parse(update!.attributes['data-press']!)).toEqual({ verb: 'update', month: '2026-11' });
  });

  test('tables have a caption and headers for columns and rows', () => {
    const [table] = named(page, 'table');

    expect(textOf(named(table!, 'caption')[0]!)).toBe('Figures that moved');
    const scopes = named(table!, 'th').map(({ attributes }) => attributes['scope']);
    expect(scopes).toEqual(['col', 'col', 'col', 'row', 'row']);
  });

  test('a figure has its picture, its title, its alternative text and its data', () => {
    const html = messageHtml(everyPart, { chart: drawChart });

    const [figure] = named(readMarkup(html), 'figure');

    expect(named(figure!, 'svg')).toHaveLength(1);
    expect(textOf(named(figure!, 'figcaption')[0]!)).toBe('Three are off track');
    const picture = elementsIn(figure!).find(({ attributes }) => attributes['class'] === 'bcp-picture');
    expect(picture?.attributes['aria-label']).toBe('Stacked columns for October and November.');
    expect(named(figure!, 'td').map(textOf)).toEqual(['7', '2', '6', '3']);
  });

  test('every word of the message is on the page', () => {
    const words = textOf(page);

    for (const word of [
      'Safe, in November 2026',
      '3 November',
      'Only you',
      'proposed',
      'Priya Shah',
      'Okoro',
    ]) {
      expect(words).toContain(word);
    }
    for (const word of ['IC5', 'name a lead director', 'Second', '58.7%', 'Update', 'No change']) {
      expect(words).toContain(word);
    }
  });

  test('whatever people wrote, it is shown as they wrote it and makes no element', () => {
    const calm = elementsIn(readMarkup(messageHtml(everywhere('calm'), options))).map(({ name }) => name);

    fc.assert(
      fc.property(anyText, (words) => {
        const read = readMarkup(messageHtml(everywhere(words), options));

        const elements = elementsIn(read);
        expect(elements.map(({ name }) => name).filter((name) => name !== 'br')).toEqual(calm);
        expect(textOf(named(read, 'h3')[0]!)).toBe(printable(words));
        expect(textOf(named(read, 'li')[1]!)).toBe(printable(words));
        const press: unknown = JSON.parse(named(read, 'button')[0]!.attributes['data-press']!);
        expect(press).toEqual({ verb: 'status', words });
      }),
    );
  });
});
