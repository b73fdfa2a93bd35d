import type { Message } from './message.ts';

/** A kind reminder: what is still open, until when, and who is asked next if nothing comes. */
export function nudge(view: {
  readonly firstName: string;
  readonly month: string;
  readonly monthWords: string;
  readonly closesWords: string;
  readonly openTitles: readonly string[];
  readonly second: boolean;
  /** Who is asked next, and when; said before it happens. Null when nobody is. */
  readonly nextStep: string | null;
}): Message {
  const count = view.openTitles.length;
  const what = count === 1 ? 'one answer is' : `${count} answers are`;
  return {
    summary: `${view.monthWords}: ${what} still open, until ${view.closesWords}.`,
    parts: [
      {
        kind: 'text',
        text: `${view.second ? 'A last reminder' : 'A reminder'}, ${view.firstName}: ${what} still open for ${view.monthWords}, until ${view.closesWords}. "No change" takes one tap.`,
        tone: 'normal',
      },
      { kind: 'list', items: view.openTitles },
      ...(view.nextStep === null ? [] : [{ kind: 'text', text: view.nextStep, tone: 'quiet' } as const]),
      {
        kind: 'buttons',
        buttons: [
          { label: 'Update', press: { verb: 'update', month: view.month }, style: 'main' },
          { label: 'No change', press: { verb: 'no_change', month: view.month }, style: 'normal' },
          { label: 'Later', press: { verb: 'later', month: view.month }, style: 'normal' },
        ],
      },
    ],
  };
}
