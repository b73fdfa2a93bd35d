import type { Message, Press } from './message.ts';

/** A form that was not saved, after the place where it would have said so is gone. */
export interface NotSaved {
  readonly title: string;
  /** Why, a sentence each. */
  readonly problems: readonly string[];
  /** What was typed, by the label of its field, with personal data taken out. */
  readonly typed: readonly { readonly label: string; readonly value: string }[];
  /** Opens the form again; null where no button does. */
  readonly press: Press | null;
}

/** Tells whoever closed the form what was wrong with it, and gives their words back, so that nothing is typed twice. */
export function notSavedMessage({ title, problems, typed, press }: NotSaved): Message {
  const summary = `"${title}" was not saved. ${problems.join(' ')}`;
  return {
    summary,
    parts: [
      { kind: 'text', text: summary, tone: 'notice' },
      ...(typed.length === 0
        ? []
        : [
            { kind: 'text' as const, text: 'What you wrote, to copy:', tone: 'quiet' as const },
            { kind: 'facts' as const, facts: typed },
          ]),
      ...(press === null
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [{ label: 'Open the form again', press, style: 'main' as const }],
            },
          ]),
    ],
  };
}
