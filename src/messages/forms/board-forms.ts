import { dayInWords, type LocalDate } from '../../kit/local-date.ts';
import { actionRatings, ratingLooks, type ShownRating } from '../../plan/rating.ts';
import { textLimits } from '../../plan/update.ts';
import { choice, choiceField, dateField, fieldGroup, linesField, textField } from './fields.ts';
import type { Choice, Form } from './form.ts';

/** An action of the month, with what its owner said and what it was moderated to. */
export interface ModerationChoice {
  readonly code: string;
  readonly title: string;
  readonly own: ShownRating;
  readonly moderated: ShownRating | null;
}

/** Puts another reading beside an owner's; the same as `moderate IC5 red because …`. */
export function moderationForm(view: {
  readonly typed: string;
  readonly month: string;
  readonly monthWords: string;
  readonly actions: readonly ModerationChoice[];
  readonly action: string;
}): Form {
  const said = (rating: ShownRating) => ratingLooks[rating].word.toLowerCase();
  const describe = ({ own, moderated }: ModerationChoice) =>
    `Owner: ${said(own)}.${moderated === null ? '' : ` Moderated: ${said(moderated)}.`}`;
  return {
    kind: 'moderation',
    title: 'Moderate a rating',
    intro: `${view.monthWords}. Your reading stands beside the owner's and never over it; the owner is told, with your reason.`,
    submitLabel: 'Moderate',
    carries: { typed: view.typed, month: view.month },
    groups: [
      fieldGroup('Your reading', [
        choiceField(
          'action',
          'Action',
          view.actions.map((action) =>
            choice(action.code, `${action.code} ${action.title}`, describe(action)),
          ),
          { value: view.action },
        ),
        choiceField('rating', 'Rating', [
          ...actionRatings.map((rating) => choice(rating, ratingLooks[rating].word)),
          choice('back', 'Take a moderation back', "The owner's own rating stands alone again."),
        ]),
        linesField('reason', 'Why', textLimits.reason, { hint: 'The owner and the board read it.' }),
      ]),
    ],
  };
}

/** Puts a meeting in the calendar; the same as `meeting 2026-12-03 Partnership Board`. */
export function meetingForm(view: {
  readonly typed: string;
  readonly title: string;
  readonly packClearDays: number;
}): Form {
  return {
    kind: 'meeting',
    title: 'Add a meeting',
    intro: `Its pack is frozen ${view.packClearDays} clear working days before.`,
    submitLabel: 'Add',
    carries: { typed: view.typed },
    groups: [
      fieldGroup('When, and what meets', [
        dateField('on', 'Date'),
        textField('title', 'What meets', textLimits.who, { value: view.title }),
      ]),
    ],
  };
}

const verbOptions: readonly Choice[] = [
  choice('Agreed', 'Agreed', 'The board agrees to what it was asked.'),
  choice('Decided', 'Decided', 'The board decides between ways.'),
  choice('Noted', 'Noted', 'The board takes note; nothing is asked of it.'),
  choice('Not agreed', 'Not agreed', 'The board was asked and said no.'),
];

/** Minutes what a meeting agreed, decided or noted, and who does what by when; the same as `decide IC5 …` and more. */
export function decisionForm(view: {
  readonly typed: string;
  readonly meetings: readonly { readonly id: string; readonly title: string; readonly on: LocalDate }[];
  readonly actions: readonly { readonly code: string; readonly title: string }[];
  /** What owners have asked the board this month, to be answered here. */
  readonly asks: readonly string[];
  readonly action: string;
}): Form {
  return {
    kind: 'decision',
    title: 'Minute a decision',
    intro: 'It stands in the next digest, and what somebody is to do is chased there until it is done.',
    submitLabel: 'Minute',
    carries: { typed: view.typed },
    groups: [
      fieldGroup(
        'What the meeting said',
        [
          choiceField(
            'meeting',
            'Meeting',
            view.meetings.map(({ id, title, on }) => choice(id, `${title}, ${dayInWords(on)}`)),
            { value: view.meetings[0]?.id ?? '' },
          ),
          choiceField('verb', 'What it did', verbOptions, { value: 'Agreed' }),
          choiceField(
            'action',
            'About',
            [
              choice('', 'No action of the plan'),
              ...view.actions.map(({ code, title }) => choice(code, `${code} ${title}`)),
            ],
            { value: view.action, optional: true },
          ),
          linesField('text', 'In words', textLimits.what),
        ],
        view.asks,
      ),
      fieldGroup('What follows', [
        textField('who', 'Who does it', textLimits.who, {
          optional: true,
          hint: 'Left empty where nothing is to be done.',
        }),
        dateField('due', 'By when', { optional: true }),
      ]),
    ],
  };
}
