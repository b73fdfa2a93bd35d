import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentHtml } from '../../src/exports/html.ts';
import { printable } from '../../src/kit/printable.ts';
import { anyText } from '../support/hostile-text.ts';
import { elementsIn, named, readMarkup, textOf, type MarkupElement } from '../support/strict-markup.ts';
import { everywhere, longDocument } from './documents.ts';
import { sampleDocument } from './sample-document.ts';

const written = documentHtml(sampleDocument);
const page = readMarkup(written);

function classed(element: MarkupElement, className: string): MarkupElement[] {
  return elementsIn(element).filter(({ attributes }) => attributes['class']?.split(' ').includes(className));
}

describe('a document as a page', () => {
  test('says its language, its title, and its marking at the head and the foot', () => {
    expect(named(page, 'html')[0]?.attributes['lang']).toBe('en-GB');
    expect(textOf(named(page, 'title')[0]!)).toContain('Board digest: November 2026');
    expect(classed(page, 'marking').map(textOf)).toEqual(['OFFICIAL', 'OFFICIAL']);
    expect(textOf(classed(page, 'banner')[0]!)).toBe(sampleDocument.banner);
  });

  test('has one h1, and no level of heading is left out', () => {
    const levels = elementsIn(page)
      .filter(({ name }) => /^h[1-6]$/.test(name))
      .map(({ name }) => Number(name.slice(1)));

    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level - levels[index]!).toBeLessThanOrEqual(1);
    });
  });

  test('can be walked by keyboard: a skip link, contents that lead to each part, tables that scroll', () => {
    const ids = new Set(elementsIn(page).map(({ attributes }) => attributes['id']));

    const links = named(page, 'a').map(({ attributes }) => attributes['href']!);

    expect(links[0]).toBe('#content');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(ids).toContain(link.slice(1));
    expect(classed(page, 'scroll').filter(({ attributes }) => attributes['tabindex'] === '0')).not.toEqual(
      [],
    );
  });

  test('every table has a caption and headers with their scope', () => {
    const tables = named(page, 'table');

    expect(tables.length).toBeGreaterThan(7);
    for (const table of tables) {
      expect(textOf(named(table, 'caption')[0]!)).not.toBe('');
      const rows = named(named(table, 'tbody')[0]!, 'tr');
      const scopes = named(table, 'th').map(({ attributes }) => attributes['scope']);
      expect(scopes.filter((scope) => scope === 'row')).toHaveLength(rows.length);
      expect(scopes).not.toContain(undefined);
    }
  });

  test('a rating is a word or a letter with its word beside it, never a colour alone', () => {
    for (const cell of classed(page, 'letter')) {
      const [letter, word] = named(cell, 'span');
      expect(textOf(letter!)).toMatch(/^[RAGCNH–]$/);
      expect(textOf(word!).length).toBeGreaterThan(2);
    }
    for (const chip of named(page, 'span').filter((span) =>
      span.attributes['class']?.startsWith('rating '),
    )) {
      expect(textOf(chip).length).toBeGreaterThan(4);
    }
  });

  test('a figure has a picture with alternative text and its data as a table', () => {
    const [figure] = named(page, 'figure');

    expect(textOf(named(figure!, 'desc')[0]!)).toContain('Stacked columns from December 2025');
    expect(named(named(figure!, 'details')[0]!, 'tr')).toHaveLength(13);
  });

  test('loads nothing and runs nothing, and its policy names its one style sheet', () => {
    const style = textOf(named(page, 'style')[0]!);
    const hash = createHash('sha256').update(style).digest('base64');

    expect(written).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|style="/);
    expect(written.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//);
    const policy = named(page, 'meta').find(({ attributes }) => attributes['http-equiv'] !== undefined);
    expect(policy?.attributes['content']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  });

  test('is set for A4 with the marking in the margins of every page and table heads that repeat', () => {
    expect(written).toContain('@page{size:A4;');
    expect(written).toMatch(/@bottom-center{content:"OFFICIAL"/);
    expect(written).toContain('thead{display:table-header-group}');
  });

  test('a long table may break over pages, a short one is kept whole', () => {
    const long = readMarkup(documentHtml(longDocument));

    expect(classed(long, 'short')).toHaveLength(0);
    expect(named(long, 'tr')).toHaveLength(71);
  });

  test('text is never smaller than twelve points', () => {
    const sizes = [
      ...textOf(named(page, 'style')[0]!).matchAll(/font(?:-size)?:[^;}"]*?([\d.]+)(rem|px|pt|%)/g),
    ];

    expect(sizes.length).toBeGreaterThan(10);
    for (const [, size, unit] of sizes) {
      const points = { rem: 12, px: 0.75, pt: 1, '%': 0.12 }[unit!]! * Number(size);
      expect(points).toBeGreaterThanOrEqual(12);
    }
  });

  test('whatever people wrote, it is shown as they wrote it and makes no element', () => {
    const calm = new Set(elementsIn(readMarkup(documentHtml(everywhere('calm')))).map(({ name }) => name));
    const count = (element: MarkupElement) =>
      elementsIn(element).filter(({ name }) =>
        ['h1', 'h2', 'h3', 'li', 'td', 'th', 'style', 'section'].includes(name),
      ).length;
    const expected = count(readMarkup(documentHtml(everywhere('calm'))));

    fc.assert(
      fc.property(anyText, (words) => {
        const read = readMarkup(documentHtml(everywhere(words)));

        const strange = elementsIn(read).filter(({ name }) => !calm.has(name) && !['br', 'b'].includes(name));
        expect(strange).toEqual([]);
        expect(count(read)).toBe(expected);
        expect(textOf(named(read, 'h1')[0]!)).toBe(printable(words));
        expect(textOf(named(read, 'td')[0]!)).toBe(printable(words));
      }),
    );
  });

  test('a marking cannot break out of the style sheet', () => {
    const style = textOf(
      named(
        readMarkup(documentHtml({ ...sampleDocument, marking: '"}body{display:none}</style>\\' })),
        'style',
      )[0]!,
    );

    expect(style).not.toContain('body{display:none}');
    expect(style).toContain('content:"\\22 \\7d body\\7b display\\3a none\\7d \\3c \\2f style\\3e \\5c "');
  });
});
