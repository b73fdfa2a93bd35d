import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../src/documents/digest-message.ts';
import { sectionHeadings } from '../../src/documents/digest/section-headings.ts';
import { drawPicture } from '../../src/plan/draw-picture.ts';
import { countRatings } from '../../src/plan/status-order.ts';
import { factsOfYear, pictureOfYear, realPlan } from '../support/pictured-year.ts';
import { lettersOfYear } from '../support/year-data.ts';
import { paperOfYear, rowsOf, tablesOf, wordsOf } from './digest-of-year.ts';

const glance = (paper = paperOfYear()) => sectionOf(paper, sectionHeadings.glance);

describe('the front page of the digest', () => {
  it('says state, movers and what is missing in three sentences', () => {
    const [list] = glance().flatMap((block) => (block.kind === 'list' ? [block.items] : []));

    expect(list).toEqual([
      '7 of 17 actions are on track, the same as in October. 3 are off track (IC3, IC5, SA6).',
      '4 got better (IC2, IC4, SA1, JO3) and 3 got worse (IC3, SA6, JO1).',
      '3 have no update, 2 more than in October (IC6, IC7, JO2).',
    ]);
  });

  it('counts this month beside last month, with the actions behind each number', () => {
    expect(rowsOf(tablesOf(glance())[0])).toEqual([
      ['red', '3', '3', 'no change', 'IC3, IC5, SA6'],
      ['amber', '4', '6', '2 fewer', 'IC4, SA1, JO1, JO4'],
      ['green', '7', '7', 'no change', 'IC1, IC2, SA2, SA3, SA4, SA5, JO3'],
      ['no_update', '3', '1', '2 more', 'IC6, IC7, JO2'],
    ]);
  });

  it('has a picture of twelve months whose title says the point', () => {
    const [figure] = glance().flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));

    expect(figure?.title).toBe('7 of 17 actions are on track; 3 have no update');
    expect(figure?.chart.kind === 'rating_history' && figure.chart.months).toHaveLength(12);
    expect(figure?.alt).toContain('November 2026: 3 red, 4 amber, 7 green, 3 no update.');
  });

  it('compares with nothing in the first month', () => {
    const letters = Object.fromEntries(
      Object.entries(lettersOfYear).map(([code, row]) => [code, row.slice(0, 1)]),
    );
    const picture = pictureOfYear({ months: ['2026-11'], letters });

    const blocks = glance(paperOfYear({ picture }));

    expect(JSON.stringify(blocks)).toContain('This is the first month');
    expect(tablesOf(blocks)[0]?.columns.map(({ label }) => label)).toEqual([
      'Rating',
      'This month',
      'Which actions',
    ]);
    expect(blocks.some(({ kind }) => kind === 'figure')).toBe(false);
  });

  it('adds up to the same counts as the tables of all actions, in any year', () => {
    const year = fc.record(
      Object.fromEntries(
        Object.keys(lettersOfYear).map((code) => [
          code,
          fc.string({
            unit: fc.constantFrom('R', 'A', 'G', 'C', 'H', 'N', '-'),
            minLength: 12,
            maxLength: 12,
          }),
        ]),
      ),
    );

    fc.assert(
      fc.property(year, (letters) => {
        const picture = pictureOfYear({ letters });
        const paper = paperOfYear({ picture });
        const counts = countRatings(picture.actions);

        const front = rowsOf(tablesOf(glance(paper))[0]);
        const letterRows = tablesOf(sectionOf(paper, sectionHeadings.actions)).flatMap(rowsOf);
        expect(front.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(17);
        for (const [rating = '', now = '', , , codes = ''] of front) {
          expect(Number(now)).toBe(Object.entries(counts).find(([each]) => each === rating)?.[1]);
          expect(letterRows.filter((row) => row.at(-2) === rating).map(([code]) => code)).toEqual(
            codes === '' ? [] : codes.split(', '),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('what the board is asked', () => {
  it('is listed with verb, action, lead and date', () => {
    const paper = paperOfYear();

    const rows = rowsOf(tablesOf(sectionOf(paper, sectionHeadings.asks))[0]);

    expect(rows.map(([verb, action]) => [verb, action])).toEqual([
      ['Decide', 'IC3 Youth voice and influence'],
      ['Decide', 'IC5 Inclusive cultures, fewer exclusions'],
      ['Decide', 'SA6 Vaccinations and immunisations'],
    ]);
    expect(rows[1]).toContain('Asha Verma, Birmingham City Council');
    expect(paper.subtitle).toContain(
      'For the Partnership Board on 3 December 2026 · For decision and assurance',
    );
  });

  it('is nothing when no owner asks, and then the paper is for assurance', () => {
    const paper = paperOfYear({ picture: pictureOfYear({ content: () => ({ ask: null }) }) });

    expect(wordsOf(paper)).toContain('No owner asks anything of the board this month.');
    expect(paper.subtitle).toContain('For assurance');
  });
});

describe('exceptions', () => {
  const cardsOf = (paper = paperOfYear()) =>
    sectionOf(paper, sectionHeadings.exceptions).flatMap((block) =>
      block.kind === 'callout' ? [block] : [],
    );

  it('are the red ones and those amber for a second month, each with its way back', () => {
    const letters = { ...lettersOfYear, JO4: 'AAAGGG-GGGAA' };

    const cards = cardsOf(paperOfYear({ picture: pictureOfYear({ letters }) }));

    expect(cards.map(({ title }) => title.split(' ')[0])).toEqual(['IC3', 'IC5', 'SA6', 'JO4']);
    for (const { text } of cards)
      expect(text).toMatch(/^Path to green: Get \w+ back \(Priya Nair, by 28 February 2027\)$/m);
  });

  it('say since when, and what last month was', () => {
    const [, second] = cardsOf();

    expect(second?.text.split('\n')[0]).toBe(
      'Asha Verma, Birmingham City Council · last month red · red for 2 months',
    );
  });

  it('say so where no way back was given', () => {
    const picture = pictureOfYear({ content: () => ({ pathToGreen: null }) });

    expect(cardsOf(paperOfYear({ picture }))[0]?.text).toContain('Path to green: none was given');
  });

  it('take in what a moderator reads as red, beside the owner’s own green', () => {
    const moderation = {
      id: 'm1',
      month: '2026-11',
      actionCode: 'IC1',
      version: 1,
      rating: 'red' as const,
      reason: 'Two venues have closed.',
      byPersonId: 'noor',
      at: new Date('2026-11-17T10:00:00Z'),
    };

    const cards = cardsOf(
      paperOfYear({ picture: drawPicture({ ...factsOfYear(), moderations: [moderation] }) }),
    );

    const card = cards.find(({ title }) => title.startsWith('IC1'));
    expect(card?.rating).toBe('green');
    expect(card?.text).toContain('Moderated: Red. Two venues have closed.');
  });
});

describe('updates not received', () => {
  it('are told with the days they are overdue and when somebody last answered', () => {
    const rows = rowsOf(tablesOf(sectionOf(paperOfYear(), sectionHeadings.not_received))[0]);

    expect(rows[0]).toEqual([
      'IC6',
      'Relationship-based workforce',
      'Mina Patel',
      "Birmingham Children's Trust",
      'Amber, October 2026',
      '1',
      '6',
    ]);
    expect(rows.map(([code]) => code)).toEqual(['IC6', 'IC7', 'JO2']);
  });
});

describe('all actions', () => {
  it('stand in one real table a theme, a letter for each of twelve months', () => {
    const tables = tablesOf(sectionOf(paperOfYear(), sectionHeadings.actions));

    expect(tables.map(({ rows }) => rows.length)).toEqual([7, 6, 4]);
    for (const { columns, rows } of tables) {
      expect(columns).toHaveLength(15);
      for (const row of rows) expect(row.filter(({ kind }) => kind === 'rating')).toHaveLength(12);
    }
  });

  it('say in words how each has changed, and no update where nobody answered', () => {
    const rows = tablesOf(sectionOf(paperOfYear(), sectionHeadings.actions)).flatMap(rowsOf);

    expect(rows.find(([code]) => code === 'IC3')?.at(-1)).toBe('worse');
    expect(rows.find(([code]) => code === 'IC6')?.at(-1)).toBe('No update');
    expect(rows.find(([code]) => code === 'JO4')?.at(-1)).toBe('new');
  });
});

describe('who reads what', () => {
  it('is told to the board with names, and to everybody else by organisation and role', () => {
    const names = ['Asha Verma', 'Mina Patel', 'Owen Clarke', 'Priya Nair', 'Lena Hart'];

    expect(names.filter((name) => wordsOf(paperOfYear()).includes(name))).toEqual(names);
    for (const audience of [
      'partnership',
      'theme:safety',
      'partner:icb',
      'aligned:birmingham-reducing-violence-board',
    ] as const) {
      const words = wordsOf(paperOfYear({ audience }));
      expect(names.filter((name) => words.includes(name))).toEqual([]);
    }
    expect(wordsOf(paperOfYear({ audience: 'partnership' }))).toContain("Birmingham Children's Trust");
  });

  it('is a theme’s own actions in a theme’s digest', () => {
    const rows = tablesOf(
      sectionOf(paperOfYear({ audience: 'theme:safety' }), sectionHeadings.actions),
    ).flatMap(rowsOf);

    expect(rows.map(([code]) => code)).toEqual(['SA1', 'SA2', 'SA3', 'SA4', 'SA5', 'SA6']);
  });

  it('is a partner’s own actions in a partner’s digest', () => {
    const rows = tablesOf(
      sectionOf(paperOfYear({ audience: 'partner:icb' }), sectionHeadings.actions),
    ).flatMap(rowsOf);

    expect(rows.map(([code]) => code)).toEqual(['IC7', 'SA4', 'SA6', 'JO1']);
  });

  it('leaves the board’s own business out of an aligned board’s digest', () => {
    const paper = paperOfYear({ audience: 'aligned:birmingham-reducing-violence-board' });

    for (const section of ['asks', 'not_received', 'meeting', 'to_look_at'] as const)
      expect(sectionOf(paper, sectionHeadings[section])).toEqual([]);
    expect(sectionOf(paper, sectionHeadings.exceptions)).not.toEqual([]);
  });
});

describe('what may not be shown', () => {
  it('is counted where it is OFFICIAL-SENSITIVE, and stands nowhere else', () => {
    const plan = realPlan();
    const actions = plan.actions.map((action) => ({ ...action, sensitive: action.code === 'SA6' }));

    const paper = paperOfYear({ picture: pictureOfYear({ plan: { ...plan, actions } }) });

    expect(rowsOf(tablesOf(glance(paper))[0])[0]).toEqual(['red', '3', '3', 'no change', 'IC3, IC5']);
    expect(wordsOf(paper)).toContain('1 action is marked OFFICIAL-SENSITIVE');
    expect(wordsOf(paper)).not.toContain('SA6');
    expect(wordsOf(paper)).not.toContain('Vaccinations and immunisations');
  });
});

describe('the rest of the paper', () => {
  it('quotes what children and young people said, and what came of it', () => {
    const paper = paperOfYear({
      voice: [
        {
          code: 'V08',
          topic: 'HEALTH',
          quote: 'More help for mental health before our problems get worse.',
          source: 'The plan',
          actionCodes: ['JO3'],
          responses: [{ text: 'Two drop-ins opened.', on: '2026-11-03', actionCode: 'JO3' }],
        },
      ],
      voiceUnanswered: 15,
    });

    const [card] = sectionOf(paper, sectionHeadings.voice).flatMap((block) =>
      block.kind === 'callout' ? [block] : [],
    );
    expect(card?.text).toBe(
      'You said: “More help for mental health before our problems get worse.” (The plan)\nWe did: Two drop-ins opened. (JO3, 3 November 2026)',
    );
  });

  it('tells what meetings decided and asked for, and what of it is overdue', () => {
    const line = { actionCode: null, ownerName: 'Colm Reyes', closedOn: null };
    const paper = paperOfYear({
      lastMeeting: { on: '2026-09-24', title: 'Partnership Board' },
      decisions: [{ ...line, text: 'Agency spend is agreed.', actionCode: 'IC5', due: null }],
      meetingActions: [
        { ...line, text: 'Write to schools', due: '2026-10-31' },
        { ...line, text: 'Find a venue', due: '2026-12-31' },
        { ...line, text: 'Publish the plan', due: null, closedOn: '2026-10-02' },
      ],
    });

    const section = sectionOf(paper, sectionHeadings.meeting);
    expect(JSON.stringify(section)).toContain('IC5: Agency spend is agreed.');
    expect(rowsOf(tablesOf(section)[0]).map((row) => row.at(-1))).toEqual([
      'Overdue',
      'Open',
      'Done 2 October 2026',
    ]);
  });

  it('tells what changed about earlier months, and lets the earlier paper stand', () => {
    const paper = paperOfYear({
      corrections: [
        {
          on: '2026-11-04',
          month: '2026-10',
          actionCode: 'IC5',
          kind: 'correction',
          from: 'green',
          to: 'red',
          reason: 'Counted twice.',
        },
      ],
    });

    const rows = rowsOf(tablesOf(sectionOf(paper, sectionHeadings.corrections))[0]);
    expect(rows).toEqual([
      ['2026-11-04', 'IC5', 'October 2026', 'green', 'red', 'Corrected by the owner: Counted twice.'],
    ]);
  });

  it('puts green words beside no news as a question', () => {
    const picture = pictureOfYear({ content: () => ({ done: 'Goes well everywhere.', next: 'Goes on.' }) });

    const words = JSON.stringify(sectionOf(paperOfYear({ picture }), sectionHeadings.to_look_at));

    expect(words).toContain('On track in the same words as last month');
    expect(words).toContain('SA4');
  });

  it('explains every rating in the plan’s own words', () => {
    const words = JSON.stringify(sectionOf(paperOfYear(), sectionHeadings.how_to_read));

    for (const { text } of realPlan().ratingDefinitions) expect(words).toContain(text);
    expect(words).toContain('are proposals until the board agrees them');
  });

  it('numbers tables and figures in the order in which they stand', () => {
    const captions = tablesOf(paperOfYear().blocks).map(({ caption }) =>
      Number(/^Table (\d+)\. /.exec(caption)?.[1]),
    );

    expect(captions).toEqual(captions.map((_, index) => index + 1));
  });

  it('has no empty table, no unnamed column and no row of another length than its head', () => {
    for (const { columns, rows, caption } of tablesOf(paperOfYear().blocks)) {
      expect(rows.length, caption).toBeGreaterThan(0);
      expect(columns.every(({ label }) => label !== '')).toBe(true);
      for (const row of rows) expect(row, caption).toHaveLength(columns.length);
    }
  });

  it('says in a banner that a rehearsal is one', () => {
    expect(paperOfYear({ isRehearsal: true }).banner).toBe('REHEARSAL: plainly invented people and updates.');
    expect(paperOfYear().banner).toBeNull();
  });

  it('is the same paper for the same picture', () => {
    expect(paperOfYear()).toEqual(paperOfYear());
  });
});
