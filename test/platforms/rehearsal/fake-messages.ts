import type { Form } from '../../../src/messages/forms/form.ts';
import { updateForm } from '../../../src/messages/forms/update-form.ts';
import type { Message, RatingRow } from '../../../src/messages/message.ts';
import { updatePrompt } from '../../../src/messages/update-prompt.ts';
import type { RatingDefinition } from '../../../src/plan/plan.ts';
import type { ActionRating, ShownRating } from '../../../src/plan/rating.ts';
import { fakeTitles } from './fake-people.ts';

export const fakeMonth = '2026-11';
const monthWords = 'November 2026';
const closesWords = 'Friday 13 November at 17:00';

export interface FakeAnswer {
  readonly rating: ActionRating;
  readonly words: string;
  readonly byName: string;
}

export function fakePrompt(
  firstName: string,
  codes: readonly string[],
  answers: ReadonlyMap<string, FakeAnswer>,
): Message {
  return updatePrompt({
    firstName,
    partnership: 'Birmingham Children and Young People’s Partnership',
    month: fakeMonth,
    monthWords,
    closesWords,
    state: 'open',
    movedTo: null,
    late: false,
    undoable: codes.filter((code) => answers.has(code)),
    actions: codes.map((code) => {
      const answer = answers.get(code);
      return {
        code,
        title: fakeTitles[code] ?? code,
        as: 'owner',
        onBehalfOf: null,
        previous: 'amber',
        promised: 'recruit two educational psychologists (Priya Nair, by 30 November)',
        answer: answer
          ? { ...answer, atWords: '3 November at 09:00', askWords: null, pathWords: null }
          : null,
        needsPath: false,
      };
    }),
    measures: [
      {
        code: 'I05',
        label: 'EHC plans issued within 20 weeks',
        periodWords: 'October 2026',
        lastWords: '58.4%',
        answerWords: null,
      },
    ],
  });
}

const ratingDefinitions: readonly RatingDefinition[] = [
  { rating: 'green', text: 'On track. No help needed.' },
  { rating: 'amber', text: 'Off track or at risk, with a dated plan to recover.' },
  { rating: 'red', text: 'Off track, and needs a decision or has no credible recovery.' },
  { rating: 'complete', text: 'Done, with nothing left to do.' },
  { rating: 'not_started', text: 'Planned, with a start date.' },
  { rating: 'on_hold', text: 'Stopped, and needs a decision of the board.' },
];

export function fakeForm(codes: readonly string[]): Form {
  return updateForm({
    month: fakeMonth,
    monthWords,
    isCorrection: false,
    definitions: ratingDefinitions,
    actions: codes.map((code) => ({
      code,
      title: fakeTitles[code] ?? code,
      previous: 'amber',
      reminders: [
        'Last month you wrote: “Two posts advertised; agency cover agreed to December.”',
        'Path to green you promised: recruit two educational psychologists (Priya Nair, by 30 November).',
      ],
      content: null,
      fromLastMonth: false,
      version: 0,
    })),
    measures: [
      {
        code: 'I05',
        label: 'EHC plans issued within 20 weeks',
        unit: 'percent',
        period: { kind: 'month', key: '2026-10' },
        asksFraction: true,
        reminders: ['Last figure: 58.4% (September 2026, final).'],
        content: null,
      },
    ],
  });
}

const row = (code: string, rating: ShownRating, lines: readonly string[]): RatingRow => ({
  code,
  title: fakeTitles[code] ?? code,
  rating,
  direction: null,
  lines,
});

export function fakeStatus(words: string): Message {
  return {
    summary: `Outcome SAFE: 1 red, 2 amber, 1 green, 1 not yet answered.`,
    parts: [
      {
        kind: 'heading',
        text: 'SAFE: at home, and in places and spaces outside of our families and schools',
      },
      {
        kind: 'text',
        text: [
          'Read “',
          { strong: words },
          '” as the outcome ',
          { strong: 'SAFE' },
          '. As of 3 November; 2 of 5 not updated.',
        ],
        tone: 'quiet',
      },
      {
        kind: 'ratings',
        rows: [
          row('SA3', 'red', [
            'Changed: amber to red.',
            'Refuge places are full; path to green: two more by 31 January.',
          ]),
          row('SA1', 'amber', ['Second month. Street outreach in three of five places.']),
          row('SA2', 'amber', ['Waiting on recruitment.']),
          row('IC2', 'green', ['All 40 schools signed up.']),
          row('SA6', 'no_update', ['Last answered: September, green.']),
        ],
      },
      {
        kind: 'figure',
        figure: {
          title: 'Two more actions are off track than in June',
          alt: 'Stacked columns of ratings for June to November 2026. Red rose from 0 to 1, amber from 1 to 2.',
          chart: {
            kind: 'rating_history',
            months: ['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'].map((label, index) => ({
              label,
              counts: {
                red: index > 3 ? 1 : 0,
                amber: 1 + (index % 2),
                green: 3 - (index % 2),
                no_update: index > 3 ? 0 : 1,
              },
            })),
          },
        },
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Share here', press: { verb: 'share', words }, style: 'normal' },
          { label: 'Theme BUILD SAFETY', press: { verb: 'status', words: 'build safety' }, style: 'normal' },
        ],
      },
    ],
  };
}

export const fakeDigest: Message = {
  summary: 'Board digest for November 2026: 7 of 17 actions are on track.',
  parts: [
    { kind: 'heading', text: 'Board digest: November 2026' },
    {
      kind: 'text',
      text: 'Seven of 17 actions are on track. Three are off track (IC3, IC5, SA3).',
      tone: 'normal',
    },
    {
      kind: 'table',
      caption: 'Actions by rating, compared with last month',
      columns: ['Rating', 'This month', 'Last month', 'Which actions'],
      rows: [
        ['Red', '3', '3', 'IC3, IC5, SA3'],
        ['Amber', '4', '6', 'IC4, SA1, JO1, JO4'],
        ['Green', '7', '7', 'IC1, IC2, SA2, SA4, SA5, SA6, JO3'],
        ['No update', '3', '1', 'IC6, IC7, JO2'],
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Web page',
          press: { verb: 'download_digest', digest: 'd1', format: 'html' },
          style: 'main',
        },
        { label: 'CSV', press: { verb: 'download_digest', digest: 'd1', format: 'csv' }, style: 'normal' },
      ],
    },
  ],
};

export function fakeSaying(text: string): Message {
  return { summary: text, parts: [{ kind: 'text', text, tone: 'normal' }] };
}
