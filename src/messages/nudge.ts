import type { Button, Message } from './message.ts';

/** A kind reminder: what is still open, until when, and who is asked next if nothing comes. */
export function nudge(view: {
  readonly firstName: string;
  readonly month: string;
  readonly monthWords: string;
  /** `Friday 13 November at 17:00`. */
  readonly closesWords: string;
  readonly openTitles: readonly string[];
  /** `as_asked`: the person chose this day by "Later". */
  readonly which: 'first' | 'last' | 'as_asked';
  /** Whether last month's rating of something that is open could simply stand. */
  readonly canStand: boolean;
  /** Who is asked next, and when; said before it happens. Null when nobody is. */
  readonly nextStep: string | null;
}): Message {
  const count = view.openTitles.length;
  const what = count === 1 ? 'one answer is' : `${count} answers are`;
  const easy = view.canStand ? ' "No change" takes one tap.' : '';
  const noChange: readonly Button[] = view.canStand
    ? [{ label: 'No change', press: { verb: 'no_change', month: view.month }, style: 'normal' }]
    : [];
  return {
    summary: `${view.monthWords}: ${what} still open, until ${view.closesWords}.`,
    parts: [
      {
        kind: 'text',
        text: `${openings[view.which]}, ${view.firstName}: ${what} still open for ${view.monthWords}, until ${view.closesWords}.${easy}`,
        tone: 'normal',
      },
      { kind: 'list', items: view.openTitles },
      ...(view.nextStep === null ? [] : [{ kind: 'text', text: view.nextStep, tone: 'quiet' } as const]),
      {
        kind: 'buttons',
        buttons: [
          { label: 'Update', press: { verb: 'update', month: view.month }, style: 'main' },
          ...noChange,
          { label: 'Later', press: { verb: 'later', month: view.month }, style: 'normal' },
        ],
      },
    ],
  };
}

const openings = {
  first: 'A reminder',
  last: 'A last reminder',
  as_asked: 'You asked to be reminded today',
} as const;
