import type { Button, Message } from './message.ts';

/** Tells an owner that their deputy has been asked as well. */
export function deputyAsked(view: {
  readonly month: string;
  readonly monthWords: string;
  readonly closesWords: string;
  readonly asked: readonly { readonly title: string; readonly deputy: string }[];
}): Message {
  return {
    summary: `${view.monthWords}: ${namesIn(view.asked)} ${isOne(view.asked) ? 'has' : 'have'} been asked as well.`,
    parts: [
      {
        kind: 'text',
        text: `So that the board hears about ${view.monthWords}, your ${isOne(view.asked) ? 'deputy has' : 'deputies have'} been asked as well. ${isOne(view.asked) ? 'Either' : 'Any'} of you may answer until ${view.closesWords}.`,
        tone: 'normal',
      },
      { kind: 'list', items: view.asked.map(({ title, deputy }) => `${title}: ${deputy}`) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Update', press: { verb: 'update', month: view.month }, style: 'main' }],
      },
    ],
  };
}

type Asked = readonly { readonly deputy: string }[];

function namesIn(asked: Asked): string {
  return [...new Set(asked.map(({ deputy }) => deputy))].join(' and ');
}

function isOne(asked: Asked): boolean {
  return new Set(asked.map(({ deputy }) => deputy)).size === 1;
}

/** Tells a theme lead which actions of the theme are still without an update. */
export function themeLeadTold(view: {
  readonly theme: string;
  readonly monthWords: string;
  readonly closesWords: string;
  readonly open: readonly { readonly title: string; readonly owner: string }[];
}): Message {
  const count = view.open.length;
  return {
    summary: `${view.theme}: ${count} of its actions ${count === 1 ? 'has' : 'have'} no update for ${view.monthWords} yet.`,
    parts: [
      {
        kind: 'text',
        text: `${count === 1 ? 'This action' : 'These actions'} of ${view.theme} ${count === 1 ? 'has' : 'have'} no update for ${view.monthWords} yet. The month closes on ${view.closesWords}. A word from you often helps.`,
        tone: 'normal',
      },
      { kind: 'list', items: view.open.map(({ title, owner }) => `${title}: ${owner}`) },
    ],
  };
}

/** Tells the secretariat what stands in the way of asking everybody. */
export function gapsFound(view: {
  readonly monthWords: string;
  readonly unowned: readonly string[];
  readonly unreachable: readonly string[];
}): Message {
  return {
    summary: `${view.monthWords} is open, but not everybody can be asked.`,
    parts: [
      { kind: 'heading', text: `${view.monthWords}: not everybody can be asked` },
      ...(view.unowned.length === 0
        ? []
        : ([
            {
              kind: 'text',
              text: `Nobody owns these, so nobody is asked. To give one an owner, type for example: assign ${view.unowned[0]?.split(' ')[0] ?? ''} to Priya Nair.`,
              tone: 'notice',
            },
            { kind: 'list', items: view.unowned },
          ] as const)),
      ...(view.unreachable.length === 0
        ? []
        : ([
            {
              kind: 'text',
              text: 'These people have no account linked and cannot be reached:',
              tone: 'notice',
            },
            { kind: 'list', items: view.unreachable },
          ] as const)),
      {
        kind: 'buttons',
        buttons: [
          typed('Assign', `assign ${view.unowned[0]?.split(' ')[0] ?? ''}`.trim(), 'main'),
          typed('Add a person', 'person'),
        ],
      },
    ],
  };
}

/** Tells the secretariat that a month has closed and how it stands. */
export function monthClosed(view: {
  readonly monthWords: string;
  readonly counts: string;
  readonly noUpdate: readonly { readonly title: string; readonly owner: string }[];
  readonly digestWords: string;
}): Message {
  return {
    summary: `${view.monthWords} is closed: ${view.counts}.`,
    parts: [
      { kind: 'heading', text: `${view.monthWords} is closed` },
      {
        kind: 'text',
        text: `${view.counts}. Moderation is open; the digest is drafted on ${view.digestWords}.`,
        tone: 'normal',
      },
      ...(view.noUpdate.length === 0
        ? []
        : ([
            { kind: 'text', text: 'No update came for:', tone: 'normal' },
            { kind: 'list', items: view.noUpdate.map(({ title, owner }) => `${title}: ${owner}`) },
          ] as const)),
      { kind: 'buttons', buttons: [typed('Moderate', 'moderate', 'main'), typed('How it stands', 'status')] },
    ],
  };
}

/** A button that does what would be typed. */
function typed(label: string, words: string, style: Button['style'] = 'normal'): Button {
  return { label, press: { verb: 'type', words }, style };
}
