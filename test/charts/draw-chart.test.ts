import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { textWidth } from '../../src/charts/text-layout.ts';
import { ratingLooks } from '../../src/plan/rating.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { elementsIn, named, readMarkup, textOf, type MarkupElement } from '../support/strict-markup.ts';
import { anyChart, history, strip, trend } from './sample-charts.ts';

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All that a chart is ever made of. */
const drawn = ['title', 'desc', 'rect', 'line', 'path', 'circle', 'text'];

function svgOf(markup: string): MarkupElement {
  return named(readMarkup(markup), 'svg')[0]!;
}

function labelsOf(markup: string): string[] {
  return named(svgOf(markup), 'text').map(textOf);
}

/** Where each piece of text stands, by the same careful estimate of widths that the drawing uses. */
function textBoxes(svg: MarkupElement): Box[] {
  return named(svg, 'text').map((element) => {
    const { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor } = element.attributes;
    const text = textOf(element);
    const width = textWidth(text, { size: Number(size), bold: weight === '700' });
    const left = Number(x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    return {
      text,
      left,
      right: left + width,
      top: Number(y) - Number(size) * 0.72,
      bottom: Number(y) + Number(size) * 0.05,
    };
  });
}

describe('every chart', () => {
  test.each([history, trend, strip])(
    '$kind is one image with a name and all of its data in words',
    (chart) => {
      const svg = svgOf(drawChart(chart));

      expect(svg.attributes['role']).toBe('img');
      expect(svg.attributes['font-family']).toBe("'Source Sans 3', system-ui, sans-serif");
      expect(textOf(named(svg, 'title')[0]!)).not.toBe('');
      expect(textOf(named(svg, 'desc')[0]!)).toContain('Nov 26');
    },
  );

  test('a title and alternative text that are given name and describe the picture', () => {
    const svg = svgOf(drawChart(history, { title: 'Seven are on track', description: 'Columns by month.' }));

    expect(textOf(named(svg, 'title')[0]!)).toBe('Seven are on track');
    expect(textOf(named(svg, 'desc')[0]!)).toBe('Columns by month.');
    expect(labelsOf(drawChart(history, { title: 'Seven are on track' }))).not.toContain('Seven are on track');
    expect(labelsOf(drawChart(history, { title: 'Seven are on track', showTitle: true }))).toContain(
      'Seven are on track',
    );
  });

  test.each(hostileTexts)('shows hostile words and obeys none of them: %j', (words) => {
    const charts = [
      { ...history, months: [{ label: words, counts: { red: 2 } }] },
      {
        ...trend,
        unitWords: words,
        periods: [words, words, words, words],
        lines: [{ ...trend.lines[0]!, name: words }],
      },
      { ...strip, months: [words], rows: [{ code: words, title: words, ratings: ['red' as const] }] },
    ];

    for (const chart of charts) {
      const svg = svgOf(drawChart(chart, { title: words, description: words, showTitle: true }));
      expect(drawn).toEqual(expect.arrayContaining(elementsIn(svg).map(({ name }) => name)));
    }
  });

  test('whatever it shows and however wide it is, all text stays inside the picture and no two pieces touch', () => {
    fc.assert(
      fc.property(anyChart, fc.integer({ min: 320, max: 1200 }), (chart, width) => {
        const svg = svgOf(drawChart(chart, { width }));

        const boxes = textBoxes(svg);
        for (const box of boxes) {
          expect(box.left, box.text).toBeGreaterThanOrEqual(-1);
          expect(box.right, box.text).toBeLessThanOrEqual(width + 1);
          expect(box.top, box.text).toBeGreaterThanOrEqual(-1);
          expect(box.bottom, box.text).toBeLessThanOrEqual(Number(svg.attributes['height']) + 1);
        }
        const touching = boxes.flatMap((one, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (other) =>
                one.left < other.right - 0.5 &&
                other.left < one.right - 0.5 &&
                one.top < other.bottom - 0.5 &&
                other.top < one.bottom - 0.5,
            )
            .map((other) => [one, other]),
        );
        expect(touching).toEqual([]);
        expect(drawChart(chart, { width })).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 120 },
    );
  });
});

describe('ratings by month', () => {
  test('every part of a column has its letter and its count', () => {
    const labels = labelsOf(drawChart(history));

    expect(labels).toEqual(expect.arrayContaining(['G 7', 'A 6', 'R 3', '– 1', 'A 4', '– 3']));
  });

  test('the key names only the ratings that occur, by letter and by word', () => {
    const labels = labelsOf(drawChart(history));

    expect(labels).toEqual(expect.arrayContaining(['Green', 'Amber', 'Red', 'No update']));
    expect(labels).not.toContain('Complete');
  });

  test('the colours are those of the ratings', () => {
    const fills = named(svgOf(drawChart(history)), 'rect').map(({ attributes }) => attributes['fill']);

    expect(fills).toEqual(expect.arrayContaining([ratingLooks.red.background, ratingLooks.amber.background]));
  });

  test('a part too flat for its label has it above the column', () => {
    const markup = drawChart({
      kind: 'rating_history',
      months: [{ label: 'Nov 26', counts: { green: 400, red: 1 } }],
    });

    const boxes = textBoxes(svgOf(markup));

    const above = boxes.find(({ text }) => text === 'R 1')!;
    const inside = boxes.find(({ text }) => text === 'G 400')!;
    expect(above.bottom).toBeLessThan(inside.top - 80);
  });

  test('five years of months are all there', () => {
    const months = Array.from({ length: 60 }, (_, index) => ({
      label: `M${index + 1}`,
      counts: { green: index + 1 },
    }));

    const labels = labelsOf(drawChart({ kind: 'rating_history', months }));

    expect(labels.filter((label) => /^M\d+$/.test(label))).toHaveLength(60);
    expect(labels.filter((label) => /^G \d+$/.test(label))).toHaveLength(60);
  });

  test('with no month it says that there is nothing yet', () => {
    expect(labelsOf(drawChart({ kind: 'rating_history', months: [] }))).toContain('No ratings to show yet.');
  });
});

describe('a measure over time', () => {
  test('every line is named at its end with its latest value', () => {
    const words = labelsOf(drawChart(trend));

    expect(words).toEqual(expect.arrayContaining(['Birmingham 30.5%', 'Target 32.7%', 'England 30.8%']));
  });

  test('unit and polarity stand in words above it', () => {
    expect(labelsOf(drawChart(trend))).toContain('Per cent · higher is better');
  });

  test('a missing value breaks the line, and a note says why', () => {
    const markup = drawChart(trend);

    const [main] = named(svgOf(markup), 'path').map(({ attributes }) => attributes['d']!);

    expect(main!.match(/M/g)).toHaveLength(2);
    expect(labelsOf(markup).join(' ')).toContain('Where a line breaks');
  });

  test('a line that ended early says of which period its last value is', () => {
    const lines = [{ name: 'England', role: 'comparator' as const, values: [30, 31, null, null] }];

    expect(labelsOf(drawChart({ ...trend, lines })).join(' ')).toContain('England 31% (Sep 26)');
  });

  test('a line without any figure is named as such', () => {
    const lines = [
      ...trend.lines,
      { name: 'Region', role: 'comparator' as const, values: [null, null, null, null] },
    ];

    expect(labelsOf(drawChart({ ...trend, lines })).join(' ')).toContain('No figures: Region.');
  });

  test('the last period is always named', () => {
    const periods = Array.from({ length: 60 }, (_, index) => `P${index + 1}`);
    const lines = [{ name: 'Birmingham', role: 'main' as const, values: periods.map((_, index) => index) }];

    expect(labelsOf(drawChart({ ...trend, periods, lines }))).toContain('P60');
  });

  test('a percentage never has a scale beyond 0 and 100', () => {
    const lines = [{ name: 'Birmingham', role: 'main' as const, values: [0, 99.5, 100, 100] }];

    const numbers = labelsOf(drawChart({ ...trend, lines }))
      .filter((label) => /^-?\d+$/.test(label))
      .map(Number);

    expect(Math.max(...numbers)).toBe(100);
    expect(Math.min(...numbers)).toBe(0);
  });
});

describe('the strip of a whole plan', () => {
  test('every action has its code, its title and a letter for every month', () => {
    const labels = labelsOf(drawChart(strip));

    expect(labels).toEqual(
      expect.arrayContaining(['IC3', 'Youth voice and influence', 'IC6', 'R', 'A', 'G', '–']),
    );
    expect(labels.filter((label) => label === 'A')).toHaveLength(4);
  });

  test('sixty actions over sixty months are all there', () => {
    const months = Array.from({ length: 60 }, (_, index) => `M${index}`);
    const rows = months.map((_, index) => ({
      code: `X${index}`,
      title: 'Title',
      ratings: months.map(() => 'red' as const),
    }));

    const labels = labelsOf(drawChart({ kind: 'rating_strip', months, rows }));

    expect(labels.filter((label) => label === 'R')).toHaveLength(60 * 60 + 1);
  });
});
