import type { Message, MessagePart } from './message.ts';

/** What a meeting asked somebody to do, and has not been done. */
export interface MeetingActionLine {
  readonly id: string;
  /** Its place in the list, from 1: `decisions done 1`. */
  readonly number: number;
  readonly what: string;
  readonly who: string;
  readonly due: string;
}

/** The log of asks and decisions, as whoever minutes it sees it. */
export function decisionLog(view: {
  readonly asks: readonly string[];
  readonly lastMeeting: string | null;
  readonly decisions: readonly string[];
  readonly actions: readonly MeetingActionLine[];
  readonly next: readonly string[];
}): Message {
  const { asks, actions, decisions, lastMeeting } = view;
  const words = `${counted(asks.length, 'ask')} to the board, ${counted(actions.length, 'action')} of meetings open.`;
  return {
    summary: words,
    parts: [
      { kind: 'heading', text: 'Asks and decisions' },
      { kind: 'text', text: words, tone: 'normal' },
      ...listed('Asked of the board this month', asks),
      ...listed(lastMeeting === null ? '' : `Decided: ${lastMeeting}`, decisions),
      ...(actions.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'What meetings asked for, still open',
              columns: ['Number', 'What', 'Who', 'By when'],
              rows: actions.map(({ number, what, who, due }) => [String(number), what, who, due]),
            },
          ]),
      ...listed('Next meetings', view.next),
      {
        kind: 'buttons',
        buttons: [
          { label: 'Minute a decision', press: { verb: 'type', words: 'decide' }, style: 'main' },
          { label: 'Add a meeting', press: { verb: 'type', words: 'meeting' }, style: 'normal' },
          ...actions.slice(0, 3).map(({ id, number }) => ({
            label: `Number ${number} is done`,
            press: { verb: 'type' as const, words: `decisions done ${id}` },
            style: 'normal' as const,
          })),
        ],
      },
    ],
  };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function listed(heading: string, items: readonly string[]): readonly MessagePart[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: [{ strong: heading }], tone: 'normal' },
    { kind: 'list', items },
  ];
}
