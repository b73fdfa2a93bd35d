import type { Message } from '../../src/messages/message.ts';

/** A message with every kind of part, each with words that occur nowhere else; what it says is made up. */
export const everyPart: Message = {
  summary: 'SAFE: two of six actions are red.',
  parts: [
    { kind: 'heading', text: 'Safe, in November 2026' },
    { kind: 'text', tone: 'normal', text: ['As of ', { strong: '3 November' }, '; two of six not updated.'] },
    { kind: 'text', tone: 'quiet', text: 'Only you can see this.' },
    { kind: 'text', tone: 'notice', text: 'The mapping is proposed.' },
    {
      kind: 'facts',
      facts: [
        { label: 'Owner', value: 'Priya Shah' },
        { label: 'Theme lead', value: ['Sam ', { strong: 'Okoro' }] },
      ],
    },
    {
      kind: 'ratings',
      rows: [
        {
          code: 'IC5',
          title: 'Inclusive cultures, fewer exclusions',
          rating: 'red',
          direction: 'worse',
          lines: ['Path to green: panel restarts on 9 December', 'Ask: name a lead director'],
        },
        { code: 'SA4', title: 'Transition to adulthood', rating: 'no_update', direction: null, lines: [] },
      ],
    },
    { kind: 'list', items: ['First point', [{ strong: 'Second' }, ' point']] },
    {
      kind: 'table',
      caption: 'Figures that moved',
      columns: ['Measure', 'Latest', 'Target'],
      rows: [
        ['Suspensions', '65.2%', '58.7%'],
        ['First-time entrants', '7', '58.2'],
      ],
    },
    {
      kind: 'figure',
      figure: {
        title: 'Three are off track',
        alt: 'Stacked columns for October and November.',
        chart: {
          kind: 'rating_history',
          months: [
            { label: 'Oct 26', counts: { green: 7, red: 2 } },
            { label: 'Nov 26', counts: { green: 6, red: 3 } },
          ],
        },
      },
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Update', style: 'main', press: { verb: 'update', month: '2026-11' } },
        { label: 'No change', style: 'normal', press: { verb: 'no_change', month: '2026-11' } },
      ],
    },
  ],
};

/** A message with the same words in every place that can hold words. */
export function everywhere(words: string): Message {
  return {
    summary: words,
    parts: [
      { kind: 'heading', text: words },
      { kind: 'text', tone: 'normal', text: [words, { strong: words }] },
      { kind: 'text', tone: 'notice', text: words },
      { kind: 'facts', facts: [{ label: words, value: words }] },
      {
        kind: 'ratings',
        rows: [{ code: words, title: words, rating: 'red', direction: 'same', lines: [words] }],
      },
      { kind: 'list', items: [words] },
      { kind: 'table', caption: words, columns: [words, 'B'], rows: [[words, words]] },
      {
        kind: 'figure',
        figure: {
          title: words,
          alt: words,
          chart: {
            kind: 'trend',
            unitWords: words,
            polarityWords: words,
            periods: [words],
            lines: [{ name: words, role: 'main', values: [1] }],
          },
        },
      },
      {
        kind: 'buttons',
        buttons: [{ label: words, style: 'normal', press: { verb: 'status', words } }],
      },
    ],
  };
}
