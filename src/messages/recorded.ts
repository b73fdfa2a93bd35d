import { ratingLooks, type ShownRating } from '../plan/rating.ts';
import type { Message, MessagePart } from './message.ts';

/** What was understood and recorded, said back at once, with what the guard took out and the questions that remain. */
export interface RecordedView {
  readonly month: string;
  readonly monthWords: string;
  readonly isNew: boolean;
  readonly isCorrection: boolean;
  readonly actions: readonly {
    readonly code: string;
    readonly title: string;
    readonly from: ShownRating | null;
    readonly to: ShownRating;
    /** Who had said what before this month, when it was somebody else. */
    readonly earlierWords: string | null;
  }[];
  readonly values: readonly { readonly code: string; readonly label: string; readonly words: string }[];
  /** In plain words, e.g. "an NHS number". */
  readonly masked: readonly string[];
  /** At most one question a rating: the watermelon check, a path to green that is missing. */
  readonly questions: readonly string[];
  readonly undoable: readonly string[];
}

export function recordedMessage(view: RecordedView): Message {
  if (!view.isNew) {
    const words = 'That had been recorded already; nothing was changed.';
    return { summary: words, parts: [{ kind: 'text', text: words, tone: 'quiet' }, ...maskedPart(view)] };
  }
  const what = [
    ...view.actions.map(({ code, to }) => `${code} ${ratingLooks[to].word.toLowerCase()}`),
    ...view.values.map(({ code, words }) => `${code} ${words}`),
  ].join(', ');
  const verb = view.isCorrection ? 'Corrected' : 'Recorded';
  return {
    summary: `${verb} for ${view.monthWords}: ${what}.`,
    parts: [
      { kind: 'text', text: [{ strong: verb }, ` for ${view.monthWords}. Thank you.`], tone: 'normal' },
      ...ratingPart(view),
      ...valuePart(view),
      ...maskedPart(view),
      ...view.questions.map((question): MessagePart => ({ kind: 'text', text: question, tone: 'notice' })),
      {
        kind: 'buttons',
        buttons: [
          ...(view.undoable.length === 0
            ? []
            : [
                {
                  label: 'Undo',
                  press: { verb: 'undo', month: view.month, codes: view.undoable },
                  style: 'normal',
                } as const,
              ]),
          {
            label: view.isCorrection ? 'Correct again' : 'Edit',
            press: { verb: 'edit', month: view.month },
            style: 'normal',
          },
        ],
      },
    ],
  };
}

/** The same where it could not be read back after it was stored: that it stands, and what was taken out. */
export function recordedBriefly(view: Pick<RecordedView, 'monthWords' | 'isNew' | 'masked'>): Message {
  const words = view.isNew
    ? `Recorded for ${view.monthWords}. bcp could not read it back just now: type prompt to see what stands.`
    : 'That had been recorded already; nothing was changed.';
  return { summary: words, parts: [{ kind: 'text', text: words, tone: 'normal' }, ...maskedPart(view)] };
}

function ratingPart(view: RecordedView): readonly MessagePart[] {
  if (view.actions.length === 0) return [];
  return [
    {
      kind: 'ratings',
      rows: view.actions.map(({ code, title, from, to, earlierWords }) => ({
        code,
        title,
        rating: to,
        direction: null,
        lines: [
          ...(from === null ? [] : [`Last month: ${ratingLooks[from].word.toLowerCase()}.`]),
          ...(earlierWords === null ? [] : [earlierWords]),
        ],
      })),
    },
  ];
}

function valuePart(view: RecordedView): readonly MessagePart[] {
  if (view.values.length === 0) return [];
  return [{ kind: 'list', items: view.values.map(({ code, label, words }) => `${code} ${label}: ${words}`) }];
}

function maskedPart(view: Pick<RecordedView, 'masked'>): readonly MessagePart[] {
  if (view.masked.length === 0) return [];
  const list = view.masked.join(', ');
  return [
    {
      kind: 'text',
      text: `Your words held what looks like ${list}. It was taken out before anything was stored, and the rest was kept. Please delete your own message here too: bcp cannot do that for you.`,
      tone: 'notice',
    },
  ];
}
