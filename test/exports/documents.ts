import type { Cell, Column, Document } from '../../src/documents/document.ts';
import { sampleDocument } from './sample-document.ts';

const columns: readonly Column[] = [
  { label: 'Ref', width: 1, align: 'start' },
  { label: 'What', width: 5, align: 'start' },
  { label: 'Count', width: 1, align: 'end' },
  { label: 'By', width: 2, align: 'start' },
  { label: 'Rating', width: 2, align: 'centre' },
  { label: 'Month', width: 1, align: 'centre' },
  { label: 'Direction', width: 2, align: 'start' },
];

/** One of each kind of cell. */
function row(ref: string, what: string, count: number): readonly Cell[] {
  return [
    { kind: 'text', text: ref },
    { kind: 'text', text: what },
    { kind: 'number', value: count, text: String(count) },
    { kind: 'date', day: '2027-03-31' },
    { kind: 'rating', rating: 'amber', form: 'word' },
    { kind: 'rating', rating: 'not_rated', form: 'letter' },
    { kind: 'direction', direction: 'worse' },
  ];
}

/** A document of nothing but a table of seventy rows, each with a word of its own. */
export const longDocument: Document = {
  ...sampleDocument,
  blocks: [
    {
      kind: 'table',
      table: {
        caption: 'Everything',
        columns,
        rows: Array.from({ length: 70 }, (_, index) =>
          row(`REF${index}`, `Unique${index}word`, index + 1000),
        ),
      },
    },
  ],
};

/** A document with the same words in every place that can hold words. */
export function everywhere(words: string): Document {
  return {
    title: words,
    subtitle: words,
    partnership: words,
    marking: words,
    position: words,
    banner: words,
    auditHead: words,
    blocks: [
      { kind: 'heading', level: 1, text: words },
      { kind: 'heading', level: 2, text: words },
      { kind: 'paragraph', text: words },
      { kind: 'list', items: [words, words] },
      { kind: 'callout', title: words, text: words, rating: 'red' },
      { kind: 'callout', title: words, text: words, rating: null },
      {
        kind: 'table',
        table: {
          caption: words,
          columns: [
            { label: words, width: 1, align: 'start' },
            { label: words, width: 0, align: 'end' },
            { label: 'C', width: -1, align: 'centre' },
          ],
          rows: [
            [
              { kind: 'text', text: words },
              { kind: 'number', value: 1, text: words },
              { kind: 'date', day: words },
            ],
          ],
        },
      },
      {
        kind: 'figure',
        caption: words,
        figure: {
          title: words,
          alt: words,
          chart: {
            kind: 'rating_strip',
            months: [words],
            rows: [{ code: words, title: words, ratings: ['green'] }],
          },
        },
      },
      { kind: 'page_break' },
    ],
  };
}
