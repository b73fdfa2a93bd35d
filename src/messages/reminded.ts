import type { Message, MessagePart } from './message.ts';

interface WithReason {
  readonly name: string;
  readonly why: string;
}

/** Tells the secretariat who was reminded, who was left in peace and why, and who cannot be reached. */
export function remindedMessage(view: {
  readonly monthWords: string;
  readonly reminded: readonly string[];
  readonly passedOver: readonly WithReason[];
  readonly unreachable: readonly WithReason[];
}): Message {
  const { reminded, passedOver, unreachable } = view;
  const words =
    reminded.length === 0
      ? `${view.monthWords}: nobody was reminded.`
      : `${view.monthWords}: ${reminded.length === 1 ? 'one person is' : `${reminded.length} people are`} reminded: ${reminded.join(', ')}.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: reminded.length === 0 ? 'notice' : 'normal' },
      ...listed('Left in peace', passedOver),
      ...listed('Cannot be reached', unreachable),
    ],
  };
}

/** Who has not answered, for the secretariat to choose from. */
export function whomToRemind(view: {
  readonly monthWords: string;
  readonly waiting: readonly string[];
  readonly unreachable: readonly WithReason[];
}): Message {
  const { waiting } = view;
  const words =
    waiting.length === 0
      ? `${view.monthWords}: nobody who can be reached has an answer open.`
      : `${view.monthWords}: ${waiting.length} still to answer: ${waiting.join(', ')}.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: 'normal' },
      ...listed('Cannot be reached', view.unreachable),
      ...(waiting.length === 0
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  label: 'Remind all of them',
                  press: { verb: 'type' as const, words: 'remind all late' },
                  style: 'main' as const,
                },
              ],
            },
          ]),
    ],
  };
}

function listed(heading: string, people: readonly WithReason[]): readonly MessagePart[] {
  if (people.length === 0) return [];
  return [
    { kind: 'text', text: [{ strong: heading }], tone: 'normal' },
    { kind: 'list', items: people.map(({ name, why }) => `${name}: ${why}`) },
  ];
}
