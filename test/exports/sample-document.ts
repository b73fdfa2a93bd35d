import type { Block, Cell, Column, Document } from '../../src/documents/document.ts';
import type { Direction } from '../../src/plan/direction.ts';
import type { ShownRating } from '../../src/plan/rating.ts';

/** A board digest of the size of the real ones: 17 actions, 12 months. Every status, figure and name is made up. */
const sampleMonths = [
  'Dec 25',
  'Jan 26',
  'Feb 26',
  'Mar 26',
  'Apr 26',
  'May 26',
  'Jun 26',
  'Jul 26',
  'Aug 26',
  'Sep 26',
  'Oct 26',
  'Nov 26',
];

const byLetter: Readonly<Record<string, ShownRating>> = {
  R: 'red',
  A: 'amber',
  G: 'green',
  '-': 'no_update',
  C: 'complete',
  N: 'not_started',
  H: 'on_hold',
};

/** Code, title, organisation, twelve letters, direction. */
type SampleAction = readonly [string, string, string, string, Direction | null];

const inclusive: readonly SampleAction[] = [
  [
    'IC1',
    'Joyful things to do: arts, heritage, sport and leisure',
    'Council (Culture)',
    'RR-RAGGGGGGG',
    'same',
  ],
  ['IC2', 'Safe, welcoming places to learn and grow', 'Council (Education)', 'GGGAGGGGGAAG', 'better'],
  ['IC3', 'Youth voice and influence', 'BVSC', 'GGAAGGGARAAR', 'worse'],
  ['IC4', 'SEND: early identification and response', 'Council (SEND)', 'AAAAGGGAAARA', 'better'],
  ['IC5', 'Inclusive cultures, fewer exclusions', 'Council (Education)', 'GGGGGG-GGGRR', 'same'],
  ['IC6', 'Relationship-based workforce', 'Children’s Trust', 'RRA-GGGGGAA-', null],
  ['IC7', 'Workforce diversity and cultural competence', 'NHS ICB', 'GGGGAGGGGAA-', null],
];
const safety: readonly SampleAction[] = [
  ['SA1', 'Place-based safety, physical and virtual', 'West Midlands Police', 'GG-GARRRRRRA', 'better'],
  ['SA2', 'Support, safeguarding and protection', 'Children’s Trust', 'AAARRRRRAGGG', 'same'],
  ['SA3', 'Domestic abuse and substance misuse', 'Council (Public Health)', 'GG--GGGAAAGG', 'same'],
  ['SA4', 'Transition to adulthood', 'NHS ICB', 'RAGGGGGGGGGC', 'better'],
  ['SA5', 'Enduring relationships that keep children safe', 'Children’s Trust', 'NNAARRRAA-GG', 'same'],
  ['SA6', 'Vaccinations and immunisations', 'NHS ICB', 'G-G-GGGGGGAR', 'worse'],
];
const offer: readonly SampleAction[] = [
  ['JO1', 'Integrated service systems', 'NHS ICB', 'AARRRAAGGGGA', 'worse'],
  ['JO2', 'Help close to home', 'Council (Early Help)', 'AAARRR-AAGG-', null],
  ['JO3', 'Life-course help and support', 'Council (Public Health)', 'RRRRAGGGGGAG', 'better'],
  ['JO4', 'Digital offer', 'Council (Digital)', 'AAAGGG-GGGHA', 'new'],
];

function text(words: string): Cell {
  return { kind: 'text', text: words };
}

function number(value: number, words = String(value)): Cell {
  return { kind: 'number', value, text: words };
}

function column(label: string, width: number, align: Column['align'] = 'start'): Column {
  return { label, width, align };
}

function word(rating: ShownRating): Cell {
  return { kind: 'rating', rating, form: 'word' };
}

function ratingsOf(letters: string): ShownRating[] {
  return letters.split('').map((letter) => byLetter[letter] ?? 'awaited');
}

function historyBlocks(title: string, actions: readonly SampleAction[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      table: {
        caption: `${title}: rating each month, December 2025 to November 2026`,
        columns: [
          column('Ref', 6),
          column('Action and owner', 40),
          ...sampleMonths.map((month) => column(month, 3.6, 'centre')),
          column('Change', 11),
        ],
        rows: actions.map(([code, name, owner, letters, direction]): readonly Cell[] => [
          text(code),
          text(`${name}. ${owner}`),
          ...ratingsOf(letters).map((rating): Cell => ({ kind: 'rating', rating, form: 'letter' })),
          { kind: 'direction', direction },
        ]),
      },
    },
  ];
}

const all = [...inclusive, ...safety, ...offer];

function countsIn(month: number): Partial<Record<ShownRating, number>> {
  const counts: Partial<Record<ShownRating, number>> = {};
  for (const [, , , letters] of all) {
    const rating = ratingsOf(letters)[month] ?? 'awaited';
    counts[rating] = (counts[rating] ?? 0) + 1;
  }
  return counts;
}

const atAGlance: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'At a glance' },
  {
    kind: 'list',
    items: [
      'Seven of 17 actions are on track or complete, the same as last month. Three are off track (IC3, IC5, SA6).',
      'Four actions got better (IC2, IC4, SA1, JO3) and three got worse (IC3, SA6, JO1).',
      'Three owners sent no update by the deadline, three more than last month (IC6, IC7, JO2).',
    ],
  },
  {
    kind: 'table',
    table: {
      caption: 'Actions by rating, compared with last month',
      columns: [
        column('Rating', 14),
        column('This month', 12, 'end'),
        column('Last month', 12, 'end'),
        column('Change', 16),
        column('Which actions', 46),
      ],
      rows: [
        [word('red'), number(3), number(2), text('One more'), text('IC3, IC5, SA6')],
        [word('amber'), number(4), number(5), text('One fewer'), text('IC4, SA1, JO1, JO4')],
        [word('green'), number(6), number(9), text('Three fewer'), text('IC1, IC2, SA2, SA3, SA5, JO3')],
        [word('complete'), number(1), number(0), text('One more'), text('SA4')],
        [word('no_update'), number(3), number(0), text('Three more'), text('IC6, IC7, JO2')],
      ],
    },
  },
  {
    kind: 'figure',
    caption: 'Figure 1. Ratings by month. A letter and a count stand in every part.',
    figure: {
      title: 'Seven of 17 actions are on track; three owners sent no update',
      alt: 'Stacked columns from December 2025 to November 2026. In November 6 actions are green, 1 complete, 4 amber, 3 red and 3 had no update.',
      chart: {
        kind: 'rating_history',
        months: sampleMonths.map((label, month) => ({ label, counts: countsIn(month) })),
      },
    },
  },
];

const asks: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'What the Board is asked to do' },
  {
    kind: 'table',
    table: {
      caption: 'Asks of the Board, with who leads and by when',
      columns: [column('Ask', 10), column('Detail', 50), column('Lead', 24), column('By', 16)],
      rows: [
        [
          text('Agree'),
          text('who will lead recovery of IC5 (reducing exclusion), red for two months'),
          text('Director of Education'),
          { kind: 'date', day: '2026-12-03' },
        ],
        [
          text('Decide'),
          text('whether match funding for IC3 (youth voice) can be released'),
          text('BVSC and Council'),
          { kind: 'date', day: '2026-12-31' },
        ],
        [
          text('Note'),
          text('SA6 (vaccinations) moved from amber to red; a recovery plan is due in January'),
          text('NHS ICB'),
          { kind: 'date', day: '2027-01-22' },
        ],
      ],
    },
  },
];

const exceptions: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Actions off track' },
  {
    kind: 'callout',
    title: 'IC3. Youth voice and influence',
    rating: 'red',
    text: 'BVSC · last month Amber · red for one month\nWhy: Match funding for the youth voice network was not confirmed, so two posts are unfilled.\nPath to green: BVSC has drafted a smaller first phase with existing staff. Back on track by 31 March 2027.\nAsk: Decide on the match funding by 31 December.',
  },
  {
    kind: 'callout',
    title: 'IC5. Inclusive cultures, fewer exclusions',
    rating: 'red',
    text: 'Council (Education) · last month Red · red for two months\nWhy: Suspensions rose in the autumn term in two localities; the inclusion panel has not met since September.\nPath to green: The panel restarts on 9 December; three schools try relationship-based plans from January. Back on track by 31 March 2027.\nAsk: Name a lead director for recovery.',
  },
  {
    kind: 'callout',
    title: 'SA6. Vaccinations and immunisations',
    rating: 'red',
    text: 'NHS ICB · last month Amber · red for one month\nWhy: Autumn school-age sessions reached 61% of pupils against a plan of 80%; 14 schools were put off.\nPath to green: Catch-up clinics in four libraries from 12 January; consent forms now in 11 languages. Back on track by 31 March 2027.\nAsk: Note; partners to offer venues for catch-up clinics.',
  },
  { kind: 'heading', level: 1, text: 'Updates not received' },
  {
    kind: 'paragraph',
    text: 'Each owner was asked three times. Shown as “No update”, never as the last rating.',
  },
  {
    kind: 'table',
    table: {
      caption: 'Owners who did not answer by 17:00 on Friday 13 November',
      columns: [
        column('Ref', 8),
        column('Action and owner', 46),
        column('Last rating', 18),
        column('Overdue', 12),
        column('Passed on to', 16),
      ],
      rows: [
        [
          text('IC6'),
          text('Relationship-based workforce. Children’s Trust'),
          word('amber'),
          text('9 days'),
          text('Deputy'),
        ],
        [text('IC7'), text('Workforce diversity. NHS ICB'), word('amber'), text('9 days'), text('Deputy')],
        [
          text('JO2'),
          text('Help close to home. Council (Early Help)'),
          word('green'),
          text('3 days'),
          text('Owner only'),
        ],
      ],
    },
  },
];

const trend: Block = {
  kind: 'figure',
  caption: 'Figure 2. From 28% to 30.5% in 12 months; the target is 32.7%.',
  figure: {
    title: 'New EHCPs issued within 20 weeks: rising, still below target',
    alt: 'A line from 28% in December 2025 to 30.5% in November 2026, below the target of 32.7% and just below England at 30.8%. There is no figure for June.',
    chart: {
      kind: 'trend',
      unitWords: 'Per cent',
      polarityWords: 'higher is better',
      periods: sampleMonths,
      lines: [
        {
          name: 'Birmingham',
          role: 'main',
          values: [28, 28.3, 28, 27.7, 28.7, 28.8, null, 29.8, 28.8, 28.5, 29.5, 30.5],
        },
        { name: 'Target', role: 'target', values: sampleMonths.map(() => 32.7) },
        { name: 'England', role: 'comparator', values: sampleMonths.map(() => 30.8) },
      ],
    },
  },
};

const measures: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Are children’s lives getting better?' },
  trend,
  {
    kind: 'table',
    table: {
      caption: 'Measures that have news',
      columns: [
        column('Measure (good is)', 36),
        column('Latest', 10, 'end'),
        column('Period', 12),
        column('Target', 10, 'end'),
        column('England', 10, 'end'),
        column('Rating', 12),
        column('Direction', 12),
      ],
      rows: [
        ['3- and 4-year-olds in funded early education (high)', 40.2, 47.2, 40.6, 'red', 'worse'] as const,
        ['Suspensions in all schools (low)', 65.2, 58.7, 67.5, 'amber', 'same'] as const,
        ['Second or later child protection plan (low)', 55.9, 57.1, 65.7, 'green', 'better'] as const,
      ].map(([name, latest, target, england, rating, direction]): readonly Cell[] => [
        text(name),
        number(latest, `${latest}%`),
        text('Sep 26'),
        number(target, `${target}%`),
        number(england, `${england}%`),
        { kind: 'rating', rating, form: 'word' },
        { kind: 'direction', direction },
      ]),
    },
  },
  { kind: 'heading', level: 1, text: 'You said, we did' },
  {
    kind: 'list',
    items: [
      '“More help for mental health before our problems get worse.” Two school drop-ins opened in October; 112 young people used them.',
      '“We need more free activities closer to where we live.” Half-term programme in six parks.',
    ],
  },
  { kind: 'heading', level: 1, text: 'How to read this digest' },
  {
    kind: 'paragraph',
    text: 'Green: on track for milestones and date. Amber: at risk, and the owner can recover it. Red: off track, and the owner needs help. No update: nothing received by the deadline.',
  },
];

export const sampleDocument: Document = {
  title: 'Board digest: November 2026',
  subtitle: 'For the Partnership Board on 3 December 2026 · For decision and assurance',
  partnership: 'Birmingham Children and Young People’s Partnership',
  marking: 'OFFICIAL',
  position: 'Position at 20 November 2026',
  banner: 'Sample data. Every status, figure and name of a lead here is made up to show the layout.',
  auditHead: '7f3c2a9be1d04c55a8d1f0b6c2e97a41d8830f5b6a7c9e1d2f4b6a8c0e1f3a5b',
  blocks: [
    ...atAGlance,
    ...asks,
    ...exceptions,
    { kind: 'page_break' },
    { kind: 'heading', level: 1, text: 'All 17 actions over 12 months' },
    {
      kind: 'paragraph',
      text: 'R red (off track), A amber (at risk), G green (on track), C complete, N not started, H on hold, – no update received. Read across for the history of an action.',
    },
    ...historyBlocks('Create an inclusive city', inclusive),
    ...historyBlocks('Build safety', safety),
    ...historyBlocks('Join up our offer', offer),
    ...measures,
  ],
};
