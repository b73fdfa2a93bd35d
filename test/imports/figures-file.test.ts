import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiguresFile, type FigureRow } from '../../src/imports/figures-file.ts';
import { problemInWords } from '../../src/imports/file-problem.ts';
import { birminghamText, planOf } from './small-plan.ts';

const plan = planOf(birminghamText);
const heading = 'measure,series,period kind,period,value,source';

function saidOf(...rows: string[]): string[] {
  const read = readFiguresFile([heading, ...rows, ''].join('\n'), plan, 'figures.csv');
  return read.ok ? [] : read.error.map((problem) => problemInWords('figures.csv', problem));
}

function figuresOf(text: string): readonly FigureRow[] {
  const read = readFiguresFile(text, plan, 'figures.csv');
  if (!read.ok)
    throw new Error(read.error.map((problem) => problemInWords('figures.csv', problem)).join('\n'));
  return read.value;
}

it('a figure is read with its measure, series, period, value and source', () => {
  const figures = figuresOf(
    `${heading}\ni05,Partnership,month,2026-10,61.2,Local system\nI07e,england,academic_year,2023/24,-0.03,DfE\n`,
  );

  expect(figures).toEqual([
    {
      measureCode: 'I05',
      series: 'partnership',
      period: { kind: 'month', key: '2026-10' },
      value: 61.2,
      source: 'Local system',
    },
    {
      measureCode: 'I07e',
      series: 'england',
      period: { kind: 'academic_year', key: '2023/24' },
      value: -0.03,
      source: 'DfE',
    },
  ]);
});

it.each([
  [
    'a measure that is not there',
    'B7,england,month,2026-10,1,x',
    'measure): There is no measure "B7". There are 62 measures, from I01 to I38d.',
  ],
  [
    'a series that is not there',
    'I05,wales,month,2026-10,1,x',
    'series): "wales" is not known. Write one of: partnership, england, region, neighbours.',
  ],
  [
    'a period of another kind',
    'I05,england,calendar_year,2026-10,1,x',
    'period): The period does not fit its kind. "2026-10" is not a calendar year; write it as 2026.',
  ],
  [
    'two years that do not follow',
    'I05,england,academic_year,2024/26,1,x',
    'period): The period does not fit its kind. "2024/26" is not an academic year; write September 2025 to August 2026 as 2025/26.',
  ],
  [
    'a per cent sign',
    'I05,england,month,2026-10,61%,x',
    'value): "61%" is not a number. Write a number as 61.3 or 1250, without % and without a comma; leave the row out where there is none.',
  ],
  [
    'more than a hundred per cent',
    'I05,england,month,2026-10,161,x',
    'value): 161 is not possible for a figure in percent. Write a number from 0 to 100.',
  ],
  [
    'no source',
    'I05,england,month,2026-10,61,',
    'source): It is not said where the figure comes from. Name the publication or the system.',
  ],
])('%s is named by row and column', (_, row, said) => {
  expect(saidOf(row)).toEqual([`figures.csv, line 2 (row 2, column ${said}`]);
});

it('the same figure twice is a mistake', () => {
  expect(saidOf('I05,england,month,2026-10,61,x', 'I05,england,month,2026-10,62,x')).toEqual([
    'figures.csv, line 3 (row 3, column period): This figure stands in row 2 already. Keep the one that holds.',
  ]);
});

describe('the published figures for Birmingham', () => {
  const figures = figuresOf(readFileSync('plans/reference-figures.csv', 'utf8'));
  const value = (measureCode: string, series: string, key: string) =>
    figures.find(
      (figure) => figure.measureCode === measureCode && figure.series === series && figure.period.key === key,
    );

  it('cover 43 measures', () => {
    expect(new Set(figures.map(({ measureCode }) => measureCode)).size).toBe(43);
  });

  it("carry the year's name as it is written everywhere here", () => {
    expect(value('I03b', 'partnership', '2024/25')).toMatchObject({
      value: 59.5,
      period: { kind: 'academic_year' },
    });
    expect(value('I03b', 'england', '2024/25')).toMatchObject({ value: 51.3 });
    expect(value('I05', 'partnership', '2024')).toMatchObject({
      value: 26.7,
      period: { kind: 'calendar_year' },
    });
    expect(value('I26', 'partnership', '2024/25')).toMatchObject({
      value: 85,
      period: { kind: 'financial_year' },
    });
    expect(value('I09a', 'partnership', '2023/24')).toMatchObject({ value: 2.39 });
    expect(value('I38d', 'partnership', '2023/24')).toMatchObject({ value: 13.09 });
  });

  it('are of the kind in which a yearly measure is collected', () => {
    const collections = new Map(
      plan.indicators.flatMap(({ measures }) => measures.map(({ code, collection }) => [code, collection])),
    );
    const strange = figures.filter(({ measureCode, period }) => {
      const collection = collections.get(measureCode);
      return collection?.every === 'year' && collection.periodKind !== period.kind;
    });

    expect(strange).toEqual([]);
  });

  it('hold no noise of computer arithmetic, and compare no counts of areas of different size', () => {
    expect(figures.filter((figure) => Number(figure.value.toFixed(2)) !== figure.value)).toEqual([]);
    expect(
      new Set(figures.filter(({ measureCode }) => measureCode.startsWith('I19')).map(({ series }) => series)),
    ).toEqual(new Set(['partnership']));
  });
});
