import { trendFigure } from '../../messages/trend-figure.ts';
import type { Comparison } from '../../plan/comparison.ts';
import { figureInWords, polarityInWords } from '../../plan/figure-words.ts';
import type { MeasureDirection } from '../../plan/measure-direction.ts';
import { lastDue } from '../../plan/due-measures.ts';
import {
  countMeasures,
  measureStandings,
  orderMeasures,
  standingWords,
  type MeasureCounts,
} from '../../plan/measure-counts.ts';
import { forPeriod } from '../../plan/period-phrase.ts';
import { periodInWords } from '../../plan/period-words.ts';
import type { MeasurePicture } from '../../plan/plan-picture.ts';
import type { Block, Cell } from '../document.ts';
import { ownerWords, type DigestScope } from './digest-scope.ts';
import { column, count, heading, list, paragraph, rated, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** So many trends are drawn: the ones that want a look. Every figure stands in the tables. */
const mostTrends = 3;

/** The measures counted by theme, those with news in full, and what was due and did not come. */
export function measureSections(scope: DigestScope): readonly Block[] {
  const { measures, sensitiveMeasures, picture } = scope;
  const news = orderMeasures(measures.filter((each) => each.news === 'new'));
  const due = measures.filter((each) => each.news === 'due');
  return [
    heading(sectionHeadings.measures),
    ...countsByTheme(scope),
    ...(sensitiveMeasures === 0
      ? []
      : [
          paragraph(
            `${sensitiveMeasures} OFFICIAL-SENSITIVE ${sensitiveMeasures === 1 ? 'measure is' : 'measures are'} not in these tables.`,
          ),
        ]),
    heading('Figures that came this month', 2),
    ...(news.length === 0
      ? [paragraph('No new figure came this month.')]
      : [...measureTable('Figures that came since the month was opened', news), ...moves(news)]),
    ...trends(news, picture.plan.partnership.shortName),
    ...dueTable(due, scope),
  ];
}

function countsByTheme({ themes, measures }: DigestScope): readonly Block[] {
  const rows = themes.map((theme) => ({
    label: theme.indicatorHeading,
    counts: countMeasures(measures.filter(({ measure }) => measure.themeCode === theme.code)),
  }));
  const all = rows.length > 1 ? [...rows, { label: 'All', counts: countMeasures(measures) }] : rows;
  return table(
    'Measures by theme: a change counts only where a run of figures shows it',
    [
      column('Theme', 26),
      ...measureStandings.map((standing) => column(standingWords[standing], 12, 'end')),
      column('Measures', 11, 'end'),
      column('On target', 15),
    ],
    all.map(({ label, counts }) => [text(label), ...countCells(counts)]),
  );
}

function countCells({ standings, total, withTarget, targetMet }: MeasureCounts): readonly Cell[] {
  return [
    ...measureStandings.map((standing) => count(standings[standing])),
    count(total),
    text(withTarget === 0 ? 'no targets set' : `${targetMet} of ${withTarget}`),
  ];
}

/** Latest figure, target, England and change: the table that every list of measures uses. */
export function measureTable(caption: string, measures: readonly MeasurePicture[]): readonly Block[] {
  return table(
    caption,
    [
      column('Measure', 34),
      column('Latest', 13, 'end'),
      column('For', 16),
      column('Target', 10, 'end'),
      column('Compared with', 17),
      column('Rating', 12),
      column('Change', 11),
    ],
    measures.map((picture) => [
      text(`${picture.measure.code} ${picture.measure.label} (${polarityInWords(picture.measure.polarity)})`),
      text(latestWords(picture)),
      text(periodWords(picture)),
      text(
        picture.judgement.target === null
          ? 'none set'
          : figureInWords(picture.judgement.target, picture.measure.unit),
      ),
      text(comparedWith(picture.comparisons)),
      rated(picture.judgement.rating),
      directionCell(picture),
    ]),
  );
}

function latestWords({ latest, published }: MeasurePicture): string {
  if (latest === null) return published === null ? 'no figure yet' : `${published.text} (published)`;
  return latest.provisional ? `${latest.text} (provisional)` : latest.text;
}

function periodWords({ latest, published }: MeasurePicture): string {
  const figure = latest ?? published;
  return figure === null ? '–' : periodInWords(figure.period);
}

/** England where there is a figure for the same period, else whichever other comparator has one. */
function comparedWith(comparisons: readonly Comparison[]): string {
  const others = comparisons.filter(({ against }) => against !== 'target');
  const found = others.find(({ against }) => against === 'england') ?? others[0];
  return found?.words ?? '–';
}

function directionCell({ direction, latest }: MeasurePicture): Cell {
  if (latest === null) return text('–');
  const way = direction.shortTerm.direction;
  return way === null ? text('moved: ask why') : { kind: 'direction', direction: way };
}

/** The directions in whole sentences, short term and against last year, for those that moved. */
function moves(news: readonly MeasurePicture[]): readonly Block[] {
  return list(
    news
      .filter(({ direction }) => direction.shortTerm.direction !== 'new')
      .map(
        ({ measure, direction }) =>
          `${measure.code} ${measure.label}. Lately: ${direction.shortTerm.words}.${lastYearWords(direction)}`,
      ),
  );
}

function lastYearWords({ yearOnYear }: MeasureDirection): string {
  return yearOnYear.direction === 'new' ? '' : ` Against last year: ${yearOnYear.words}.`;
}

/** The rule's own sentence where there is one to judge by, else the figure. */
function captionOf({ measure, judgement, latest }: MeasurePicture): string {
  if (judgement.rating !== 'not_rated') return `${measure.code}: ${judgement.reason}`;
  return `${measure.code}: ${latest ? `${latest.text} ${forPeriod(latest.period)}` : 'no figure yet'}; not rated.`;
}

function trends(news: readonly MeasurePicture[], ownName: string): readonly Block[] {
  return news
    .flatMap((picture) => {
      const figure = trendFigure(picture, ownName);
      return figure === null ? [] : [{ picture, figure }];
    })
    .slice(0, mostTrends)
    .map(({ picture, figure }) => ({
      kind: 'figure',
      figure,
      caption: captionOf(picture),
    }));
}

/** One row for each who gives figures: a long list of measures is a short list of people to ask. */
function dueTable(due: readonly MeasurePicture[], scope: DigestScope): readonly Block[] {
  if (due.length === 0) return [];
  const byOwner = new Map<string, MeasurePicture[]>();
  for (const picture of due) {
    const who = ownerWords(picture.owner, scope);
    byOwner.set(who, [...(byOwner.get(who) ?? []), picture]);
  }
  return [
    heading('Figures that were due and did not come', 2),
    ...table(
      `${due.length} ${due.length === 1 ? 'figure' : 'figures'} due this month and not given`,
      [
        column('From', 28),
        column('Figures', 9, 'end'),
        column('Measures, and the period each is awaited for', 63),
      ],
      [...byOwner].map(([who, pictures]) => [
        text(who),
        count(pictures.length),
        text(pictures.map((picture) => awaitedWords(picture, scope)).join('; ')),
      ]),
    ),
  ];
}

function awaitedWords({ measure }: MeasurePicture, { picture }: DigestScope): string {
  const due = lastDue(measure, picture.month);
  const period = due === null ? '' : ` (${periodInWords(due.period)})`;
  return `${measure.code} ${measure.label}${period}`;
}
