import type { Button, Message } from './message.ts';
import { progressWords, sendingWords, type ProgressFacts } from './progress-words.ts';

/** Where a month stands: counts, never names, and what comes when. */
export function cycleStands(view: {
  readonly monthWords: string;
  readonly state: 'open' | 'closed';
  readonly counts: ProgressFacts;
  readonly events: readonly { readonly label: string; readonly value: string }[];
  /** How often what was taken out, by kind; empty = never. Only for the secretariat. */
  readonly takenOut: readonly string[];
  /** Whether the buttons of the secretariat stand under it. */
  readonly isOffice: boolean;
}): Message {
  const { counts, monthWords, state } = view;
  const words = `${monthWords} is ${state}. ${progressWords(counts, state)}`;
  return {
    summary: words,
    parts: [
      { kind: 'heading', text: monthWords },
      { kind: 'text', text: words, tone: 'normal' },
      {
        kind: 'facts',
        facts: [
          { label: 'Prompts', value: sendingWords(counts) },
          ...(view.isOffice
            ? [
                {
                  label: 'Personal data taken out',
                  value: view.takenOut.length === 0 ? 'none this month' : view.takenOut.join(', '),
                },
              ]
            : []),
          ...view.events,
        ],
      },
      ...(view.isOffice ? [{ kind: 'buttons' as const, buttons: officeButtons(view) }] : []),
    ],
  };
}

function officeButtons({
  state,
  counts,
}: {
  readonly state: 'open' | 'closed';
  readonly counts: ProgressFacts;
}): readonly Button[] {
  const typed = (label: string, words: string, style: Button['style'] = 'normal'): Button => ({
    label,
    press: { verb: 'type', words },
    style,
  });
  return [
    ...(state === 'open' && counts.waiting > 0
      ? [typed('Remind all who are waiting', 'remind all late', 'main')]
      : []),
    ...(state === 'closed' ? [typed('Moderate', 'moderate'), typed('Digest', 'digest', 'main')] : []),
    typed('Assign', 'assign'),
    typed('Settings', 'cycle settings'),
  ];
}
