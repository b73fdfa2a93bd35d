import type { Message } from './message.ts';

/** One question about one doubt, with the candidate readings as buttons. Nothing in doubt has been recorded. */
export function doubtQuestion(view: {
  readonly id: string;
  readonly month: string;
  readonly text: string;
  readonly options: readonly string[];
}): Message {
  return {
    summary: view.text,
    parts: [
      { kind: 'text', text: view.text, tone: 'notice' },
      {
        kind: 'buttons',
        buttons: [
          ...view.options.map(
            (label, option) =>
              ({ label, press: { verb: 'choose', question: view.id, option }, style: 'normal' }) as const,
          ),
          { label: 'Open the form', press: { verb: 'update', month: view.month }, style: 'normal' },
        ],
      },
    ],
  };
}
