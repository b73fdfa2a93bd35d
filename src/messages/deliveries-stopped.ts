import type { Message } from './message.ts';

/** Tells the secretariat which messages of the month did not arrive, and why. */
export function deliveriesStopped(view: {
  readonly monthWords: string;
  readonly stopped: readonly { readonly to: string; readonly what: string; readonly why: string }[];
}): Message {
  const count = view.stopped.length;
  const words = `${view.monthWords}: ${count === 1 ? 'one message' : `${count} messages`} could not be delivered.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: 'notice' },
      {
        kind: 'table',
        caption: 'What did not arrive',
        columns: ['To', 'What', 'Why'],
        rows: view.stopped.map(({ to, what, why }) => [to, what, why]),
      },
      {
        kind: 'text',
        text: 'Please reach these people another way. Type deliveries to see what became of everything.',
        tone: 'quiet',
      },
    ],
  };
}
