import type { Message } from './message.ts';

/** Tells somebody whose prompt of the month has come already what they are asked beside it: as cover, deputy, or owner once more. */
export function nowAsked(view: {
  readonly firstName: string;
  readonly month: string;
  readonly monthWords: string;
  /** `Friday 13 November at 17:00`. */
  readonly closesWords: string;
  readonly items: readonly {
    readonly title: string;
    readonly as: 'owner' | 'deputy' | 'cover';
    readonly onBehalfOf: string | null;
  }[];
}): Message {
  const what = view.items.length === 1 ? 'this one' : `these ${view.items.length}`;
  return {
    summary: `${view.monthWords}: you are asked for ${view.items.map(({ title }) => title).join(', ')}, until ${view.closesWords}.`,
    parts: [
      {
        kind: 'text',
        text: `${view.firstName}, from today ${what} for ${view.monthWords} ${view.items.length === 1 ? 'is' : 'are'} with you. Open until ${view.closesWords}.`,
        tone: 'normal',
      },
      {
        kind: 'list',
        items: view.items.map(({ title, as, onBehalfOf }) =>
          onBehalfOf === null ? title : `${title}: for ${onBehalfOf}, as ${as}`,
        ),
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Update', press: { verb: 'update', month: view.month }, style: 'main' },
          { label: 'Not me', press: { verb: 'not_me', month: view.month }, style: 'normal' },
          { label: 'Later', press: { verb: 'later', month: view.month }, style: 'normal' },
        ],
      },
    ],
  };
}
